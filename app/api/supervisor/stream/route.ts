import { endpoint } from '@/lib/http/endpoint.ts'
import { isStillStaff, requireSupervisor } from '@/lib/identity/staff.ts'
import { server } from '@/lib/server.ts'

export const GET = endpoint(async (request) => {
  const supervisor = await requireSupervisor(request)
  const { streams, switchboard } = server()
  const headers = new Headers(request.headers)
  return streams.open(request, {
    reader: `supervisor ${supervisor.supervisorId}`,
    subscribe: (sink) => switchboard.watchWall(supervisor, sink),
    mayStay: () => isStillStaff(headers, 'supervisor'),
  })
})
