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
    if (!isStorableQuery(new URL(request.url).searchParams)) return answer(400, 'malformed')
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
  const isQuestion = methodFor(request) === 'GET'
  if (isQuestion ? !isStorableQuery(new URLSearchParams(body)) : NUL.test(body))
    throw new Malformed('not text that we can store')
  return new Request(url, { method, headers, signal, ...(body !== '' && { body }) })
}

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
