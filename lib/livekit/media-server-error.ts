import { Unavailable } from '../http/refusals.ts'

/** The media server did not do what it was asked: it is away, or it answered with an error. */
export class MediaServerError extends Unavailable {
  override name = 'MediaServerError'
  override readonly code = 'media-unavailable'

  constructor(what: string, cause: unknown) {
    super(`LiveKit did not ${what}`, { cause })
  }
}
