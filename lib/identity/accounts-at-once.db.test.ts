import { parseCookies } from 'payload/shared'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import type { Role } from '../records/roles.ts'
import { tokenOf } from '../records/session-life.ts'
import { makeTown, PASSWORD, type Town } from '../records/testing/town.ts'
import { pool } from '../storage/pool.ts'
import { prolongSession } from './prolong-session.ts'
import { signIn, signOut } from './sign-in.ts'
import { staffFromHeaders } from './staff.ts'

let town: Town
beforeAll(async () => {
  town = await makeTown('modena')
})
afterEach(() => void vi.restoreAllMocks())

let addresses = 0
async function enter(role: Role, password = PASSWORD): Promise<Headers | null> {
  const signedIn = await signIn({ email: town.emailOf(role), password }, `192.0.2.${++addresses}`)
  return signedIn && new Headers({ cookie: signedIn.cookie.split(';')[0] ?? '' })
}
const entered = async (role: Role) => (await enter(role)) ?? new Headers()
const isIn = async (session: Headers | null) => session !== null && (await staffFromHeaders(session)) !== null

const whereIs = (role: Role) => ({ email: { equals: town.emailOf(role) } })
const accountOf = async (role: Role) => {
  const { docs } = await town.payload.find({ collection: 'operators', where: whereIs(role), depth: 0 })
  if (!docs[0]) throw new Error('no such account')
  return docs[0]
}

type Change = { displayName?: string; isActive?: boolean; password?: string }
type Save = (role: Role, data: Change) => Promise<unknown>
/** As the form saves an account, and as the list saves several. */
const saveOne: Save = async (role, data) => {
  const { id } = await accountOf(role)
  return town.payload.update({ collection: 'operators', id, data })
}
const saveSeveral: Save = (role, data) =>
  town.payload.update({ collection: 'operators', where: whereIs(role), data })

const Claims = z.object({ sid: z.string(), exp: z.number() })
const claimsOf = (session: Headers) =>
  Claims.parse(
    JSON.parse(
      Buffer.from(parseCookies(session).get('payload-token')?.split('.')[1] ?? '', 'base64url').toString(),
    ),
  )

/** The same session, a minute before its end. */
async function ending(role: Role, session: Headers): Promise<Headers> {
  const [account, { sid }] = [await accountOf(role), claimsOf(session)]
  await pool().query(
    `update payload.operators_sessions set expires_at = now() + interval '1 minute' where id = $1`,
    [sid],
  )
  const { token } = await tokenOf(town.payload, {
    account: { ...account, collection: 'operators' },
    session: { id: sid, begunAt: Date.now() },
    seconds: 60,
  })
  return new Headers({ cookie: `payload-token=${token}` })
}

/** As a beat of a page that has a call in hand; null: not prolonged. */
async function prolong(session: Headers): Promise<Headers | null> {
  const cookie = await prolongSession(session, async () => true)
  return cookie === null ? null : new Headers({ cookie: cookie.split(';')[0] ?? '' })
}

/** For how many seconds the session is still one. */
async function secondsLeft(session: Headers): Promise<number> {
  const { rows } = await pool().query<{ left: number }>(
    'select extract(epoch from expires_at - now())::int as left from payload.operators_sessions where id = $1',
    [claimsOf(session).sid],
  )
  return rows[0]?.left ?? 0
}

/**
 * Does `work`. Once it has read the account and is about to write it, `meanwhile` begins; it goes first, unless it
 * has to wait for `work`.
 */
async function about<T>(work: () => Promise<unknown>, meanwhile: () => Promise<T>): Promise<T> {
  const { db } = town.payload
  const updateOne = db.updateOne.bind(db)
  let begun: Promise<T> | null = null
  vi.spyOn(db, 'updateOne').mockImplementationOnce(async (written) => {
    begun = meanwhile()
    await Promise.race([begun, somebodyWaits()])
    return updateOne(written)
  })
  await work()
  if (!begun) throw new Error('nothing was written')
  return begun
}

const somebodyWaits = () =>
  expect
    .poll(async () => {
      const { rowCount } = await pool().query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rowCount
    })
    .toBeGreaterThan(0)

describe.each([
  ['the form of an account', saveOne],
  ['the list of accounts', saveSeveral],
])('%s, saved at this moment', (_what, save) => {
  const rename = (role: Role) => () => save(role, { displayName: 'Altro nome' })

  it('lets nobody in again who signs out', async () => {
    const session = await entered('operator')
    await about(rename('operator'), () => signOut(session))
    expect(await isIn(session)).toBe(false)
  })

  it('puts nobody out who signs in', async () => {
    expect(await isIn(await about(rename('supervisor'), () => enter('supervisor')))).toBe(true)
  })

  it('opens no account that another closes, and none of its sessions', async () => {
    const session = await entered('editor')
    await about(rename('editor'), () => save('editor', { isActive: false }))
    expect(await accountOf('editor')).toMatchObject({ isActive: false, sessions: [] })
    await save('editor', { isActive: true })
    expect(await isIn(session)).toBe(false)
  })

  it('leaves the password that another gives', async () => {
    await about(rename('technician'), () => save('technician', { password: 'una password nuova' }))
    expect(await enter('technician')).toBeNull()
    await save('technician', { password: PASSWORD })
    expect(await isIn(await enter('technician'))).toBe(true)
  })
})

describe('a sign-in at this moment', () => {
  it('lets nobody in again who signs out', async () => {
    const session = await entered('operator')
    await about(
      () => enter('operator'),
      () => signOut(session),
    )
    expect(await isIn(session)).toBe(false)
  })

  it('puts nobody out who signs in', async () => {
    let first: Headers | null = null
    const second = await about(
      async () => {
        first = await enter('operator')
      },
      () => enter('operator'),
    )
    expect([await isIn(first), await isIn(second)]).toEqual([true, true])
  })
})

describe('a sign-out at this moment', () => {
  it('puts nobody out who signs in', async () => {
    const session = await entered('operator')
    const other = await about(
      () => signOut(session),
      () => enter('operator'),
    )
    expect([await isIn(session), await isIn(other)]).toEqual([false, true])
  })
})

describe('a prolongation at this moment', () => {
  it('lasts, whoever saves the account', async () => {
    const session = await ending('operator', await entered('operator'))
    const prolonged = await about(
      () => saveOne('operator', { displayName: 'Altro nome' }),
      () => prolong(session),
    )
    // Where it found the account in use, the next beat does it.
    expect(prolonged ?? (await prolong(session))).not.toBeNull()
    expect(await secondsLeft(session)).toBeGreaterThan(1_700)
  })

  it.each([
    ['signs out', (session: Headers) => signOut(session)],
    ['is put out', () => saveOne('supervisor', { isActive: false })],
    ['gets another password', () => saveOne('supervisor', { password: 'una password nuova' })],
  ])('lets nobody in again who %s', async (_what, end) => {
    const session = await ending('supervisor', await entered('supervisor'))
    const prolonged = await about(
      () => end(session),
      () => prolong(session),
    )
    expect([await isIn(session), await isIn(prolonged)]).toEqual([false, false])
    expect(await secondsLeft(session)).toBe(0)
    await saveOne('supervisor', { isActive: true, password: PASSWORD })
    expect([await isIn(session), await isIn(prolonged)]).toEqual([false, false])
  })
})
