import type { PersonInCall } from '../remote-tile.tsx'
import { type TalkNotice, talkNotices } from './talk-notices.ts'
import type { CallHealth } from './watch-health.ts'

interface HealthNoticesProps {
  health: CallHealth
  people: readonly PersonInCall[]
  /** Whoever is seen large. */
  large: string
  words: (kind: TalkNotice['kind'], about: { name: string }) => string
}

/** How the talk does, in words over the picture, for a page that names everybody in it. */
export function HealthNotices({ health, people, large, words }: HealthNoticesProps) {
  const nameOf = (notice: TalkNotice) =>
    ('identity' in notice && people.find(({ identity }) => identity === notice.identity)?.name) || large
  return (
    <div role="status" className="flex flex-col gap-2 empty:sr-only">
      {talkNotices(health).map((notice) => (
        <p
          key={'identity' in notice ? `${notice.kind} ${notice.identity}` : notice.kind}
          className="rounded-desk-sm border-l-4 border-sun bg-night/90 px-4 py-2"
        >
          {words(notice.kind, { name: nameOf(notice) })}
        </p>
      ))}
    </div>
  )
}
