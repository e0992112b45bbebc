import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { credentialHash, enrolmentCodeHash, newCredential, newEnrolmentCode } from './secrets.ts'
import { readSignedCredential, signedCredential } from './signed-credential.ts'

/**
 * Credentials of totems.
 *
 * ```
 *   issued ──(first used)──▶ in force ──(a younger one is first used)──▶ 5 minutes of grace ──▶ dead
 * ```
 * An old credential is given up only once the totem has shown that it holds the younger one: an answer
 * that was lost on the way must not lock it out.
 */
const ROTATE_AFTER = "interval '24 hours'"
const GRACE = "interval '5 minutes'"
/** Between two tries to hand out a younger one. Parallel requests may still get one each: the last that the browser kept wins. */
const RETRY_AFTER = "interval '1 minute'"

type Queryable = Pick<pg.Pool, 'query'>

/** Whom a good credential belongs to. */
export interface UsedCredential {
  deviceId: string
  totemId: string
  bodyId: string
  slug: string
  /** Old enough to be replaced. */
  isDue: boolean
}

/**
 * Checks a credential; null: unknown, dead, of an ended device or of a totem that no longer exists.
 * @param key what younger ones were signed with
 */
export async function checkCredential(
  database: Queryable,
  credential: string,
  { key }: { key: string },
): Promise<UsedCredential | null> {
  const hash = credentialHash(credential)
  let row = await findCredential(database, hash)
  if (!row && (await takeUpLost(database, credential, key))) row = await findCredential(database, hash)
  if (!row) return null
  if (row.is_new) await putInForce(database, row.device_id, hash)
  return {
    deviceId: row.device_id,
    totemId: row.totem_id,
    bodyId: row.body_id,
    slug: row.slug,
    isDue: row.is_due,
  }
}

async function findCredential(database: Queryable, hash: Buffer): Promise<Row | undefined> {
  const { rows } = await database.query<Row>(
    `select d.id as device_id, d.totem_id, t.body_id, t.slug, c.first_used_at is null as is_new,
        c.dies_at is null and c.issued_at < now() - ${ROTATE_AFTER} as is_due
      from switchboard.totem_credentials c
      join switchboard.totem_devices d on d.id = c.device_id
      join switchboard.totem_register t on t.id = d.totem_id
      where c.hash = $1 and d.ended_at is null and (c.dies_at is null or c.dies_at > now())`,
    [hash],
  )
  return rows[0]
}

/**
 * A database that was put back to an earlier day, or whose standby took over a moment behind, does not know what
 * was handed out since, and the totem has nothing else. So whatever we have signed for a device that it still has,
 * and that is younger than all it knows of that device, is taken up again. One that was given up never is: the one
 * that it was given up for is younger, and known.
 */
async function takeUpLost(database: Queryable, credential: string, key: string): Promise<boolean> {
  const signed = readSignedCredential(credential, key)
  if (!signed) return false
  const { rowCount } = await database.query(
    `insert into switchboard.totem_credentials (hash, device_id, issued_at)
      select $1, id, switchboard.instant($3) from switchboard.totem_devices
      where id = $2 and ended_at is null and not exists (
        select from switchboard.totem_credentials where device_id = $2 and issued_at >= switchboard.instant($3))
      on conflict do nothing`,
    [credentialHash(credential), signed.deviceId, signed.issuedAt],
  )
  return rowCount === 1
}

/** A younger credential for a device, signed with `key`; null: one was handed out just now. */
export async function renewCredential(
  database: Queryable,
  deviceId: string,
  { key }: { key: string },
): Promise<string | null> {
  const isTooSoon = `exists (
    select from switchboard.totem_credentials where device_id = $1 and issued_at > now() - ${RETRY_AFTER})`
  const { rows } = await database.query<{ now: string }>(
    `select switchboard.ms(clock_timestamp()) as now where not ${isTooSoon}`,
    [deviceId],
  )
  if (!rows[0]) return null
  const issuedAt = Number(rows[0].now)
  const credential = signedCredential({ deviceId, issuedAt }, key)
  const { rowCount } = await database.query(
    `insert into switchboard.totem_credentials (hash, device_id, issued_at)
      select $2, $1, switchboard.instant($3) where not ${isTooSoon}`,
    [deviceId, credentialHash(credential), issuedAt],
  )
  return rowCount === 1 ? credential : null
}

/** A new device for a totem beside those it has, and its first credential. */
export async function addDevice(database: Queryable, totemId: string): Promise<string> {
  const credential = newCredential()
  await database.query(
    `with device as (
        insert into switchboard.totem_devices (id, totem_id) values ($1, $2) returning id)
      insert into switchboard.totem_credentials (hash, device_id) select $3, id from device`,
    [randomUUID(), totemId, credentialHash(credential)],
  )
  return credential
}

/** A code that makes one browser this totem, once, within `validMinutes`. Only its hash is kept. */
export async function createEnrolmentCode(
  database: Queryable,
  totemId: string,
  options: { validMinutes: number; key: string },
): Promise<string> {
  const code = newEnrolmentCode()
  await database.query(
    `insert into switchboard.totem_enrolment_codes (hash, totem_id, expires_at)
      values ($1, $2, now() + make_interval(mins => $3))`,
    [enrolmentCodeHash(code, options.key), totemId, options.validMinutes],
  )
  return code
}

/**
 * Uses a code up and makes a new device of its totem, in place of all others: both or neither, so that a
 * code is not lost to a failure in between. null: unknown, used or expired.
 */
export async function redeemCode(
  database: Queryable,
  codeHash: Buffer,
): Promise<{ slug: string; credential: string } | null> {
  const credential = newCredential()
  const { rows } = await database.query<{ slug: string }>(
    `with code as (
        update switchboard.totem_enrolment_codes c set used_at = now()
        from switchboard.totem_register t
        where c.hash = $1 and c.used_at is null and c.expires_at > now() and t.id = c.totem_id
        returning c.totem_id, t.slug),
      ended as (
        update switchboard.totem_devices d set ended_at = now()
        from code where d.totem_id = code.totem_id and d.ended_at is null),
      device as (
        insert into switchboard.totem_devices (id, totem_id) select $2, totem_id from code returning id),
      credential as (
        insert into switchboard.totem_credentials (hash, device_id) select $3, id from device)
      select slug from code`,
    [codeHash, randomUUID(), credentialHash(credential)],
  )
  const used = rows[0]
  return used ? { slug: used.slug, credential } : null
}

interface Row {
  device_id: string
  totem_id: string
  body_id: string
  slug: string
  is_new: boolean
  is_due: boolean
}

/** Also when it was already dying: of two handed out at once, the browser keeps one, and uses that from then on. */
async function putInForce(database: Queryable, deviceId: string, hash: Buffer): Promise<void> {
  await database.query(
    `with others as (
        update switchboard.totem_credentials set dies_at = now() + ${GRACE}
        where device_id = $1 and hash <> $2 and dies_at is null)
      update switchboard.totem_credentials set first_used_at = now(), dies_at = null where hash = $2`,
    [deviceId, hash],
  )
}
