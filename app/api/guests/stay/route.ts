import { endpoint } from '@/lib/http/endpoint.ts'
import { answered } from '@/lib/http/refusals.ts'
import { requireGuest } from '@/lib/identity/guests.ts'
import { switchboard } from '@/lib/server.ts'
import { guestCommand } from '@/lib/switchboard/shell/command-of.ts'

export const POST = endpoint(async (request) => {
  const guest = await requireGuest(request)
  return answered(await switchboard().run(guestCommand(request, guest, { type: 'guestRenewed' })))
})
