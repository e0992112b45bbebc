import { isSameOrigin } from '../http/is-same-origin.ts'

/** What Payload's route handlers look like. */
type ContentHandler = (
  request: Request,
  context: { params: Promise<{ slug?: string[] }> },
) => Promise<Response>

/**
 * Ways into an account that pass by our sign-in, which counts failed attempts and tells nobody which
 * addresses have an account. Passwords are set by the administrator, never by e-mail.
 */
const CLOSED = new Set(['login', 'first-register', 'forgot-password', 'reset-password', 'unlock', 'verify'])

/** Lets only our own pages change records, and keeps Payload's own sign-in shut. */
export function guardedContentApi(handler: ContentHandler): ContentHandler {
  return async (request, context) => {
    if (request.method !== 'GET' && !isSameOrigin(request)) return answer(403, 'not-allowed')
    const slug = (await context.params).slug ?? []
    if (slug[0] === 'operators' && CLOSED.has(slug[1] ?? '')) return answer(404, 'not-found')
    return handler(request, context)
  }
}

const answer = (status: number, error: string): Response => Response.json({ error }, { status })
