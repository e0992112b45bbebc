import { endpoint } from '@/lib/http/endpoint.ts'
import { parseInput } from '@/lib/http/parse-input.ts'
import { isStillStaff, requireSupervisor } from '@/lib/identity/staff.ts'
import { server } from '@/lib/server.ts'
import { CallParams } from '@/lib/switchboard/shell/command-inputs.ts'

export const GET = endpoint(async (request, { params }) => {
  const supervisor = await requireSupervisor(request)
  const { callId } = parseInput(CallParams, await params)
  const { streams, switchboard } = server()
  const headers = new Headers(request.headers)
  return streams.open(request, {
    reader: `supervisor ${supervisor.supervisorId}`,
    subscribe: (sink) => switchboard.watchSupervised(supervisor, callId, sink),
    mayStay: () => isStillStaff(headers, 'supervisor'),
  })
})
