'use client'

import { useEffect, useState } from 'react'
import type { CommandAnswer } from '@/lib/events/send-command.ts'
import type { BreakReason, Channels, Intent } from '@/lib/switchboard/board.ts'
import { type DeviceCheckControl, useDeviceCheck } from './devices/use-device-check.ts'
import { offerOf } from './offer-of.ts'
import { askToNotify } from './ring/use-ring-alerts.ts'
import type { Desk } from './use-desk.ts'
import type { WrapUpDraft } from './wrap-up/wrap-up-draft.ts'

/** Going on and off duty, and the work around calls; a command that did not arrive is told. */
export interface Duty {
  devices: DeviceCheckControl
  /** The last command did not reach the server. */
  hasFailed: boolean
  forgetFailure: () => void
  /** @param reason of a break */
  setIntent: (intent: Intent, reason?: BreakReason) => void
  /** "Ci sono". */
  comeBack: () => void
  saveWrapUp: (callId: string, draft: WrapUpDraft) => Promise<boolean>
  extendWrapUp: (callId: string) => void
}

export function useDuty(desk: Desk): Duty {
  const [hasFailed, setHasFailed] = useState(false)
  const view = desk.received?.view ?? null

  const send = async (path: string, body?: object): Promise<CommandAnswer> => {
    setHasFailed(false)
    const answer = await desk.send(path, body)
    if (!answer.ok && isTrouble(answer.refusal)) setHasFailed(true)
    return answer
  }
  const devices = useDeviceCheck((channels: Channels) => void send('/api/desk/devices', { channels }))

  const isRung = view !== null && offerOf(view) !== null
  const closeCheck = devices.close
  useEffect(() => {
    if (isRung) closeCheck()
  }, [isRung, closeCheck])

  return {
    devices,
    hasFailed,
    forgetFailure: () => setHasFailed(false),
    setIntent(intent, reason) {
      if (intent === 'available') {
        askToNotify()
        // The same click opens camera and microphone: nothing rings before they are checked.
        if (view?.devices.kind === 'unchecked' && !isRung) devices.start()
      }
      void send('/api/desk/intent', reason ? { intent, reason } : { intent })
    },
    comeBack: () => void send('/api/desk/back'),
    async saveWrapUp(callId, draft) {
      const answer = await send(`/api/wrap-ups/${callId}/save`, draft)
      // Over means that the time was up: the view has moved on, or will.
      return answer.ok || answer.refusal === 'wrap-up-over'
    },
    extendWrapUp: (callId) => void send(`/api/wrap-ups/${callId}/extend`),
  }
}

/** What the stream will not explain by itself. */
const isTrouble = (refusal: string) =>
  refusal === 'unreachable' || refusal === 'fault' || refusal === 'too-often'
