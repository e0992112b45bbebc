import type { Pool } from 'pg'
import { env } from '../config/env.ts'
import { oncePerProcess } from '../config/once-per-process.ts'
import { isRequestError, type Result } from '../http/refusals.ts'
import { type AttemptLimit, attemptLimit } from './attempt-limit.ts'
import { noteAttendantFact } from './attendant-facts.ts'
import { type AttendedTotem, checkAttendantPin, type RightPin } from './attendant-pins.ts'
import { credentialHash, newCredential } from './secrets.ts'

/**
 * Somebody of the staff at a totem, known by its PIN.
 *
 * ```
 *   PIN ──▶ attended ──(a touch within 5 minutes)──▶ attended ──(key, or 5 minutes without one)──▶ over
 * ```
 */
const ATTENDED_SECONDS = 5 * 60

/** Five wrong PINs at one totem within a quarter of an hour; then nobody comes in there for as long. */
const pinLimit = (): AttemptLimit =>
  oncePerProcess('attendant-pin-limit', () => attemptLimit('attendant-pin', 5))

export type EntryRefusal = 'pin-wrong' | 'pin-unset'

/** Lets in whoever knows the PIN; earlier attendances of this totem end. @throws TooOften */
export async function enterAttendance(
  pool: Pool,
  totem: AttendedTotem,
  pin: string,
): Promise<Result<{ token: string; quietSeconds: number }, EntryRefusal>> {
  await countAttempt(pool, totem)
  const checked = await checkAttendantPin(pool, totem.totemId, pin, env().appSecret)
  const token =
    checked === 'unset' || checked === 'wrong' ? null : await beginAttendance(pool, totem, checked)
  if (token === null) {
    await noteAttendantFact(pool, totem, 'wrong_pin')
    return { ok: false, refusal: checked === 'unset' ? 'pin-unset' : 'pin-wrong' }
  }
  await pinLimit().forget(totem.totemId)
  await noteAttendantFact(pool, totem, 'entered')
  return { ok: true, value: { token, quietSeconds: ATTENDED_SECONDS } }
}

/** Its token. Null: the PIN was changed or removed while it was being checked. */
async function beginAttendance(pool: Pool, totem: AttendedTotem, { hash }: RightPin): Promise<string | null> {
  const token = newCredential()
  const { rowCount } = await pool.query(
    `with pin as (select from switchboard.attendant_pins where totem_id = $3 and hash = $5 for share),
        earlier as (delete from switchboard.attendances
          where (totem_id = $3 or good_until < now()) and exists (select from pin))
      insert into switchboard.attendances (token_hash, body_id, totem_id, good_until)
      select $1, $2, $3, now() + make_interval(secs => $4) from pin`,
    [credentialHash(token), totem.bodyId, totem.totemId, ATTENDED_SECONDS, hash],
  )
  return rowCount === 1 ? token : null
}

async function countAttempt(pool: Pool, totem: AttendedTotem): Promise<void> {
  try {
    await pinLimit().take(totem.totemId)
  } catch (error) {
    if (isRequestError(error)) await noteAttendantFact(pool, totem, 'refused')
    throw error
  }
}

/** Somebody is still there: five more minutes. false: it is over. */
export async function renewAttendance(pool: Pool, totem: AttendedTotem, token: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update switchboard.attendances set good_until = now() + make_interval(secs => $3)
      where token_hash = $1 and totem_id = $2 and good_until > now()`,
    [credentialHash(token), totem.totemId, ATTENDED_SECONDS],
  )
  return rowCount === 1
}

/** Ends it; once more does nothing. */
export async function leaveAttendance(pool: Pool, totem: AttendedTotem, token: string): Promise<void> {
  const { rowCount } = await pool.query(
    'delete from switchboard.attendances where token_hash = $1 and totem_id = $2',
    [credentialHash(token), totem.totemId],
  )
  if (rowCount === 1) await noteAttendantFact(pool, totem, 'left')
}
