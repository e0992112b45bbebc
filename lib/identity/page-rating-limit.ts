import { oncePerProcess } from '../config/once-per-process.ts'
import { type AttemptLimit, attemptLimit } from './attempt-limit.ts'

/** Three hundred touches at one totem within a quarter of an hour: one every three seconds, by whoever stands there. */
export const pageRatingLimit = (): AttemptLimit =>
  oncePerProcess('page-rating-limit', () => attemptLimit('page-rating', 300))
