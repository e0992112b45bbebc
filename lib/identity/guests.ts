import { cookies } from 'next/headers'
import { env } from '../config/env.ts'
import { NotSignedIn } from '../http/refusals.ts'
import { findGuest, type GuestPlace } from '../storage/find-guest.ts'
import { pool } from '../storage/pool.ts'
import type { GuestId } from '../switchboard/ids.ts'
import { guestLimit } from './guest-limits.ts'
import { guestHash } from './guest-secrets.ts'

/** Somebody invited, proved by what their browser was given. */
interface GuestIdentity extends GuestPlace {
  visitHash: string
}

/** One cookie per guest, so that a browser may have used several invites: `pronto-guest-<guest>`. */
const PREFIX = 'pronto-guest-'
/** Longer than any call lasts; what it stands for ends with the call. */
const MAX_AGE_SECONDS = 4 * 3_600

/** @throws NotSignedIn also when the call has been over for a while; TooOften */
export async function requireGuest(request: Request): Promise<GuestIdentity> {
  const guest = await guestFromHeaders(request.headers, guestInAddress(request))
  if (!guest) throw new NotSignedIn('no guest of a call on any board')
  await guestLimit().take(guest.guestId)
  return guest
}

/** The guest that the address names with `?guest=`; null: none. */
export const guestInAddress = (request: Request): string | null =>
  new URL(request.url).searchParams.get('guest')

/**
 * The guest of a page's cookies: the one that is named, or the only one that the browser has been; null: nobody,
 * or one of several.
 */
export async function guestFromHeaders(
  headers: Headers,
  named: string | null,
): Promise<GuestIdentity | null> {
  const held = visitsIn(headers.get('cookie') ?? '')
  const [only, ...others] = named === null ? held : held.filter(({ guest }) => guest === named)
  if (!only || others.length > 0) return null
  const visitHash = guestHash(only.visit)
  const place = await findGuest(pool(), { visitHash })
  return place?.guestId === only.guest ? { ...place, visitHash } : null
}

const visitsIn = (header: string): { guest: string; visit: string }[] =>
  header.split(';').flatMap((pair) => {
    const [name = '', visit = ''] = pair.trim().split('=', 2)
    return name.startsWith(PREFIX) && visit ? [{ guest: name.slice(PREFIX.length), visit }] : []
  })

/** `lax`, because a link in a message comes from elsewhere: whoever taps it again is still themselves. */
export async function keepGuestCookie(guest: GuestId, visit: string): Promise<void> {
  const jar = await cookies()
  jar.set({
    name: `${PREFIX}${guest}`,
    value: visit,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: MAX_AGE_SECONDS,
    secure: env().appUrl.startsWith('https:'),
  })
}
