import { endpoint } from '@/lib/http/endpoint.ts'
import { parseInput } from '@/lib/http/parse-input.ts'
import { answered } from '@/lib/http/refusals.ts'
import { requireSupervisor } from '@/lib/identity/staff.ts'
import { switchboard } from '@/lib/server.ts'
import { CallParams } from '@/lib/switchboard/shell/command-inputs.ts'
import { supervisorCommand } from '@/lib/switchboard/shell/command-of.ts'

export const POST = endpoint(async (request, { params }) => {
  const supervisor = await requireSupervisor(request)
  const { callId } = parseInput(CallParams, await params)
  const { supervisorId } = supervisor
  const event = { type: 'supervisionRenewed' as const, callId, supervisorId }
  return answered(await switchboard().run(supervisorCommand(request, supervisor, event)))
})
