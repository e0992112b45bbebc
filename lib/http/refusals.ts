/**
 * What a command gives back when it was understood: its value, or an ordinary "no" that the screen
 * explains. Faults (our bug, a broken dependency) are thrown instead.
 */
export type Result<T, Refusal extends string> =
  | { ok: true; value: T }
  | { ok: false; refusal: Refusal; detail?: Readonly<Record<string, unknown>> }

/** Answers an ordinary "no": 409 and its code, with whatever the screen needs for the next step. */
export const refused = (refusal: string, detail: Readonly<Record<string, unknown>> = {}): Response =>
  Response.json({ ...detail, refusal }, { status: 409 })

/** Answers a command: its value, or the ordinary "no". */
export const answered = <T, Refusal extends string>(result: Result<T, Refusal>, status = 200): Response =>
  result.ok ? Response.json(result.value, { status }) : refused(result.refusal, result.detail)

const BRAND = Symbol.for('pronto.request-error')

/**
 * Thrown when a request cannot be served as asked; `endpoint` turns each into its status code.
 * `code` is what the caller sees, the message is for the log only.
 */
export abstract class RequestError extends Error {
  readonly [BRAND] = true
  abstract readonly status: number
  abstract readonly code: string
  /** Seconds until another try makes sense; null: trying again will not help. */
  readonly retryAfterSeconds: number | null = null
}

/**
 * True for every `RequestError`. Next loads this module several times in one process, and each copy has
 * classes of its own, so `instanceof` would not know one that another copy threw.
 */
export const isRequestError = (error: unknown): error is RequestError =>
  error instanceof Error && BRAND in error

/** The input is not what the route takes: 400. */
export class Malformed extends RequestError {
  override name = 'Malformed'
  readonly status = 400
  readonly code = 'malformed'
}

/** Nobody is signed in, or the totem has no credential: 401. */
export class NotSignedIn extends RequestError {
  override name = 'NotSignedIn'
  readonly status = 401
  readonly code = 'not-signed-in'
}

/** Signed in, but this is not theirs to do: 403. */
export class NotAllowed extends RequestError {
  override name = 'NotAllowed'
  readonly status = 403
  readonly code = 'not-allowed'
}

/** No such thing, or not one that the caller may know of: 404. */
export class NotFound extends RequestError {
  override name = 'NotFound'
  readonly status = 404
  readonly code = 'not-found'
}

/** The body is larger than any of ours: 413. */
export class TooLarge extends RequestError {
  override name = 'TooLarge'
  readonly status = 413
  readonly code = 'too-large'
}

/** More often than anyone needs: 429. */
export class TooOften extends RequestError {
  override name = 'TooOften'
  readonly status = 429
  readonly code = 'too-often'
  override readonly retryAfterSeconds: number

  constructor(message: string, retryAfterSeconds: number) {
    super(message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Something we depend on is away; the same request will work later: 503. */
export class Unavailable extends RequestError {
  override name = 'Unavailable'
  readonly status = 503
  readonly code: string = 'unavailable'
  override readonly retryAfterSeconds: number = 1
}
