import { oncePerProcess } from '../config/once-per-process.ts'
import { type AttemptLimit, attemptLimit } from './attempt-limit.ts'

/** Sixty links that stand for nothing from one network address within a quarter of an hour: nobody mistypes more often. */
export const inviteLimit = (): AttemptLimit =>
  oncePerProcess('invite-limit', () => attemptLimit('invite-address', 60))
