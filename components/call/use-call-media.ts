'use client'

import { useCallback, useMemo, useState } from 'react'
import { consultSeatOf, deskConsultPlan, deskMediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { DeskView, DeskWork } from '@/lib/switchboard/views.ts'
import { type CallMedia, type CallMediaOptions, createCallMedia, type WholeCallMedia } from './call-media.ts'
import type { CallMediaState } from './call-media-state.ts'
import { createSharedDevices } from './copied-devices.ts'
import type { PlanRules } from './plan-feed.ts'
import { type PageMedia, usePageMedia } from './use-page-media.ts'

/** The desk's media: the room of its call, and the room in which it consults a colleague, if it does. */
export interface DeskPageMedia extends PageMedia<DeskView, WholeCallMedia> {
  consult: { media: CallMedia; state: CallMediaState }
}

/**
 * For the desk's page, where calls are the work: the media comes with the page.
 *
 * @param consultOptions of the second room, into which the same camera and microphone go
 */
export function useDeskCallMedia(
  options: CallMediaOptions,
  consultOptions: Pick<CallMediaOptions, 'fetchToken' | 'onJoined'>,
): DeskPageMedia {
  const [make] = useState(() => {
    const { own, copies } = createSharedDevices()
    return {
      call: (given: CallMediaOptions) => createCallMedia({ ...given, devices: own }),
      consult: (given: CallMediaOptions) => createCallMedia({ ...given, devices: copies }),
    }
  })
  const call = usePageMedia(make.call, options, RULES)
  const consult = usePageMedia(
    make.consult,
    options.chosenDevices ? { ...consultOptions, chosenDevices: options.chosenDevices } : consultOptions,
    CONSULT_RULES,
  )
  const { media: callMedia, onView: callView, onBeat: callBeat } = call
  const { media: consultMedia, onView: consultView, onBeat: consultBeat } = consult

  /** One person has one switch, whomever they talk to. */
  const media = useMemo(
    (): WholeCallMedia => ({
      ...callMedia,
      setUserMuted(muted) {
        callMedia.setUserMuted(muted)
        consultMedia.setUserMuted(muted)
      },
      async takeChosen(role) {
        // The camera and the microphone of the second room are copies of these.
        if (role === 'speaker') await consultMedia.takeChosen(role)
        return callMedia.takeChosen(role)
      },
      muteUndeclared(declared) {
        callMedia.muteUndeclared(declared)
        consultMedia.setUserMuted(callMedia.state().userMuted)
      },
    }),
    [callMedia, consultMedia],
  )
  const onView = useCallback(
    (view: DeskView) => {
      // What is closed to the visitor is closed before anything opens to the colleague.
      callView(view)
      if (consultSeatOf(view.work)) consultMedia.setUserMuted(callMedia.state().userMuted)
      consultView(view)
    },
    [callView, consultView, callMedia, consultMedia],
  )
  const onBeat = useCallback(() => {
    callBeat()
    consultBeat()
  }, [callBeat, consultBeat])
  return { media, state: call.state, consult: { media: consultMedia, state: consult.state }, onView, onBeat }
}

const RULES: PlanRules<DeskView> = {
  planOf: deskMediaPlan,
  hasCall: ({ page, work }) => page === 'current' && WITH_A_CALL.has(work.kind) && !isByTelephone(work),
}

const CONSULT_RULES: PlanRules<DeskView> = {
  planOf: deskConsultPlan,
  hasCall: ({ page, work }) => page === 'current' && consultSeatOf(work) !== null,
}

/** No camera opens for a callback, not even while it rings. */
const isByTelephone = (work: DeskWork) => 'offer' in work && work.offer.callback !== null

const WITH_A_CALL: ReadonlySet<DeskView['work']['kind']> = new Set([
  'ringing',
  'connecting',
  'in_call',
  'consult_ringing',
  'consulting',
  'joining',
])
