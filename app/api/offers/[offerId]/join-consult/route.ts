import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody, parseInput } from '@/lib/http/parse-input.ts'
import { refused } from '@/lib/http/refusals.ts'
import { requireOperator } from '@/lib/identity/staff.ts'
import { server } from '@/lib/server.ts'
import { OfferParams, PageInput } from '@/lib/switchboard/shell/command-inputs.ts'

export const POST = endpoint(async (request, { params }) => {
  const operator = await requireOperator(request)
  const { offerId } = parseInput(OfferParams, await params)
  const { epoch } = await parseBody(request, PageInput)
  const seat = await server().switchboard.seatInConsult({ ...operator, epoch }, offerId)
  if (!seat.ok) return refused(seat.refusal)
  return Response.json(await server().ticketFor('desk', seat.value.room, seat.value.identity))
})
