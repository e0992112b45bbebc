import { endpoint } from '@/lib/http/endpoint.ts'
import { Unavailable } from '@/lib/http/refusals.ts'
import { requireOperator } from '@/lib/identity/staff.ts'
import { server } from '@/lib/server.ts'

/** A ticket to an empty room, to try the way to the media server before the first call comes. */
export const POST = endpoint(async (request) => {
  await requireOperator(request)
  const ticket = await server()
    .trialTicket()
    .catch((error: unknown) => {
      throw new Unavailable('the media server opened no room', { cause: error })
    })
  return Response.json(ticket)
})
