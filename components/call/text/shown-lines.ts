import { MISSING } from './clean-text.ts'
import { type Conversation, keyOf } from './conversation.ts'
import type { TextTalkState } from './text-state.ts'

/** A line as a screen shows it. Its side is told by place, colour and name, and to assistive technology in words. */
export interface ShownLine {
  key: string
  side: 'sent' | 'received'
  name: string
  text: string
  /** Still being typed. */
  isOpen: boolean
  /** Something is missing here. */
  isGap: boolean
}

/** @param nameOf what to call whoever the conversation has no name for */
export function shownLines(
  { lines }: Conversation,
  { writer, names }: Pick<TextTalkState, 'writer' | 'names'>,
  nameOf: (identity: string, side: ShownLine['side']) => string,
): ShownLine[] {
  return lines
    .filter(({ text }) => text !== '')
    .map((line) => {
      const side = line.by === writer?.by ? 'sent' : 'received'
      return {
        key: keyOf(line),
        side,
        name: (side === 'received' && names[line.by]) || nameOf(line.by, side),
        text: line.text,
        isOpen: !line.isDone,
        isGap: line.revision === 0 && line.text === MISSING,
      }
    })
}
