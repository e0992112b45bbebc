import type { Call, End } from './board.ts'
import { roomAway } from './deadlines.ts'
import { type Draft, setCall } from './draft.ts'
import { isPresent } from './eligibility.ts'
import { heldBy, loseEnd, returnEnd } from './engagement.ts'
import type { MediaEvent, Refusal } from './events.ts'

/** What the media server's rooms say. Never refused: a late or repeated report changes nothing. */
export function applyMediaEvent(draft: Draft, event: MediaEvent): Refusal | null {
  const call = draft.calls.get(event.callId)
  if (!call) return null
  if (call.state === 'over') {
    // The room may have opened after the visitor had left: it must not outlive the call.
    if (event.type === 'roomOpened') draft.effects.push({ type: 'closeRoom', callId: call.id })
    return null
  }
  switch (event.type) {
    case 'roomOpened':
      if (call.media.kind === 'opening') setCall(draft, call, call, { media: { kind: 'open' } })
      return null
    case 'roomFailed':
      if (call.media.kind === 'opening') roomAway(draft, call)
      return null
    case 'endGone':
      loseEnd(draft, call, event.end)
      return null
    case 'endSeen':
      if (isEndPresent(draft, call, event.end)) returnEnd(draft, call, event.end)
      return null
  }
}

/** An end is back only if its page is alive too: a picture without a page cannot be commanded. */
function isEndPresent(draft: Draft, call: Call, end: End): boolean {
  if (end === 'totem') {
    const totem = draft.totems.get(call.totemId)
    return totem?.presence === 'here' && totem.leaseEndsAt > draft.now
  }
  const offer = heldBy(draft, call)
  const operator = offer && draft.operators.get(offer.operatorId)
  return operator ? isPresent(operator, draft.now) : false
}
