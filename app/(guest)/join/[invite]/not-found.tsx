import { headers } from 'next/headers'
import { lastOfPath } from '@/lib/http/asked-path.ts'
import { readInvite } from '@/lib/identity/read-invite.ts'
import { Invited } from './invited.tsx'

/** An invite that nobody has made, half of one, or one that leads nowhere any more: which, and what to do instead. */
export default async function NoInvite() {
  const invite = lastOfPath(await headers())
  const opened = await readInvite(invite)
  // Drawn beside every page of this address, and shown only in its place.
  return opened.kind === 'over' ? <Invited invite={invite} opened={opened} /> : null
}
