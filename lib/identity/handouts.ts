import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import * as z from 'zod'
import { FULL_LOCALES } from '../i18n/locale.ts'
import { READER_SECONDS } from './reader-cookie.ts'
import { credentialHash } from './secrets.ts'

/** A page that a visitor takes along on their own phone. */
export type Handout = z.output<typeof HandoutRow>

/** How long a code may wait to be opened: as long as it takes to find one's phone. */
export const HANDOUT_MINUTES = 10
/** How long the browser that opened it may read. */
const READING_MINUTES = READER_SECONDS / 60

/** Makes a code for a page. 128 random bits cannot be guessed. */
export async function createHandout(
  pool: Pool,
  { bodyId, totemId, kind, slug, locale }: Handout,
): Promise<{ code: string; expiresAt: number }> {
  const code = randomBytes(16).toString('base64url')
  const { rows } = await pool.query<{ expires_at: Date }>(
    `insert into switchboard.handouts (code_hash, body_id, totem_id, kind, slug, locale, expires_at)
      values ($1, $2, $3, $4, $5, $6, now() + make_interval(mins => $7)) returning expires_at`,
    [credentialHash(code), bodyId, totemId, kind, slug, locale, HANDOUT_MINUTES],
  )
  return { code, expiresAt: rows[0]?.expires_at.getTime() ?? 0 }
}

/** `used`: another browser has it. `late`: not opened in time, or read for as long as it may be. */
export type OpenedHandout =
  | { kind: 'open'; handout: Handout; readableUntil: number }
  | { kind: 'used' | 'late' | 'unknown' }

/**
 * Opens a code for the first browser that comes with it, and for that one again.
 * @param reader what only that browser has
 */
export async function openHandout(pool: Pool, code: string, reader: string): Promise<OpenedHandout> {
  const hashes = [credentialHash(code), credentialHash(reader)]
  await pool.query(
    `update switchboard.handouts
      set reader_hash = $2, readable_until = now() + make_interval(mins => $3)
      where code_hash = $1 and reader_hash is null and expires_at > now()`,
    [...hashes, READING_MINUTES],
  )
  const { rows } = await pool.query(
    `select body_id as "bodyId", totem_id as "totemId", kind, slug, locale,
        (extract(epoch from readable_until) * 1000)::float8 as until,
        reader_hash = $2 as "isReader", readable_until > now() as "isReadable"
      from switchboard.handouts where code_hash = $1`,
    hashes,
  )
  if (!rows[0]) return { kind: 'unknown' }
  const { until, isReader, isReadable } = StoredRow.parse(rows[0])
  if (isReader === false) return { kind: 'used' }
  if (!isReader || !isReadable || until === null) return { kind: 'late' }
  return { kind: 'open', handout: HandoutRow.parse(rows[0]), readableUntil: until }
}

const HandoutRow = z.object({
  bodyId: z.string(),
  totemId: z.string(),
  kind: z.enum(['sheet', 'form', 'checklist', 'office']),
  slug: z.string(),
  locale: z.enum(FULL_LOCALES),
})

/** Null: nobody has opened it. */
const StoredRow = z.object({
  until: z.number().nullable(),
  isReader: z.boolean().nullable(),
  isReadable: z.boolean().nullable(),
})
