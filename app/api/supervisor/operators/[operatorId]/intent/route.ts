import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody, parseInput } from '@/lib/http/parse-input.ts'
import { answered } from '@/lib/http/refusals.ts'
import { requireSupervisorOf } from '@/lib/identity/staff.ts'
import { switchboard } from '@/lib/server.ts'
import { OperatorParams, OverruleInput } from '@/lib/switchboard/shell/command-inputs.ts'
import { supervisorCommand } from '@/lib/switchboard/shell/command-of.ts'

export const POST = endpoint(async (request, { params }) => {
  const { operatorId } = parseInput(OperatorParams, await params)
  const supervisor = await requireSupervisorOf(request, operatorId)
  const asked = await parseBody(request, OverruleInput)
  const event = { type: 'intentOverruled' as const, operatorId, by: supervisor.supervisorId, ...asked }
  return answered(await switchboard().run(supervisorCommand(request, supervisor, event)))
})
