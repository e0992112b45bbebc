import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { NotAllowed, NotSignedIn } from '../http/refusals.ts'
import { makeTown, type Town } from '../records/testing/town.ts'
import { forgetAll } from '../storage/forget-all.ts'
import { pool } from '../storage/pool.ts'
import { createEnrolmentCode } from './totem-credentials.ts'
import { enrolSampleTotem, enrolTotem, requireTotem } from './totems.ts'

process.env.SAMPLE = '1'

/** What Next would send to the browser: outside of a request it has no cookies. */
const jar = vi.hoisted(() => ({
  set: [] as { name: string; value: string; httpOnly: boolean; sameSite: string }[],
}))
vi.mock('next/headers', () => ({
  cookies: async () => ({ set: (cookie: (typeof jar.set)[number]) => jar.set.push(cookie) }),
}))

let town: Town
const slug = 'modena-1'

beforeAll(async () => {
  town = await makeTown('modena')
})
beforeEach(() => {
  jar.set.length = 0
})

const code = (validMinutes = 60) =>
  createEnrolmentCode(pool(), town.totemId, { validMinutes, key: process.env.APP_SECRET ?? '' })

/** A browser that was enrolled with a code. */
async function enrolled(): Promise<string> {
  const answer = await enrolTotem(await code())
  expect(answer).toEqual({ ok: true, value: { slug } })
  return jar.set.at(-1)?.value ?? ''
}

const asking = (credential: string, { as = slug, query = `?totem=${slug}` } = {}) =>
  requireTotem(
    new Request(`http://127.0.0.1:3000/api/totem/beat${query}`, {
      headers: { cookie: `other=1; pronto-totem-${as}=${credential}` },
    }),
  )

const age = (hours: number) =>
  pool().query(
    `update switchboard.totem_credentials set issued_at = issued_at - make_interval(hours => $1)`,
    [hours],
  )
const minutesPass = (minutes: number) =>
  pool().query(`update switchboard.totem_credentials set dies_at = dies_at - make_interval(mins => $1)`, [
    minutes,
  ])

describe('an enrolment code', () => {
  it('makes a browser the totem, in a cookie that scripts cannot read', async () => {
    const credential = await enrolled()
    expect(jar.set).toMatchObject([{ name: `pronto-totem-${slug}`, httpOnly: true, sameSite: 'strict' }])
    expect(await asking(credential)).toEqual({ totemId: town.totemId, bodyId: town.bodyId, slug })
  })

  it('is read as people type it', async () => {
    const typed = (await code()).toLowerCase().replace('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(await enrolTotem(typed)).toMatchObject({ ok: true })
  })

  it('works once, also when two type it at the same moment', async () => {
    const once = await code()
    const answers = await Promise.all([enrolTotem(once), enrolTotem(once), enrolTotem(once)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await enrolTotem(once)).toEqual({ ok: false, refusal: 'code-unknown' })
  })

  it('expires', async () => {
    expect(await enrolTotem(await code(-1))).toEqual({ ok: false, refusal: 'code-unknown' })
  })

  it('is still good when no device could be made of it', async () => {
    const before = await enrolled()
    const fresh = await code()
    await pool().query('alter table switchboard.totem_credentials rename column device_id to away')
    await expect(enrolTotem(fresh)).rejects.toThrow('device_id')
    await pool().query('alter table switchboard.totem_credentials rename column away to device_id')
    expect(await asking(before)).toMatchObject({ slug })
    expect(await enrolTotem(fresh)).toMatchObject({ ok: true })
  })

  it('is stored only as a hash', async () => {
    const fresh = await code()
    const { rows } = await pool().query('select t::text from switchboard.totem_enrolment_codes t')
    expect(JSON.stringify(rows)).not.toContain(fresh.replace('-', ''))
  })

  it('ends whatever spoke for the totem before', async () => {
    const before = await enrolled()
    await asking(before)
    await enrolled()
    await expect(asking(before)).rejects.toThrow(NotSignedIn)
  })
})

describe('a request', () => {
  it('speaks for the only totem of its browser when the address names none', async () => {
    const credential = await enrolled()
    expect(await asking(credential, { query: '' })).toMatchObject({ slug })
  })

  it.each([
    ['a made up credential', 'made-up', {}],
    ['no credential', '', {}],
  ])('with %s is nobody', async (_what, credential, options) => {
    await expect(asking(credential, options)).rejects.toThrow(NotSignedIn)
  })

  it('cannot use the credential of one totem under the name of another', async () => {
    const credential = await enrolled()
    await expect(asking(credential, { as: 'altro', query: '?totem=altro' })).rejects.toThrow(NotSignedIn)
    await expect(asking(credential, { query: '?totem=altro' })).rejects.toThrow(NotSignedIn)
  })
})

describe('a credential', () => {
  it('is replaced after a day, once, and both work until the new one has been seen', async () => {
    const old = await enrolled()
    await asking(old)
    expect(jar.set).toHaveLength(1)
    await age(25)
    await asking(old)
    await asking(old)
    expect(jar.set).toHaveLength(2)
    await minutesPass(60)
    expect(await asking(old)).toMatchObject({ slug })
  })

  it('dies a few minutes after the younger one was first used', async () => {
    const old = await enrolled()
    await asking(old)
    await age(25)
    await asking(old)
    const young = jar.set.at(-1)?.value ?? ''
    expect(await asking(young)).toMatchObject({ slug })
    expect(await asking(old)).toMatchObject({ slug })
    await minutesPass(6)
    await expect(asking(old)).rejects.toThrow(NotSignedIn)
    expect(await asking(young)).toMatchObject({ slug })
  })

  it('is handed out again when the answer was lost', async () => {
    const old = await enrolled()
    await asking(old)
    await age(25)
    await asking(old)
    await age(1)
    await asking(old)
    expect(jar.set).toHaveLength(3)
    expect(await asking(jar.set.at(-1)?.value ?? '')).toMatchObject({ slug })
  })

  it('lives on when the browser kept one of two that were handed out at once', async () => {
    const old = await enrolled()
    await asking(old)
    await age(25)
    await asking(old)
    await age(1)
    await asking(old)
    const [, first, second] = jar.set.map(({ value }) => value)
    await asking(first ?? '')
    await asking(second ?? '')
    await minutesPass(6)
    expect(await asking(second ?? '')).toMatchObject({ slug })
    await expect(asking(first ?? '')).rejects.toThrow(NotSignedIn)
  })

  /** The answer to a request with an old one: a younger one, not used yet. */
  const renewed = async (old: string): Promise<string> => {
    await asking(old)
    await age(25)
    await asking(old)
    return jar.set.at(-1)?.value ?? ''
  }

  /** What the database knows of credentials now. @returns puts it back to that, as from a backup */
  const backedUp = async (): Promise<() => Promise<unknown>> => {
    const { rows } = await pool().query(
      `select json_agg(c) as credentials from switchboard.totem_credentials c`,
    )
    return () =>
      pool().query(
        `with lost as (delete from switchboard.totem_credentials where hash <> all(
            select hash from json_populate_recordset(null::switchboard.totem_credentials, $1))),
          kept as (select * from json_populate_recordset(null::switchboard.totem_credentials, $1))
        update switchboard.totem_credentials c set dies_at = kept.dies_at, first_used_at = kept.first_used_at
          from kept where kept.hash = c.hash`,
        [JSON.stringify(rows[0].credentials)],
      )
  }

  it('that was handed out since the backup is good when the database is put back to it', async () => {
    const old = await enrolled()
    const putBack = await backedUp()
    const young = await renewed(old)
    expect(await asking(young)).toMatchObject({ slug })
    await putBack()
    expect(await asking(young)).toMatchObject({ slug })
    await minutesPass(6)
    await expect(asking(old)).rejects.toThrow(NotSignedIn)
    expect(await asking(young)).toMatchObject({ slug })
  })

  it('that was given up, and then forgotten, stays given up', async () => {
    const first = await renewed(await enrolled())
    const second = await renewed(first)
    await asking(second)
    await pool().query(`update switchboard.totem_credentials set dies_at = dies_at - interval '25 hours'`)
    await forgetAll(pool())
    await expect(asking(first)).rejects.toThrow(NotSignedIn)
    expect(await asking(second)).toMatchObject({ slug })
  })

  it('of a device that was replaced is not taken up again, whatever the database has lost', async () => {
    const young = await renewed(await enrolled())
    await asking(young)
    await enrolled()
    await pool().query('delete from switchboard.totem_credentials')
    await expect(asking(young)).rejects.toThrow(NotSignedIn)
  })

  it('is worth nothing once the totem is deleted', async () => {
    const { id } = await town.payload.create({
      collection: 'totems',
      data: { body: town.bodyId, slug: 'breve', name: 'Breve', hours: { kind: 'always' } },
    })
    await enrolTotem(
      await createEnrolmentCode(pool(), id, { validMinutes: 5, key: process.env.APP_SECRET ?? '' }),
    )
    const credential = jar.set.at(-1)?.value ?? ''
    const ask = () => asking(credential, { as: 'breve', query: '?totem=breve' })
    expect(await ask()).toMatchObject({ totemId: id })
    await town.payload.delete({ collection: 'totems', id })
    await expect(ask()).rejects.toThrow(NotSignedIn)
  })
})

it('[SW-402] what opens nothing any more is forgotten a day later, and what opens something is not', async () => {
  await pool().query('truncate switchboard.totem_devices, switchboard.totem_enrolment_codes cascade')
  const left = async () => {
    const { rows } = await pool().query(
      `select (select count(*)::int from switchboard.totem_devices) as devices,
        (select count(*)::int from switchboard.totem_credentials) as credentials,
        (select count(*)::int from switchboard.totem_enrolment_codes) as codes`,
    )
    return rows[0]
  }
  // A device that was replaced by another, which has changed its credential since.
  await enrolled()
  const old = await enrolled()
  await asking(old)
  await age(25)
  await asking(old)
  const young = jar.set.at(-1)?.value ?? ''
  await asking(young)
  await code(-1)
  const open = await code()
  await forgetAll(pool())
  expect(await left()).toEqual({ devices: 2, credentials: 3, codes: 4 })
  for (const [table, column] of [
    ['totem_devices', 'ended_at'],
    ['totem_credentials', 'dies_at'],
    ['totem_enrolment_codes', 'used_at'],
  ]) {
    await pool().query(`update switchboard.${table} set ${column} = ${column} - interval '25 hours'`)
  }
  await pool().query(
    `update switchboard.totem_enrolment_codes set expires_at = expires_at - interval '25 hours' where expires_at < now()`,
  )
  await forgetAll(pool())
  expect(await left()).toEqual({ devices: 1, credentials: 1, codes: 1 })
  expect(await asking(young)).toMatchObject({ slug })
  expect(await enrolTotem(open)).toMatchObject({ ok: true })
})

describe('the sample', () => {
  const from = (host: string, address = '127.0.0.1') =>
    new Request('http://127.0.0.1:3000/api/totem/enrolments', {
      headers: { host, 'x-forwarded-for': address },
    })

  it('lends a totem to every browser of this machine', async () => {
    await town.payload.update({ collection: 'bodies', id: town.bodyId, data: { isSample: true } })
    expect(await enrolSampleTotem(from('127.0.0.1:3000'), slug)).toEqual({ ok: true, value: { slug } })
    const first = jar.set.at(-1)?.value ?? ''
    await enrolSampleTotem(from('localhost:3000'), slug)
    expect(await asking(first)).toMatchObject({ slug })
    expect(await asking(jar.set.at(-1)?.value ?? '')).toMatchObject({ slug })
  })

  it.each([
    ['another name', 'totem.example:3000', '127.0.0.1'],
    ['another machine', '127.0.0.1:3000', '192.0.2.7'],
    ['a machine that says it is this one', '127.0.0.1:3000', '127.0.0.1, 192.0.2.7'],
  ])('lends none to %s', async (_what, host, address) => {
    await expect(enrolSampleTotem(from(host, address), slug)).rejects.toThrow(NotAllowed)
  })

  it('knows its own totems only', async () => {
    await makeTown('carpi')
    expect(await enrolSampleTotem(from('127.0.0.1:3000'), 'carpi-1')).toEqual({
      ok: false,
      refusal: 'totem-unknown',
    })
  })
})
