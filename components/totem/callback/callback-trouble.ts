import type { Failure } from '@/lib/events/send-command.ts'
import type { CallbackRefusal } from '@/lib/switchboard/events.ts'

/** Each way in which a number is not taken; every one has words. */
export type CallbackTrouble =
  | 'phone-invalid'
  | 'window-unavailable'
  | 'callback-exists'
  | 'callbacks-full'
  | 'call-answered'
  | 'unreachable'
  | 'fault'

const TROUBLES = {
  'phone-invalid': 'phone-invalid',
  'reason-too-long': 'fault',
  'window-unavailable': 'window-unavailable',
  'callback-exists': 'callback-exists',
  'callbacks-full': 'callbacks-full',
  'service-unknown': 'fault',
  'call-exists': 'call-answered',
  'call-unknown': 'fault',
  'call-answered': 'call-answered',
  'call-over': 'fault',
  malformed: 'phone-invalid',
  'not-signed-in': 'fault',
  'not-allowed': 'fault',
  'not-found': 'fault',
  'too-large': 'fault',
  'too-often': 'callbacks-full',
  fault: 'fault',
  unreachable: 'unreachable',
} as const satisfies Readonly<Record<CallbackRefusal | Failure, CallbackTrouble>>

const isKnown = (refusal: string): refusal is keyof typeof TROUBLES => Object.hasOwn(TROUBLES, refusal)

/** The words for a refusal's code; a code that we do not know is a fault, never a silent form. */
export const callbackTroubleOf = (refusal: string): CallbackTrouble =>
  isKnown(refusal) ? TROUBLES[refusal] : 'fault'
