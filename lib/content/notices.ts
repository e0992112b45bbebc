import { publishedNotices } from '../records/published.ts'
import { dayAt } from './rome-time.ts'

/** Something to know for a while, in one language. */
export interface Notice {
  slug: string
  title: string
  text: string
  isImportant: boolean
  /** First and last day `YYYY-MM-DD` on which it is shown; `until` null: until somebody takes it away. */
  from: string
  until: string | null
}

/** The notices of a body that count at an instant: the important ones first, then the newest. */
export async function readNotices(bodyId: string, locale: 'it' | 'en', now: number): Promise<Notice[]> {
  const notices = await publishedNotices(bodyId, locale)
  return noticesAt(
    notices.map((notice) => ({
      slug: notice.slug,
      title: notice.title,
      text: notice.text,
      isImportant: notice.isImportant === true,
      from: dayAt(Date.parse(notice.from)),
      until: notice.until ? dayAt(Date.parse(notice.until)) : null,
    })),
    now,
  )
}

/** Those that are shown on the day of `now`, in their order on the totem. */
export function noticesAt(notices: readonly Notice[], now: number): Notice[] {
  const today = dayAt(now)
  return notices
    .filter(({ from, until }) => from <= today && (until === null || today <= until))
    .toSorted((a, b) => Number(b.isImportant) - Number(a.isImportant) || b.from.localeCompare(a.from))
}
