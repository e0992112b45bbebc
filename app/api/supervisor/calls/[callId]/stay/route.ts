import { endpoint } from '@/lib/http/endpoint.ts'
import { parseInput } from '@/lib/http/parse-input.ts'
import { answered } from '@/lib/http/refusals.ts'
import { prolongSession } from '@/lib/identity/prolong-session.ts'
import { requireSupervisor } from '@/lib/identity/staff.ts'
import { switchboard } from '@/lib/server.ts'
import { CallParams } from '@/lib/switchboard/shell/command-inputs.ts'
import { supervisorCommand } from '@/lib/switchboard/shell/command-of.ts'

export const POST = endpoint(async (request, { params }) => {
  const supervisor = await requireSupervisor(request)
  const { callId } = parseInput(CallParams, await params)
  const { supervisorId } = supervisor
  const event = { type: 'supervisionRenewed' as const, callId, supervisorId }
  const answer = await switchboard().run(supervisorCommand(request, supervisor, event))
  const response = answered(answer)
  const cookie = await prolongSession(request.headers, async () => answer.ok)
  if (cookie !== null) response.headers.set('set-cookie', cookie)
  return response
})
