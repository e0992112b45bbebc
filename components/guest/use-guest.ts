'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { createCallMedia, type WholeCallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import type { PlanRules } from '@/components/call/plan-feed.ts'
import type { RoomTicket } from '@/components/call/room-ticket.ts'
import { usePageMedia } from '@/components/call/use-page-media.ts'
import { sendCommand } from '@/lib/events/send-command.ts'
import { subscribeView } from '@/lib/events/subscribe-view.ts'
import { epochMs, type GuestId } from '@/lib/switchboard/ids.ts'
import { guestMediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { GuestStage, GuestView } from '@/lib/switchboard/views.ts'
import { forgetMuted, keepMuted, keptMuted } from './kept-muted.ts'

/** Where somebody invited is. */
export type GuestScreen =
  /** The link is open, nothing is used up yet. */
  | { kind: 'welcome' }
  | { kind: 'entering' }
  | Exclude<GuestStage, { kind: 'over' }>
  | { kind: 'over'; why: string }

export interface Guest {
  screen: GuestScreen
  /** The server has not been heard for a moment. */
  isLinkDown: boolean
  media: WholeCallMedia
  mediaState: CallMediaState
  enter: () => void
  leave: () => void
}

/** A link, and whom it makes of whoever uses it. */
interface Invitation {
  invite: string
  guestId: GuestId
}

/**
 * The page of somebody invited: enters once, says that it is there, and follows what it is told.
 * @param first what the link led to
 */
export function useGuest(
  { invite, guestId }: Invitation,
  first: 'welcome' | 'entering' | { why: string },
): Guest {
  const [screen, setScreen] = useState<GuestScreen>(
    typeof first === 'string' ? { kind: first } : { kind: 'over', why: first.why },
  )
  const [isLinkDown, setLinkDown] = useState(false)
  const isBusy = useRef(false)
  const { media, state, onView, onBeat } = usePageMedia<GuestView, WholeCallMedia>(
    createCallMedia,
    {
      async fetchToken() {
        const answer = await sendCommand<RoomTicket>(guestUrl('join', guestId), {})
        if (!answer.ok) throw new Error(`no ticket: ${answer.refusal}`)
        return answer.value
      },
    },
    RULES,
  )

  const kept = useMemo(
    (): WholeCallMedia => ({
      ...media,
      setUserMuted(muted) {
        media.setUserMuted(muted)
        keepMuted(media.state().userMuted)
      },
    }),
    [media],
  )

  const isInside = screen.kind === 'entering' || screen.kind === 'at_door' || screen.kind === 'admitted'
  useEffect(() => {
    if (!isInside) return
    // Before a plan opens anything.
    media.setUserMuted(keptMuted())
    let isOver = false
    const end = (why: string) => {
      isOver = true
      forgetMuted()
      media.closeDevices()
      setScreen({ kind: 'over', why })
    }
    const stop = subscribeView<GuestView>(guestUrl('stream', guestId), {
      onView(view) {
        if (isOver) return
        setLinkDown(false)
        onView(view)
        if (view.stage.kind === 'over') end(view.stage.why)
        else setScreen(view.stage)
      },
      onBeat() {
        setLinkDown(false)
        onBeat()
      },
      onDown: () => setLinkDown(true),
    })
    const stay = async () => {
      const answer = await sendCommand(guestUrl('stay', guestId), {})
      if (isOver || answer.ok || !IS_OVER.has(answer.refusal)) return
      onView(OUT)
      end(answer.refusal === 'not-signed-in' ? 'call-over' : answer.refusal)
    }
    void stay()
    const staying = setInterval(() => void stay(), STAY_MS)
    return () => {
      isOver = true
      stop()
      clearInterval(staying)
    }
  }, [isInside, guestId, media, onView, onBeat])

  return {
    screen,
    isLinkDown,
    media: kept,
    mediaState: state,
    enter() {
      if (isBusy.current) return
      isBusy.current = true
      forgetMuted()
      // In the tap's own handler, so that the browser asks now.
      void media.openDevices()
      void sendCommand('/api/guests/arrivals', { invite }).then((answer) => {
        isBusy.current = false
        if (answer.ok) {
          setScreen({ kind: 'entering' })
          return
        }
        media.closeDevices()
        setScreen({ kind: 'over', why: answer.refusal })
      })
    },
    leave() {
      // Nothing leaves the page from here on, whenever the server hears of it.
      onView(OUT)
      media.closeDevices()
      forgetMuted()
      void sendCommand(guestUrl('leave', guestId), {})
      setScreen({ kind: 'over', why: 'guest-left' })
    },
  }
}

/** Names the guest, because another page of this browser may be another one. */
const guestUrl = (path: string, guestId: GuestId): string => `/api/guests/${path}?guest=${guestId}`

/** A third of what a guest may stay silent (`Rules.guestLeaseMs`), so that one that is lost ends nothing. */
const STAY_MS = 15_000

/** The server says that this is nobody's place any more; anything else may pass. */
const IS_OVER: ReadonlySet<string> = new Set([
  'not-signed-in',
  'call-over',
  'guest-left',
  'guest-removed',
  'guest-refused',
  'invite-expired',
  'invite-unknown',
])

/** What this page knows once it has gone. */
const OUT: GuestView = {
  audience: 'guest',
  // Its own clock is nobody's: only durations are made of it.
  serverNow: epochMs(0),
  bodyName: '',
  guest: null,
  stage: { kind: 'over', why: 'guest-left' },
}

const RULES: PlanRules<GuestView> = {
  planOf: guestMediaPlan,
  hasCall: ({ stage }) => stage.kind !== 'over',
}
