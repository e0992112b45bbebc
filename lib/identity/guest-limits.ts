import { oncePerProcess } from '../config/once-per-process.ts'
import { type AttemptLimit, attemptLimit } from './attempt-limit.ts'

/** Thirty times "Entra" with one link within a quarter of an hour, whoever has it: it is used once. */
export const arrivalLimit = (): AttemptLimit =>
  oncePerProcess('arrival-limit', () => attemptLimit('guest-arrival', 30))

/**
 * Six hundred requests of one guest within a quarter of an hour: a page makes sixty, and a few more each time that it
 * has lost its connection. Each waits for its turn with those of everybody else in the body.
 */
export const guestLimit = (): AttemptLimit => oncePerProcess('guest-limit', () => attemptLimit('guest', 600))
