import { keptByNobody } from '../http/endpoint.ts'
import { isSameOrigin } from '../http/is-same-origin.ts'
import { isStorableQuery, MAX_BODY_BYTES, readText } from '../http/parse-input.ts'
import { isRequestError, Malformed, TooLarge } from '../http/refusals.ts'
import { isOpenRoute } from './content-api-routes.ts'

/** What Payload's route handlers look like. */
type ContentHandler = (
  request: Request,
  context: { params: Promise<{ slug?: string[] }> },
) => Promise<Response>

/** Lets only our own pages change records, only through the routes that they use, and only so much at once. */
export function guardedContentApi(handler: ContentHandler): ContentHandler {
  return async (request, context) => {
    if (request.method !== 'GET' && !isSameOrigin(request)) return answer(403, 'not-allowed')
    const slug = (await context.params).slug ?? []
    if (!isOpenRoute(methodFor(request), slug)) return answer(404, 'not-found')
    if (!isSoundQuestion(new URL(request.url).searchParams)) return answer(400, 'malformed')
    try {
      return keptByNobody(await handler(await withBodyRead(request), context))
    } catch (error) {
      if (isRequestError(error)) return answer(error.status, error.code)
      throw error
    }
  }
}

/** The same request, its body read within our limit: Payload has none. @throws TooLarge, Malformed */
async function withBodyRead(request: Request): Promise<Request> {
  if (request.method === 'GET') return request
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > MAX_BODY_BYTES) throw new TooLarge(`declared ${declared} bytes`)
  const { url, method, headers, signal } = request
  const body = await readText(request)
  const isSound =
    methodFor(request) === 'GET'
      ? isSoundQuestion(new URLSearchParams(body))
      : !NUL.test(body) && (!isJson(headers) || body === '' || isSoundRecord(body))
  if (!isSound) throw new Malformed('not what Payload can read or we can store')
  return new Request(url, { method, headers, signal, ...(body !== '' && { body }) })
}

/** Payload takes what it is asked as it is: each of these would be a fault of ours (500). */
function isSoundQuestion(asked: URLSearchParams): boolean {
  const isCount = (name: string) => asked.getAll(name).every((value) => COUNT.test(value))
  return isStorableQuery(asked) && COUNTS.every(isCount) && ![...asked.keys()].some(isAboutPlaces)
}

const COUNTS = ['page', 'limit', 'depth']
/** Empty: as if it had not been named. */
const COUNT = /^\d{0,9}$/

/** No record has a point on a map. */
const isAboutPlaces = (name: string) => /\[(near|within|intersects)\]/.test(name)

const isJson = (headers: Headers) => headers.get('content-type')?.startsWith('application/json') ?? false

/** One record, and no deeper than the longest text of lists within lists. */
function isSoundRecord(body: string): boolean {
  let layer: unknown[]
  try {
    layer = [JSON.parse(body)]
  } catch {
    return false
  }
  if (!isPlain(layer[0])) return false
  for (let depth = 0; layer.length > 0; depth += 1) {
    if (depth > DEEPEST) return false
    layer = layer.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    )
  }
  return true
}

const DEEPEST = 100

const isPlain = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** As Payload takes it: a question that is too long for an address comes as a post that says it is a GET. */
function methodFor(request: Request): string {
  if (request.method !== 'POST') return request.method
  return OVERRIDES.some((name) => request.headers.get(name) === 'GET') ? 'GET' : 'POST'
}

/**
 * PostgreSQL stores none, and Payload would answer with a fault. As JSON writes it, also inside a form; behind a
 * backslash that is itself written twice it is no more than what somebody typed.
 */
const NUL = /(?<!\\)(?:\\\\)*\\u0000/

const OVERRIDES = ['x-payload-http-method-override', 'x-http-method-override']

const answer = (status: number, error: string): Response => Response.json({ error }, { status })
