import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody, parseInput } from '@/lib/http/parse-input.ts'
import { answered } from '@/lib/http/refusals.ts'
import { requireOperator } from '@/lib/identity/staff.ts'
import { switchboard } from '@/lib/server.ts'
import { OfferParams, TickInput } from '@/lib/switchboard/shell/command-inputs.ts'
import { deskCommand } from '@/lib/switchboard/shell/command-of.ts'

export const POST = endpoint(async (request, { params }) => {
  const operator = await requireOperator(request)
  const { offerId } = parseInput(OfferParams, await params)
  const { epoch, ...ticking } = await parseBody(request, TickInput)
  const event = { type: 'stageTicked' as const, offerId, operatorId: operator.operatorId, epoch, ticking }
  return answered(await switchboard().run(deskCommand(request, operator, event)))
})
