import { isSameOrigin } from '../http/is-same-origin.ts'
import { isOpenRoute } from './content-api-routes.ts'

/** What Payload's route handlers look like. */
type ContentHandler = (
  request: Request,
  context: { params: Promise<{ slug?: string[] }> },
) => Promise<Response>

/** Lets only our own pages change records, and only through the routes that they use. */
export function guardedContentApi(handler: ContentHandler): ContentHandler {
  return async (request, context) => {
    if (request.method !== 'GET' && !isSameOrigin(request)) return answer(403, 'not-allowed')
    const slug = (await context.params).slug ?? []
    if (!isOpenRoute(methodFor(request), slug)) return answer(404, 'not-found')
    return handler(request, context)
  }
}

/** As Payload takes it: a question that is too long for an address comes as a post that says it is a GET. */
function methodFor(request: Request): string {
  if (request.method !== 'POST') return request.method
  return OVERRIDES.some((name) => request.headers.get(name) === 'GET') ? 'GET' : 'POST'
}

const OVERRIDES = ['x-payload-http-method-override', 'x-http-method-override']

const answer = (status: number, error: string): Response => Response.json({ error }, { status })
