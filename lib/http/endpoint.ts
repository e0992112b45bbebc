import { randomUUID } from 'node:crypto'
import { log } from '../config/log.ts'
import { isDatabaseAway } from '../storage/is-database-away.ts'
import { isSameOrigin } from './is-same-origin.ts'
import { MAX_BODY_BYTES } from './parse-input.ts'
import { isRequestError, NotAllowed, TooLarge } from './refusals.ts'

/** What Next calls. The route's parameters are still to be parsed. */
export type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>

/**
 * Wraps a route handler: refuses posts from other origins and bodies that are too large before the
 * handler runs, and turns whatever it throws into a status code without saying why to the caller.
 */
export function endpoint(
  handler: Handler,
  /** `any`: posts come from a machine that proves itself in another way, such as the webhook's signature. */
  options: { origin?: 'same' | 'any' } = {},
): Handler {
  return async (request, context) => {
    try {
      if (request.method === 'POST') guardPost(request, options.origin ?? 'same')
      return keptByNobody(await handler(request, context))
    } catch (error) {
      return keptByNobody(answerTo(error, request))
    }
  }
}

/** Answers are for whoever asked, now: no cache on the way keeps one, unless its route says for how long. */
export function keptByNobody(answer: Response): Response {
  if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'no-store')
  return answer
}

function guardPost(request: Request, origin: 'same' | 'any') {
  if (origin === 'same' && !isSameOrigin(request)) throw new NotAllowed('post from another origin')
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > MAX_BODY_BYTES) throw new TooLarge(`declared ${declared} bytes`)
}

function answerTo(error: unknown, request: Request): Response {
  const where = { method: request.method, path: new URL(request.url).pathname }
  if (isRequestError(error)) {
    log().debug({ ...where, code: error.code, reason: error.message }, 'request not served')
    return failure(error.status, { error: error.code }, error.retryAfterSeconds)
  }
  if (isDatabaseAway(error)) {
    log().warn({ ...where, err: error }, 'database away')
    return failure(503, { error: 'unavailable' }, 1)
  }
  const reference = randomUUID()
  log().error({ ...where, reference, err: error }, 'fault')
  return failure(500, { error: 'fault', reference }, null)
}

const failure = (status: number, body: object, retryAfterSeconds: number | null): Response =>
  Response.json(body, {
    status,
    headers: retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) },
  })
