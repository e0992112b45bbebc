import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { answered } from '@/lib/http/refusals.ts'
import { requireOperator } from '@/lib/identity/staff.ts'
import { switchboard } from '@/lib/server.ts'
import { IntentInput } from '@/lib/switchboard/shell/command-inputs.ts'
import { deskCommand } from '@/lib/switchboard/shell/command-of.ts'

export const POST = endpoint(async (request) => {
  const operator = await requireOperator(request)
  const asked = await parseBody(request, IntentInput)
  const event = { type: 'intentSet' as const, operatorId: operator.operatorId, ...asked }
  return answered(await switchboard().run(deskCommand(request, operator, event)))
})
