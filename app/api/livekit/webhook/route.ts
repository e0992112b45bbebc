import { endpoint } from '@/lib/http/endpoint.ts'
import { readText } from '@/lib/http/parse-input.ts'
import { server } from '@/lib/server.ts'

/** From the media server, which signs what it sends. Answered at once: a slow receiver holds up its room's events. */
export const POST = endpoint(
  async (request) => {
    await server().takeWebhook(await readText(request), request.headers.get('authorization'))
    return new Response(null, { status: 200 })
  },
  { origin: 'any' },
)
