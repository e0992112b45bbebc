import { env } from '@/lib/config/env.ts'
import { endpoint } from '@/lib/http/endpoint.ts'
import { readIdempotencyKey } from '@/lib/http/idempotency-key.ts'
import { parseBody, parseInput } from '@/lib/http/parse-input.ts'
import { refused } from '@/lib/http/refusals.ts'
import { guestHash, guestIdOf, inviteOf } from '@/lib/identity/guest-secrets.ts'
import { requireOperator } from '@/lib/identity/staff.ts'
import { switchboard } from '@/lib/server.ts'
import { InviteInput, OfferParams } from '@/lib/switchboard/shell/command-inputs.ts'
import { deskCommand } from '@/lib/switchboard/shell/command-of.ts'

export const POST = endpoint(async (request, { params }) => {
  const operator = await requireOperator(request)
  const { offerId } = parseInput(OfferParams, await params)
  const { epoch, as, name } = await parseBody(request, InviteInput)
  const { appSecret, appUrl } = env()
  const invite = inviteOf(offerId, readIdempotencyKey(request), appSecret)
  const inviteHash = guestHash(invite)
  const guestId = guestIdOf(inviteHash)
  const asked = { offerId, operatorId: operator.operatorId, epoch, guestId, as, name, inviteHash }
  const answer = await switchboard().run(
    deskCommand(request, operator, { type: 'guestInvited' as const, ...asked }),
  )
  if (!answer.ok) return refused(answer.refusal)
  return Response.json({ guestId, link: new URL(`/join/${invite}`, appUrl).href }, { status: 201 })
})
