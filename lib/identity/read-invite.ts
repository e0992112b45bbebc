import { headers } from 'next/headers'
import { cache } from 'react'
import { switchboard } from '../server.ts'
import { findGuest } from '../storage/find-guest.ts'
import { pool } from '../storage/pool.ts'
import { inviteView } from '../switchboard/guest-view.ts'
import { refusalOf } from '../switchboard/guests.ts'
import { InviteParams } from '../switchboard/shell/command-inputs.ts'
import { guestHash } from './guest-secrets.ts'
import { guestFromHeaders } from './guests.ts'

/** What a link leads to before anything is used up; opening it alone, as programs that preview links do, uses nothing. */
export type OpenedInvite =
  | { kind: 'open'; invite: ReturnType<typeof inviteView> }
  /** This browser has used it already, and is still at the door or inside. */
  | { kind: 'inside' }
  | { kind: 'over'; why: string }

/** What this link leads whoever asks now to. Read once per request, for the page and for the one that says why not. */
export const readInvite = cache(async (text: string): Promise<OpenedInvite> => {
  const parsed = InviteParams.safeParse({ invite: text })
  if (!parsed.success) return { kind: 'over', why: 'invite-unknown' }
  const inviteHash = guestHash(parsed.data.invite)
  const place = await findGuest(pool(), { inviteHash })
  if (!place) return { kind: 'over', why: 'invite-unknown' }
  const { board, now } = await switchboard().readBoard(place.bodyId)
  const call = board.calls.get(place.callId)
  const guest = call?.guests.find(({ id }) => id === place.guestId)
  if (!call || !guest) return { kind: 'over', why: 'call-over' }
  if (guest.state === 'over') return { kind: 'over', why: refusalOf(guest.outcome) }
  if (guest.state === 'invited') {
    return guest.expiresAt <= now
      ? { kind: 'over', why: 'invite-expired' }
      : { kind: 'open', invite: inviteView(board, call, guest) }
  }
  const own = await guestFromHeaders(await headers(), guest.id)
  return own?.guestId === guest.id ? { kind: 'inside' } : { kind: 'over', why: 'invite-used' }
})
