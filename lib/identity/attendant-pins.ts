import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Pool, PoolClient } from 'pg'
import * as z from 'zod'
import type { Result } from '../http/refusals.ts'
import { inLongTransaction } from '../storage/long-transaction.ts'
import { noteAttendantFact } from './attendant-facts.ts'

/** A totem, and whose it is. */
export interface AttendedTotem {
  totemId: string
  bodyId: string
}

/** Six digits: with five tries in a quarter of an hour somebody needs two years for an even chance. */
const DIGITS = { least: 6, most: 8 }

export type PinRefusal = 'pin-malformed' | 'pin-too-simple'

/** Puts a PIN in the place of the one before; whoever came in with that one is out. Only its hash is kept. */
export async function setAttendantPin(
  pool: Pool,
  totem: AttendedTotem,
  pin: string,
  { key, by }: { key: string; by: string },
): Promise<Result<null, PinRefusal>> {
  if (!/^\d+$/.test(pin) || pin.length < DIGITS.least || pin.length > DIGITS.most)
    return { ok: false, refusal: 'pin-malformed' }
  if (isSimple(pin)) return { ok: false, refusal: 'pin-too-simple' }
  const salt = randomBytes(16)
  const hash = await hashOf(pin, salt, key)
  await endingAll(pool, totem, (client) =>
    client.query(
      `insert into switchboard.attendant_pins (totem_id, salt, hash, set_by) values ($1, $2, $3, $4)
        on conflict (totem_id) do update
          set salt = excluded.salt, hash = excluded.hash, set_by = excluded.set_by, set_at = now()`,
      [totem.totemId, salt, hash, by],
    ),
  )
  await noteAttendantFact(pool, totem, 'pin_set', by)
  return { ok: true, value: null }
}

/** Nobody comes in any more, and whoever has is out. */
export async function removeAttendantPin(pool: Pool, totem: AttendedTotem, by: string): Promise<void> {
  await endingAll(pool, totem, (client) =>
    client.query('delete from switchboard.attendant_pins where totem_id = $1', [totem.totemId]),
  )
  await noteAttendantFact(pool, totem, 'pin_removed', by)
}

/**
 * The PIN first: whoever comes in with the old one holds its row, so is waited for and then seen, or comes after and
 * finds another. In one statement they would not be seen.
 */
const endingAll = (
  pool: Pool,
  totem: AttendedTotem,
  change: (client: PoolClient) => Promise<unknown>,
): Promise<void> =>
  inLongTransaction(pool, { statementMs: 5_000 }, async (client) => {
    await change(client)
    await client.query('delete from switchboard.attendances where totem_id = $1', [totem.totemId])
  })

/** The PIN that was typed is this one, as it was when it was looked at. */
export interface RightPin {
  hash: Buffer
}

/** `unset`: the totem has none, and takes as long to say so. */
export async function checkAttendantPin(
  pool: Pool,
  totemId: string,
  pin: string,
  key: string,
): Promise<RightPin | 'wrong' | 'unset'> {
  const { rows } = await pool.query('select salt, hash from switchboard.attendant_pins where totem_id = $1', [
    totemId,
  ])
  const known = rows[0] ? PinRow.parse(rows[0]) : null
  const typed = await hashOf(pin, known?.salt ?? randomBytes(16), key)
  if (!known) return 'unset'
  return timingSafeEqual(typed, known.hash) ? { hash: known.hash } : 'wrong'
}

const PinRow = z.object({ salt: z.instanceof(Buffer), hash: z.instanceof(Buffer) })

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/** A PIN is short enough to be searched for: slow, salted, and keyed with what is not in the database. */
const hashOf = (pin: string, salt: Buffer, key: string): Promise<Buffer> =>
  derive(createHmac('sha256', key).update(`attendant ${pin}`).digest('hex'), salt, 32)

/** One digit again and again, or digits in a row: what anybody tries first. */
function isSimple(pin: string): boolean {
  const digits = pin.split('').map(Number)
  const steps = new Set(digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0)))
  return steps.size === 1 && [0, 1, -1].some((step) => steps.has(step))
}
