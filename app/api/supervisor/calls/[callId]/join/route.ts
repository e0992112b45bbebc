import { endpoint } from '@/lib/http/endpoint.ts'
import { parseInput } from '@/lib/http/parse-input.ts'
import { refused } from '@/lib/http/refusals.ts'
import { requireSupervisor } from '@/lib/identity/staff.ts'
import { server } from '@/lib/server.ts'
import { CallParams } from '@/lib/switchboard/shell/command-inputs.ts'

export const POST = endpoint(async (request, { params }) => {
  const supervisor = await requireSupervisor(request)
  const { callId } = parseInput(CallParams, await params)
  const seat = await server().switchboard.seatOfSupervisor(supervisor, callId)
  if (!seat.ok) return refused(seat.refusal)
  const { room, identity, isHeard } = seat.value
  return Response.json(await server().ticketFor(isHeard ? 'third' : 'listener', room, identity))
})
