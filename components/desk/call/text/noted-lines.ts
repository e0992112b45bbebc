import { clip } from '@/components/call/text/clean-text.ts'
import type { ShownLine } from '@/components/call/text/shown-lines.ts'
import { NOTE_LIMIT } from '../../wrap-up/wrap-up-draft.ts'

/** Lines that the operator has marked for the contact's note, by key, in the order in which they were marked. */
export type NotedLines = ReadonlyMap<string, string>

export const NOTHING_NOTED: NotedLines = new Map()

/** Marks `line`, or takes the mark back. Pure. */
export function withNoted(noted: NotedLines, { key, name, text }: ShownLine): NotedLines {
  const next = new Map(noted)
  if (!next.delete(key)) next.set(key, `${name}: ${text}`)
  return next
}

/** What the wrap-up's note begins with: as much of the marked lines as fits it, in whole characters. Pure. */
export const noteFrom = (noted: NotedLines): string => clip([...noted.values()].join('\n'), NOTE_LIMIT)
