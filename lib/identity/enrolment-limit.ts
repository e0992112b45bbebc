import { oncePerProcess } from '../config/once-per-process.ts'
import { type AttemptLimit, attemptLimit } from './attempt-limit.ts'

/** Twenty wrong codes from one network address within a quarter of an hour: nobody mistypes more often. */
export const enrolmentLimit = (): AttemptLimit =>
  oncePerProcess('enrolment-limit', () => attemptLimit('enrolment-address', 20))
