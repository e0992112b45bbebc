import { cleanText, clip, LINE_LIMIT } from './clean-text.ts'
import { type Conversation, isSameRun, type Line, withLines } from './conversation.ts'

/** Who types here. */
export type Writer = Pick<Line, 'by' | 'run'>

/** More at once is no typing: a page from the clipboard, and nobody reads it at a counter. */
export const PASTE_LIMIT = 2_000

/**
 * What a field with `draft` in it may hold for a moment: one unit more than is taken, so that a cut is noticed.
 * The browser cuts off the rest before it lays it out, which takes a megabyte without spaces minutes.
 */
export const fieldLimit = (draft: string): number => draft.length + PASTE_LIMIT + 1

/** Lines at once; a form's worth. */
const PASTE_LINES = 30

/** What came of putting text in: how much of it did not fit. */
export interface Typed {
  conversation: Conversation
  /** Part of the text was left out. */
  isCut: boolean
}

/** The line that is being typed; empty before the first character. */
export const openLineOf = (conversation: Conversation, writer: Writer): string => {
  const last = lastOf(conversation, writer)
  return last && !last.isDone ? last.text : ''
}

/**
 * The field says `text` now: typed, erased, pasted, corrected in the middle. Line ends in it finish lines.
 * A change is the line as a whole, so that whoever missed the last one misses nothing. Pure.
 */
export function withOpenLine(before: Conversation, writer: Writer, text: string): Typed {
  const bounded = clip(text, openLineOf(before, writer).length + PASTE_LIMIT)
  const pieces = cleanText(bounded).split('\n')
  const said = pieces.slice(0, -1).filter((piece) => piece.trim() !== '')
  const finished = said.slice(0, PASTE_LINES)
  let conversation = before
  let isCut = bounded.length < text.length || finished.length < said.length
  for (const piece of finished) {
    conversation = withRevision(conversation, writer, clip(piece, LINE_LIMIT), true)
    isCut ||= piece.length > LINE_LIMIT
  }
  const rest = pieces.at(-1) ?? ''
  isCut ||= rest.length > LINE_LIMIT
  // A line end on an empty line says nothing.
  return { conversation: withRevision(conversation, writer, clip(rest, LINE_LIMIT), false), isCut }
}

function withRevision(
  conversation: Conversation,
  writer: Writer,
  text: string,
  isDone: boolean,
): Conversation {
  const last = lastOf(conversation, writer)
  if (last && !last.isDone) {
    if (last.text === text && !isDone) return conversation
    return withLines(conversation, [{ ...last, revision: last.revision + 1, text, isDone }])
  }
  if (text === '') return conversation
  const number = last ? last.number + 1 : 0
  return withLines(conversation, [{ ...writer, number, revision: 1, text, isDone }])
}

const lastOf = ({ lines }: Conversation, writer: Writer): Line | undefined =>
  lines.findLast((line) => isSameRun(line, writer))
