import { endpoint } from '@/lib/http/endpoint.ts'
import { refused } from '@/lib/http/refusals.ts'
import { requireGuest } from '@/lib/identity/guests.ts'
import { server } from '@/lib/server.ts'

/** The token is made here and nowhere earlier: for whoever has been let in. */
export const POST = endpoint(async (request) => {
  const guest = await requireGuest(request)
  const seat = await server().switchboard.seatOfGuest(guest)
  if (!seat.ok) return refused(seat.refusal)
  return Response.json(await server().ticketFor('guest', seat.value.room, seat.value.identity))
})
