import type { Failure } from '@/lib/events/send-command.ts'
import type { CallOutcome } from '@/lib/switchboard/board.ts'
import type { AdmissionRefusal } from '@/lib/switchboard/events.ts'

/** Each way in which a visitor does not get what they came for; every one has words and next steps. */
export type Trouble =
  | 'body-closed'
  | 'totem-closed'
  | 'service-closed'
  | 'nobody-on-duty'
  | 'closing-soon'
  | 'queue-full'
  | 'totem-out-of-service'
  | 'service-unknown'
  | 'call-exists'
  | 'media-away'
  | 'media-failed'
  | 'call-expired'
  | 'call-overflowed'
  | 'closing'
  | 'walked-off'
  | 'call-lost'
  | 'offline'
  | 'fault'

/** What can be tried again from the same screen. The others would only fail again. */
export const CAN_RETRY: Readonly<Record<Trouble, boolean>> = {
  'body-closed': false,
  'totem-closed': false,
  'service-closed': false,
  'nobody-on-duty': true,
  'closing-soon': true,
  'queue-full': true,
  'totem-out-of-service': false,
  'service-unknown': false,
  'call-exists': true,
  'media-away': true,
  'media-failed': true,
  'call-expired': true,
  'call-overflowed': false,
  closing: false,
  'walked-off': true,
  'call-lost': true,
  offline: false,
  fault: true,
}

type PlacingAnswer = AdmissionRefusal | Failure

/** The screen for each "no" and each failure that placing a call can meet. */
const TROUBLES = {
  'body-closed': 'body-closed',
  'totem-closed': 'totem-closed',
  'service-closed': 'service-closed',
  'nobody-on-duty': 'nobody-on-duty',
  'closing-soon': 'closing-soon',
  'nobody-skilled': 'service-unknown',
  'queue-full': 'queue-full',
  'totem-out-of-service': 'totem-out-of-service',
  'service-unknown': 'service-unknown',
  'call-exists': 'call-exists',
  malformed: 'fault',
  'not-signed-in': 'fault',
  'not-allowed': 'fault',
  'not-found': 'fault',
  'too-large': 'fault',
  'too-often': 'queue-full',
  fault: 'fault',
  unreachable: 'offline',
} as const satisfies Readonly<Record<PlacingAnswer, Trouble>>

const isKnown = (refusal: string): refusal is PlacingAnswer => Object.hasOwn(TROUBLES, refusal)

/** The screen for a refusal's code; a code that we do not know is a fault, never an empty screen. */
export function troubleOf(refusal: string): Trouble {
  return isKnown(refusal) ? TROUBLES[refusal] : 'fault'
}

/**
 * What the totem shows once a call is over: thanks after a talk, nothing when the visitor cancelled,
 * and otherwise what went wrong.
 */
export function afterCall(
  outcome: Exclude<CallOutcome, { kind: 'callback' }>,
): 'thanks' | 'nothing' | Trouble {
  switch (outcome.kind) {
    case 'ended':
      return outcome.by === 'totem' || outcome.by === 'desk' ? 'thanks' : 'call-lost'
    case 'abandoned':
      if (outcome.by === 'walked_off') return 'walked-off'
      return outcome.by === 'visitor' ? 'nothing' : 'call-lost'
    case 'expired':
      return 'call-expired'
    case 'overflowed':
      return 'call-overflowed'
    case 'closed':
      if (outcome.why === 'closing') return 'closing'
      return outcome.why === 'media_away' ? 'media-away' : 'media-failed'
    // Ends of a callback, which no totem shows.
    case 'callback_failed':
      return 'nothing'
  }
}
