import type { Call, Offer } from './board.ts'
import type { Draft } from './draft.ts'
import { endCall } from './engagement.ts'
import type { HolderEvent, Refusal } from './events.ts'
import { admitGuest, dismissGuest, inviteGuest } from './guests.ts'
import { holdCall, resumeCall } from './hold.ts'
import { bringIn, promoteSecond, returnFromConsult, startConsult } from './second.ts'
import { showOnStage, tickOnStage } from './stage.ts'
import { transferCall } from './transfer.ts'

/** What the operator who has a call does with it. Null: accepted. */
export function applyHolderEvent(draft: Draft, call: Call, offer: Offer, event: HolderEvent): Refusal | null {
  if (call.state !== 'in_call') return 'not-in-call'
  switch (event.type) {
    case 'guestInvited':
      return inviteGuest(draft, call, event)
    case 'guestAdmitted':
      return admitGuest(draft, call, event.guestId)
    case 'guestDismissed':
      return dismissGuest(draft, call, event.guestId)
    case 'callHeld':
      return call.second ? 'consult-running' : holdCall(draft, call)
    case 'callResumed':
      return call.second ? 'consult-running' : resumeCall(draft, call)
    case 'callTransferred':
      return transferCall(draft, call, offer, event)
    case 'consultStarted':
      return startConsult(draft, call, { from: offer.operatorId, to: event.to, note: event.note })
    case 'consultCompleted':
      return bringIn(draft, call, 'take_over')
    case 'consultMerged':
      return bringIn(draft, call, 'stay')
    case 'consultReturned':
      return returnFromConsult(draft, call)
    case 'stageSet':
      return showOnStage(draft, call, event.showing)
    case 'stageTicked':
      return tickOnStage(draft, call, event.ticking)
  }
}

/**
 * [SW-70] [SW-156] Hanging up ends the call, unless a colleague talks to the visitor too, who then has it.
 * While one is on the way, nobody knows yet whose call it is.
 */
export function hangUp(draft: Draft, call: Call): Refusal | null {
  const second = call.state === 'in_call' ? call.second : null
  if (second?.stage === 'joining') return 'hand-over-running'
  if (call.state === 'in_call' && second?.stage === 'beside') promoteSecond(draft, call, 'completed')
  else endCall(draft, call, { kind: 'ended', by: 'desk' }, 'completed')
  return null
}
