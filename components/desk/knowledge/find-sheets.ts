import type { ServiceSheet } from '@/lib/content/services.ts'
import { plain } from './plain.ts'

/**
 * The sheets that contain every word of `query`, the one of the call first. Accents and case do not
 * matter: operators type fast.
 *
 * @param asked the slug of the service that the call is about
 */
export function findSheets(
  sheets: readonly ServiceSheet[],
  query: string,
  asked: string | null,
): readonly ServiceSheet[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  const found = sheets.filter((sheet) => {
    const text = plain(textOf(sheet))
    return wanted.every((word) => text.includes(word))
  })
  const isAsked = (sheet: ServiceSheet) => sheet.slug === asked
  return [...found.filter(isAsked), ...found.filter((sheet) => !isAsked(sheet))]
}

const textOf = ({ title, summary, whoCanAsk, whatToBring, howTo, cost, time, where }: ServiceSheet) =>
  [title, summary, whoCanAsk, ...whatToBring, howTo, cost, time, where].join(' ')
