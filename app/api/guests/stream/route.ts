import { endpoint } from '@/lib/http/endpoint.ts'
import { guestFromHeaders, guestInAddress, requireGuest } from '@/lib/identity/guests.ts'
import { server } from '@/lib/server.ts'

export const GET = endpoint(async (request) => {
  const guest = await requireGuest(request)
  const { streams, switchboard } = server()
  const headers = new Headers(request.headers)
  const named = guestInAddress(request)
  return streams.open(request, {
    reader: `guest ${guest.guestId}`,
    subscribe: (sink) => switchboard.watchGuest(guest, sink),
    mayStay: async () => (await guestFromHeaders(headers, named)) !== null,
  })
})
