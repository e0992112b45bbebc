'use client'

import { useTranslations } from 'next-intl'
import type { Received } from '@/components/desk/session/server-time.ts'
import { useServerTime } from '@/components/desk/session/use-server-time.ts'
import { Button } from '@/components/ui/button.tsx'
import { clockText } from '@/components/ui/duration.ts'
import { catchFocus } from '@/components/ui/kept-focus.ts'
import type { WallCall, WallView } from '@/lib/switchboard/wall-view.ts'
import type { Visit } from './use-visit.ts'

/** Every call that goes on. */
export function CallsTable({ received, visit }: { received: Received<WallView>; visit: Visit }) {
  const words = useTranslations('supervisor.calls')
  const now = useServerTime(received, 1_000)
  const { calls, listeningAllowed } = received.view
  return (
    <section className="overflow-x-auto rounded-desk-lg border border-line bg-card">
      <table className="w-full border-collapse text-left">
        <caption className="px-4 pt-4 pb-2 text-left text-lg font-bold">
          {words('title', { count: calls.length })}
        </caption>
        {calls.length === 0 ? null : (
          <thead className="text-sm text-ink-2">
            <tr>
              {(['state', 'place', 'service', 'since', 'who'] as const).map((column) => (
                <th key={column} scope="col" className="px-4 py-2 font-semibold">
                  {words(`columns.${column}`)}
                </th>
              ))}
              <th scope="col" className="px-4 py-2">
                <span className="sr-only">{words('columns.keys')}</span>
              </th>
            </tr>
          </thead>
        )}
        <tbody>
          {calls.map((call) => (
            <tr key={call.id} className="border-t border-line">
              <td className="px-4 py-3 font-semibold">
                {words(call.isOnHold ? 'states.held' : `states.${call.state}`)}
              </td>
              <td className="px-4 py-3">{call.isCallback ? words('callback') : call.totemName}</td>
              <td className="px-4 py-3">{call.serviceTitle}</td>
              <td className="px-4 py-3 tabular-nums">{clockText(now - call.since)}</td>
              <td className="px-4 py-3">
                {call.operators.join(', ')}
                {call.supervisor ? (
                  <span className="block text-sm text-ink-2">
                    {words(`as.${call.supervisor.as}`, { name: call.supervisor.displayName })}
                  </span>
                ) : null}
              </td>
              <td className="px-4 py-2">
                <Keys call={call} visit={visit} canListen={listeningAllowed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {calls.length === 0 ? <p className="px-4 pb-4 text-ink-2">{words('none')}</p> : null}
    </section>
  )
}

/**
 * Listening is there only where the body has turned it on. The keys of a call come back when it is left, and with
 * them whoever leaves it by keyboard.
 */
function Keys({ call, visit, canListen }: { call: WallCall; visit: Visit; canListen: boolean }) {
  const words = useTranslations('supervisor.calls')
  if (call.state !== 'in_call' || visit.call?.id === call.id) return null
  const { supervisor } = call
  if (supervisor) {
    if (!supervisor.isYou) return null
    const again = supervisor.as === 'third' ? visit.enter : visit.listen
    return (
      <span className="flex justify-end">
        <Button ref={catchFocus} size="small" onClick={() => again(call.id)}>
          {words('again')}
        </Button>
      </span>
    )
  }
  return (
    <span className="flex justify-end gap-2">
      {canListen ? (
        <Button ref={catchFocus} size="small" onClick={() => visit.listen(call.id)}>
          {words('listen')}
        </Button>
      ) : null}
      <Button ref={catchFocus} size="small" onClick={() => visit.enter(call.id)}>
        {words('enter')}
      </Button>
    </span>
  )
}
