import { cookies } from 'next/headers'
import { env } from '../config/env.ts'
import type { Result } from '../http/refusals.ts'
import { NotAllowed, NotSignedIn } from '../http/refusals.ts'
import { pool } from '../storage/pool.ts'
import { type BodyId, bodyId, type TotemId, totemId } from '../switchboard/ids.ts'
import { isLocalRequest } from './is-local-request.ts'
import { enrolmentCodeHash } from './secrets.ts'
import { presentedCredential, totemCookie } from './totem-cookie.ts'
import { addDevice, checkCredential, redeemCode, renewCredential } from './totem-credentials.ts'

/** The totem that a request speaks for. */
export interface TotemIdentity {
  totemId: TotemId
  bodyId: BodyId
  slug: string
}

/**
 * The totem behind a request, proved by the cookie of the slug in `?totem=`. A credential older than a
 * day is replaced on the way, with the answer to this very request. @throws NotSignedIn
 */
export async function requireTotem(request: Request): Promise<TotemIdentity> {
  const presented = presentedCredential(request)
  const used = presented && (await checkCredential(pool(), presented.credential, signing()))
  if (!presented || !used || used.slug !== presented.slug)
    throw new NotSignedIn('no credential of this totem')
  if (used.isDue) {
    const credential = await renewCredential(pool(), used.deviceId, signing())
    if (credential) await keepCookie(used.slug, credential)
  }
  return { totemId: totemId(used.totemId), bodyId: bodyId(used.bodyId), slug: used.slug }
}

/** The totem that a page's cookies and address speak for; null: an unknown device. For server pages. */
export async function totemFromHeaders(headers: Headers, slug: string | null): Promise<TotemIdentity | null> {
  const address = new URL('http://page/')
  if (slug !== null) address.searchParams.set('totem', slug)
  const presented = presentedCredential(
    new Request(address, { headers: { cookie: headers.get('cookie') ?? '' } }),
  )
  const used = presented && (await checkCredential(pool(), presented.credential, signing()))
  if (!presented || !used || used.slug !== presented.slug) return null
  return { totemId: totemId(used.totemId), bodyId: bodyId(used.bodyId), slug: used.slug }
}

/** The totem of this slug, for pages that anybody may read; null: there is none. It proves nothing. */
export async function totemNamed(slug: string): Promise<TotemIdentity | null> {
  const { rows } = await pool().query<{ id: string; body_id: string }>(
    'select id, body_id from switchboard.totem_register where slug = $1',
    [slug],
  )
  const totem = rows[0]
  return totem ? { totemId: totemId(totem.id), bodyId: bodyId(totem.body_id), slug } : null
}

/**
 * Makes this browser the totem that the code was made for, and ends whatever spoke for it before. A
 * code works once.
 */
export async function enrolTotem(typed: string): Promise<Result<{ slug: string }, 'code-unknown'>> {
  const used = await redeemCode(pool(), enrolmentCodeHash(typed, env().appSecret))
  if (!used) return { ok: false, refusal: 'code-unknown' }
  await keepCookie(used.slug, used.credential)
  return { ok: true, value: { slug: used.slug } }
}

/**
 * Makes this browser a totem of the sample municipality, without a code: in sample mode, on this
 * machine only. Several browsers may be the same one. @throws NotAllowed
 */
export async function enrolSampleTotem(
  request: Request,
  slug: string,
): Promise<Result<{ slug: string }, 'totem-unknown'>> {
  if (!env().isSample || !isLocalRequest(request.headers))
    throw new NotAllowed('not the sample on this machine')
  const { rows } = await pool().query<{ id: string }>(
    'select id from switchboard.totem_register where slug = $1 and is_sample',
    [slug],
  )
  const totem = rows[0]
  if (!totem) return { ok: false, refusal: 'totem-unknown' }
  await keepCookie(slug, await addDevice(pool(), totem.id))
  return { ok: true, value: { slug } }
}

const signing = () => ({ key: env().appSecret })

async function keepCookie(slug: string, credential: string): Promise<void> {
  const jar = await cookies()
  jar.set(totemCookie(slug, credential, env().appUrl.startsWith('https:')))
}
