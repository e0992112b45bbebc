import { MISSING } from './clean-text.ts'

/**
 * One line that somebody types.
 * ```
 *   open ──(each character, each erasure: a higher revision)──▶ open ──(new line)──▶ done
 * ```
 */
export interface Line {
  /** Identity in the room of whoever types it. */
  by: string
  /** One page's stretch of typing: a page that is loaded anew starts another. */
  run: string
  /** Counts the lines of a run, from 0. */
  number: number
  /** Grows with every change of the line; 0: the line was lost, and `text` marks the gap. */
  revision: number
  text: string
  isDone: boolean
}

/** What has been typed in one call, in the order in which each line was begun. Immutable. */
export interface Conversation {
  lines: readonly Line[]
}

export const NOTHING_SAID: Conversation = { lines: [] }

export const isSameRun = (one: Pick<Line, 'by' | 'run'>, other: Pick<Line, 'by' | 'run'>): boolean =>
  one.by === other.by && one.run === other.run

const isSameLine = (one: Line, other: Line): boolean => isSameRun(one, other) && one.number === other.number

/**
 * With these lines as they are now. Late, repeated and overtaken ones change nothing, so any order and any
 * number of deliveries ends in the same text. Pure.
 */
export function withLines(conversation: Conversation, arrived: readonly Line[]): Conversation {
  let lines = conversation.lines
  for (const line of arrived) lines = withLine(lines, line)
  return lines === conversation.lines ? conversation : { lines }
}

function withLine(lines: readonly Line[], line: Line): readonly Line[] {
  const known = lines.findIndex((each) => isSameLine(each, line))
  if (known >= 0) {
    const before = lines[known]
    return before && before.revision < line.revision ? lines.with(known, line) : lines
  }
  const later = lines.findIndex((each) => isSameRun(each, line) && each.number > line.number)
  return later < 0 ? [...lines, line] : lines.toSpliced(later, 0, line)
}

/**
 * With one mark before every line whose predecessor must have been there and has not come: whoever reads learns
 * that something is missing, and a number, which is only a claim, costs one line and not as many as it claims.
 * What comes after all takes the mark's place. Pure.
 */
export function withGapsMarked(conversation: Conversation): Conversation {
  const there = new Set(conversation.lines.map(keyOf))
  const marks = conversation.lines.flatMap((line): Line[] => {
    const before = { ...line, number: line.number - 1, revision: 0, text: MISSING, isDone: true }
    return line.revision === 0 || before.number < 0 || there.has(keyOf(before)) ? [] : [before]
  })
  return withLines(conversation, marks)
}

/** Somebody's earlier pages have nothing more to say: what they left open stays as it is. Pure. */
export function withEarlierRunsDone(conversation: Conversation, { by, run }: Pick<Line, 'by' | 'run'>) {
  const isLeftOpen = (line: Line) => line.by === by && line.run !== run && !line.isDone
  if (!conversation.lines.some(isLeftOpen)) return conversation
  return { lines: conversation.lines.map((line) => (isLeftOpen(line) ? { ...line, isDone: true } : line)) }
}

/**
 * In the order of whoever has been there from the start; what they do not know yet comes after it. Pure.
 * @param order the lines of a whole conversation
 */
export function inOrderOf(conversation: Conversation, order: readonly Line[]): Conversation {
  const places = new Map(order.map((line, at) => [keyOf(line), at]))
  const placeOf = (line: Line) => places.get(keyOf(line)) ?? Number.POSITIVE_INFINITY
  const lines = conversation.lines.toSorted((one, other) => compare(placeOf(one), placeOf(other)))
  return { lines }
}

const compare = (one: number, other: number): number => (one === other ? 0 : one - other)

export const keyOf = ({ by, run, number }: Pick<Line, 'by' | 'run' | 'number'>): string =>
  `${by} ${run} ${number}`

/** How much of each run is here without a gap, and how far its last line has come: what a peer need not send. */
export interface Held {
  by: string
  run: string
  /** Lines 0 to `whole` - 1 are here and done. */
  whole: number
  /** Of line `whole`; 0: not here. */
  revision: number
}

export function heldOf({ lines }: Conversation): Held[] {
  const runs = new Map<string, Held>()
  for (const line of lines) {
    const key = `${line.by} ${line.run}`
    const held = runs.get(key) ?? { by: line.by, run: line.run, whole: 0, revision: 0 }
    runs.set(key, held)
    if (line.number !== held.whole || line.revision === 0) continue
    if (line.isDone) Object.assign(held, { whole: held.whole + 1, revision: 0 })
    else held.revision = line.revision
  }
  return [...runs.values()]
}

/** Lines that whoever holds `held` has not, or not as far. Marks of gaps are nothing to hand on. Pure. */
export function lackingOf({ lines }: Conversation, held: readonly Held[]): Line[] {
  return lines.filter((line) => {
    if (line.revision === 0) return false
    const there = held.find((each) => isSameRun(each, line))
    if (!there || line.number > there.whole) return true
    return line.number === there.whole && line.revision > there.revision
  })
}
