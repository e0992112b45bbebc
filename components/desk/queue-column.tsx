'use client'

import { useTranslations } from 'next-intl'
import { hoursAndLess } from '@/components/ui/duration.ts'
import type { DeskView } from '@/lib/switchboard/views.ts'
import { useLanguageName } from './language-name.ts'
import type { Received } from './session/server-time.ts'
import { useServerTime } from './session/use-server-time.ts'

/** Who waits in this body, in order: from where, for what, since when. No names: nobody has given one. */
export function QueueColumn({ received }: { received: Received<DeskView> }) {
  const words = useTranslations('desk.queue')
  const languageName = useLanguageName()
  const now = useServerTime(received, 1_000)
  const { queue, queueLength } = received.view
  const more = queueLength - queue.length
  return (
    <aside aria-labelledby="queue-title" className="overflow-y-auto border-r border-line bg-card p-5">
      <h2 id="queue-title" className="text-sm font-semibold text-ink-2">
        {words('title')}
        {queueLength > 0 ? <span className="tabular-nums"> · {queueLength}</span> : null}
      </h2>
      {queue.length === 0 ? (
        <div className="mt-3 rounded-desk border border-dashed border-line p-4 text-ink-2">
          <p className="font-semibold text-ink">{words('empty')}</p>
          <p className="text-sm">{words('emptyHint')}</p>
        </div>
      ) : (
        <ol className="mt-3 flex flex-col gap-3">
          {queue.map(({ position, totemName, serviceTitle, language, enqueuedAt, isCallback }) => (
            // Two callbacks from one totem may begin to wait at the same moment: that of their window.
            <li key={position} className="rounded-desk border border-line bg-white p-4">
              <p className="leading-snug font-semibold">{totemName}</p>
              <p className="text-sm text-ink-2">{serviceTitle}</p>
              {isCallback ? <p className="text-sm font-semibold text-blue">{words('callback')}</p> : null}
              <p className="mt-1 text-sm text-ink-2 tabular-nums">
                {words('position', { position })} · {words('since', hoursAndLess(now - enqueuedAt))}
                {language && language !== 'it' ? ` · ${languageName(language)}` : ''}
              </p>
            </li>
          ))}
        </ol>
      )}
      {more > 0 ? <p className="mt-3 px-4 text-sm text-ink-2">{words('more', { count: more })}</p> : null}
    </aside>
  )
}
