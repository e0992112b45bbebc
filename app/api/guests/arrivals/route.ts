import { env } from '@/lib/config/env.ts'
import { endpoint } from '@/lib/http/endpoint.ts'
import { readIdempotencyKey } from '@/lib/http/idempotency-key.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { refused } from '@/lib/http/refusals.ts'
import { clientNetwork } from '@/lib/identity/client-address.ts'
import { arrivalLimit } from '@/lib/identity/guest-limits.ts'
import { guestHash, visitOf } from '@/lib/identity/guest-secrets.ts'
import { keepGuestCookie } from '@/lib/identity/guests.ts'
import { inviteLimit } from '@/lib/identity/invite-limit.ts'
import { switchboard } from '@/lib/server.ts'
import { findGuest } from '@/lib/storage/find-guest.ts'
import { pool } from '@/lib/storage/pool.ts'
import { ArrivalInput } from '@/lib/switchboard/shell/command-inputs.ts'
import { guestCommand } from '@/lib/switchboard/shell/command-of.ts'

/** "Entra": the first browser that says so has the invite. */
export const POST = endpoint(async (request) => {
  const { invite } = await parseBody(request, ArrivalInput)
  const address = clientNetwork(request.headers)
  await inviteLimit().take(address)
  const inviteHash = guestHash(invite)
  const place = await findGuest(pool(), { inviteHash })
  if (!place) return refused('invite-unknown')
  // A link that stands for something counts for no network, also where it is used too often.
  await inviteLimit().giveBack(address)
  await arrivalLimit().take(place.guestId)
  const visit = visitOf(invite, readIdempotencyKey(request), env().appSecret)
  const guest = { ...place, visitHash: guestHash(visit) }
  const event = { type: 'guestArrived' as const, ...guest, inviteHash }
  const answer = await switchboard().run(guestCommand(request, guest, event))
  if (!answer.ok) return refused(answer.refusal)
  await keepGuestCookie(guest.guestId, visit)
  return Response.json({}, { status: 201 })
})
