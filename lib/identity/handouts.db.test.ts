import { afterAll, expect, it } from 'vitest'
import { env } from '../config/env.ts'
import { forgetHandouts } from '../storage/forget-handouts.ts'
import { createPool } from '../storage/pool.ts'
import { createHandout, type Handout, openHandout } from './handouts.ts'

const pool = createPool(env().databaseUrl)
afterAll(() => pool.end())

const CARTA: Handout = { bodyId: 'modena', totemId: 'padova', kind: 'sheet', slug: 'carta', locale: 'it' }
const later = (minutes: number) =>
  pool.query(
    `update switchboard.handouts set expires_at = expires_at - make_interval(mins => $1),
      readable_until = readable_until - make_interval(mins => $1)`,
    [minutes],
  )

it('opens for one browser, and for that one again', async () => {
  const { code, expiresAt } = await createHandout(pool, CARTA)
  expect(code).toMatch(/^[\w-]{22}$/)
  expect(expiresAt).toBeGreaterThan(Date.now())
  expect(await openHandout(pool, code, 'phone')).toMatchObject({ kind: 'open', handout: CARTA })
  expect(await openHandout(pool, code, 'another')).toEqual({ kind: 'used' })
  expect(await openHandout(pool, code, 'phone')).toMatchObject({ kind: 'open' })
})

it('of two at once opens for one', async () => {
  const { code } = await createHandout(pool, CARTA)
  const kinds = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => (await openHandout(pool, code, `phone ${index}`)).kind),
  )
  expect(kinds.filter((kind) => kind === 'open')).toHaveLength(1)
  expect(kinds.filter((kind) => kind === 'used')).toHaveLength(7)
})

it('is late after ten minutes unopened, and after an hour of reading', async () => {
  const { code } = await createHandout(pool, CARTA)
  await later(11)
  expect(await openHandout(pool, code, 'phone')).toEqual({ kind: 'late' })
  const { code: read } = await createHandout(pool, CARTA)
  await openHandout(pool, read, 'phone')
  await later(59)
  expect(await openHandout(pool, read, 'phone')).toMatchObject({ kind: 'open' })
  await later(2)
  expect(await openHandout(pool, read, 'phone')).toEqual({ kind: 'late' })
})

it('knows nothing of codes that nobody made, and forgets old ones', async () => {
  expect(await openHandout(pool, 'none', 'phone')).toEqual({ kind: 'unknown' })
  const { code } = await createHandout(pool, CARTA)
  await later(25 * 60)
  await forgetHandouts(pool)
  expect(await openHandout(pool, code, 'phone')).toEqual({ kind: 'unknown' })
})

it('keeps no code, only what it can be recognised by', async () => {
  const { code } = await createHandout(pool, CARTA)
  const { rows } = await pool.query('select handouts::text as row from switchboard.handouts')
  expect(rows.filter(({ row }) => String(row).includes(code))).toEqual([])
})
