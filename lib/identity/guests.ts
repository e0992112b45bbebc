import { cookies } from 'next/headers'
import { env } from '../config/env.ts'
import { NotSignedIn } from '../http/refusals.ts'
import { findGuest, type GuestPlace } from '../storage/find-guest.ts'
import { pool } from '../storage/pool.ts'
import { guestHash } from './guest-secrets.ts'

/** Somebody invited, proved by what their browser was given. */
interface GuestIdentity extends GuestPlace {
  visitHash: string
}

const COOKIE = 'pronto-guest'
/** Longer than any call lasts; what it stands for ends with the call. */
const MAX_AGE_SECONDS = 4 * 3_600

/** @throws NotSignedIn also when the call has been over for a while */
export async function requireGuest(request: Request): Promise<GuestIdentity> {
  const guest = await guestFromHeaders(request.headers)
  if (!guest) throw new NotSignedIn('no guest of a call on any board')
  return guest
}

/** The guest behind a page's cookies; null: nobody. */
export async function guestFromHeaders(headers: Headers): Promise<GuestIdentity | null> {
  const held = (headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${COOKIE}=`))
  if (!held) return null
  const visitHash = guestHash(held.slice(COOKIE.length + 1))
  const place = await findGuest(pool(), { visitHash })
  return place && { ...place, visitHash }
}

/** `lax`, because a link in a message comes from elsewhere: whoever taps it again is still themselves. */
export async function keepGuestCookie(visit: string): Promise<void> {
  const jar = await cookies()
  jar.set({
    name: COOKIE,
    value: visit,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: MAX_AGE_SECONDS,
    secure: env().appUrl.startsWith('https:'),
  })
}
