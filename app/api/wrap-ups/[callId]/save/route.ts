import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody, parseInput } from '@/lib/http/parse-input.ts'
import { answered } from '@/lib/http/refusals.ts'
import { requireOperator } from '@/lib/identity/staff.ts'
import { switchboard } from '@/lib/server.ts'
import { CallParams, OutcomeInput } from '@/lib/switchboard/shell/command-inputs.ts'
import { deskCommand } from '@/lib/switchboard/shell/command-of.ts'

export const POST = endpoint(async (request, { params }) => {
  const operator = await requireOperator(request)
  const { callId } = parseInput(CallParams, await params)
  const { operatorId } = operator
  const { epoch, ...written } = await parseBody(request, OutcomeInput)
  const command = deskCommand(request, operator, { type: 'wrapUpSaved', callId, operatorId, epoch })
  return answered(await switchboard().run({ ...command, outcome: { callId, operatorId, ...written } }))
})
