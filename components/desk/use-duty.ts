'use client'

import { useEffect, useState } from 'react'
import type { CommandAnswer } from '@/lib/events/send-command.ts'
import type { BreakReason, Channels, Intent } from '@/lib/switchboard/board.ts'
import { type DeviceCheckControl, useDeviceCheck } from './devices/use-device-check.ts'
import { type DutyTrouble, troubleOf } from './duty-trouble.ts'
import { engagementOf } from './offer-of.ts'
import { askToNotify } from './ring/use-ring-alerts.ts'
import type { Desk } from './use-desk.ts'
import type { WrapUpDraft } from './wrap-up/wrap-up-draft.ts'

/** Going on and off duty, and the work around calls; a command that did not arrive is told. */
export interface Duty {
  devices: DeviceCheckControl
  /** Why the last command came to nothing, where the view will not say it. */
  trouble: DutyTrouble | null
  forgetTrouble: () => void
  /** @param reason of a break */
  setIntent: (intent: Intent, reason?: BreakReason) => void
  /** "Ci sono". */
  comeBack: () => void
  saveWrapUp: (callId: string, draft: WrapUpDraft) => Promise<boolean>
  extendWrapUp: (callId: string) => void
}

export function useDuty(desk: Desk): Duty {
  const [trouble, setTrouble] = useState<DutyTrouble | null>(null)
  const view = desk.received?.view ?? null

  const send = async (path: string, body?: object): Promise<CommandAnswer> => {
    setTrouble(null)
    const answer = await desk.send(path, body)
    setTrouble(answer.ok ? null : troubleOf(answer.refusal))
    return answer
  }
  const devices = useDeviceCheck(
    (channels: Channels) => void send('/api/desk/devices', { channels }),
    desk.networkTrial,
  )

  const isRung = view !== null && engagementOf(view) !== null
  const isOurs = desk.control.session.kind === 'open'
  const closeCheck = devices.close
  useEffect(() => {
    // A call has its own use for the devices. And of a page that another has replaced they are off: besides, Chromium
    // gives no picture to the newer one while the older holds a camera that it does not show.
    if (isRung || !isOurs) closeCheck()
  }, [isRung, isOurs, closeCheck])

  return {
    devices,
    trouble,
    forgetTrouble: () => setTrouble(null),
    setIntent(intent, reason) {
      if (intent === 'available') {
        askToNotify()
        // The same click opens camera and microphone: nothing rings before they are checked.
        if (view?.devices.kind === 'unchecked' && !isRung) devices.start()
      }
      void send('/api/desk/intent', reason ? { intent, reason } : { intent }).then((answer) => {
        // Nobody needs a camera for calls that cannot come.
        if (!answer.ok && troubleOf(answer.refusal) === 'noSkills') closeCheck()
      })
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
