import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody, parseInput } from '@/lib/http/parse-input.ts'
import { refused } from '@/lib/http/refusals.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { server } from '@/lib/server.ts'
import { CallParams, PageInput } from '@/lib/switchboard/shell/command-inputs.ts'

export const POST = endpoint(async (request, { params }) => {
  const totem = await requireTotem(request)
  const { callId } = parseInput(CallParams, await params)
  const { epoch } = await parseBody(request, PageInput)
  const seat = await server().switchboard.seatOfTotem({ ...totem, epoch }, callId)
  if (!seat.ok) return refused(seat.refusal)
  return Response.json(await server().ticketFor('totem', seat.value.room, seat.value.identity))
})
