import { endpoint } from '@/lib/http/endpoint.ts'
import { guestFromHeaders, requireGuest } from '@/lib/identity/guests.ts'
import { server } from '@/lib/server.ts'

export const GET = endpoint(async (request) => {
  const guest = await requireGuest(request)
  const { streams, switchboard } = server()
  const headers = new Headers(request.headers)
  return streams.open(request, {
    subscribe: (sink) => switchboard.watchGuest(guest, sink),
    mayStay: async () => (await guestFromHeaders(headers)) !== null,
  })
})
