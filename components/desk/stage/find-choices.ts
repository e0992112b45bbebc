import type { StageChoice } from '@/lib/content/stage-choices.ts'
import type { PageRef } from '@/lib/switchboard/stage.ts'
import { plain } from '../knowledge/plain.ts'
import { isSamePage } from './recent-pages.ts'

/**
 * What may be put up, by how likely it is meant: of the service that was asked for, then what was put up lately,
 * then the rest. With words, those that contain every one of them, a title before a text.
 */
export function findChoices(
  choices: readonly StageChoice[],
  { query, asked, recent }: { query: string; asked: string | null; recent: readonly PageRef[] },
): readonly StageChoice[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  const has = (text: string) => wanted.every((word) => plain(text).includes(word))
  const rank = (choice: StageChoice): number => {
    if (wanted.length > 0 && has(choice.title)) return 0
    if (choice.service !== '' && choice.service === asked) return 1
    const lately = recent.findIndex((page) => isSamePage(page, choice))
    return lately < 0 ? 100 : 2 + lately
  }
  return choices
    .filter(({ title, hint, text }) => has(`${title} ${hint} ${text}`))
    .map((choice, index) => ({ choice, index, rank: rank(choice) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ choice }) => choice)
}
