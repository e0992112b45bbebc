'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { createCallMedia, type WholeCallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import type { PlanRules } from '@/components/call/plan-feed.ts'
import type { RoomTicket } from '@/components/call/room-ticket.ts'
import { usePageMedia } from '@/components/call/use-page-media.ts'
import { sendCommand } from '@/lib/events/send-command.ts'
import { subscribeView } from '@/lib/events/subscribe-view.ts'
import { type CallId, epochMs } from '@/lib/switchboard/ids.ts'
import { supervisorMediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { SupervisionView } from '@/lib/switchboard/views.ts'

export type VisitedCall = NonNullable<SupervisionView['call']>

/** The one call that this page is in, as a listener or as a third. */
export interface Visit {
  call: VisitedCall | null
  media: WholeCallMedia
  state: CallMediaState
  /** Why the last wish came to nothing. */
  refusal: string | null
  /** The last call ended, moved on or let this page go without being asked. */
  hasEnded: boolean
  forget: () => void
  listen: (id: CallId) => void
  enter: (id: CallId) => void
  leave: () => Promise<unknown>
}

/** The place is renewed well within its 30 s. */
const STAY_EVERY_MS = 10_000

/**
 * Both ends are told who listens or joins before anything of theirs can come here: the place in the room is
 * given only by the view that says so.
 */
export function useVisit(): Visit {
  const [id, setId] = useState<CallId | null>(null)
  const [call, setCall] = useState<VisitedCall | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [hasEnded, setHasEnded] = useState(false)
  const current = useRef<CallId | null>(null)
  /** The last that was asked for: answers may come in another order. */
  const wished = useRef<{ to: CallId } | null>(null)
  const { media, state, onView, onBeat } = usePageMedia(
    createCallMedia,
    {
      async fetchToken() {
        const answer = await sendCommand<RoomTicket>(`/api/supervisor/calls/${current.current}/join`, {})
        if (!answer.ok) throw new Error(`no ticket: ${answer.refusal}`)
        return answer.value
      },
    },
    RULES,
  )

  useEffect(() => {
    current.current = id
    if (id === null) return
    let as: VisitedCall['as'] | null = null
    const stop = subscribeView<SupervisionView>(`/api/supervisor/calls/${id}/stream`, {
      onView(view) {
        // A listener opens neither camera nor microphone.
        if (view.call && view.call.as !== as) {
          as = view.call.as
          void media.openDevices(as === 'third' ? BOTH : NEITHER)
        }
        onView(view)
        setCall(view.call)
        // The call has moved on or is over, or somebody led us out.
        if (!view.call) {
          setId(null)
          setHasEnded(true)
        }
      },
      onBeat,
      onDown: () => undefined,
    })
    const stay = setInterval(() => void sendCommand(`/api/supervisor/calls/${id}/stay`, {}), STAY_EVERY_MS)
    const sayGoodbye = () => goodbye(id)
    window.addEventListener('pagehide', sayGoodbye)
    return () => {
      stop()
      clearInterval(stay)
      window.removeEventListener('pagehide', sayGoodbye)
      onView(NOWHERE)
      setCall(null)
    }
  }, [id, media, onView, onBeat])

  const forget = () => {
    setRefusal(null)
    setHasEnded(false)
  }
  const go = async (to: CallId, how: 'listen' | 'enter') => {
    forget()
    const wish = { to }
    wished.current = wish
    if (current.current && current.current !== to) await leaveCurrent()
    const answer = await sendCommand(`/api/supervisor/calls/${to}/${how}`, {})
    if (wished.current !== wish) {
      // Another has been wished for meanwhile; its ends must not be told for long of somebody who is not there.
      if (answer.ok && wished.current?.to !== to) await sayLeft(to)
      return
    }
    if (answer.ok) setId(to)
    else setRefusal(answer.refusal)
  }
  const leaveCurrent = useCallback(async () => {
    const left = current.current
    if (left === null) return
    setId(null)
    await sayLeft(left)
  }, [])
  const leave = useCallback(() => {
    wished.current = null
    return leaveCurrent()
  }, [leaveCurrent])

  return {
    call,
    media,
    state,
    refusal,
    hasEnded,
    forget,
    listen: (to) => void go(to, 'listen'),
    enter: (to) => void go(to, 'enter'),
    leave,
  }
}

const sayLeft = (id: CallId) => sendCommand(`/api/supervisor/calls/${id}/leave`, {})

/** A page that goes away says so: both ends would read for 30 s more that somebody listens. */
function goodbye(id: CallId) {
  void fetch(`/api/supervisor/calls/${id}/leave`, {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: '{}',
  }).catch(() => undefined)
}

const NOWHERE: SupervisionView = { audience: 'supervision', serverNow: epochMs(0), call: null }

const BOTH = { sound: true, picture: true }
const NEITHER = { sound: false, picture: false }

const RULES: PlanRules<SupervisionView> = {
  planOf: supervisorMediaPlan,
  hasCall: ({ call }) => call !== null,
}
