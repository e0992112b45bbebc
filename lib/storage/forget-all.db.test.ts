import { afterAll, beforeAll, expect, it } from 'vitest'
import { env } from '../config/env.ts'
import { log } from '../config/log.ts'
import { forgetAll } from './forget-all.ts'
import { createPool } from './pool.ts'

log().level = 'silent'
const pool = createPool(env().databaseUrl)
afterAll(() => pool.end())

const daysOfFacts = async () => {
  const { rows } = await pool.query(
    `select extract(day from now() - at)::int as days from switchboard.attendant_facts order by at`,
  )
  return rows.map(({ days }) => days)
}

beforeAll(() =>
  pool.query(
    `insert into switchboard.attendant_facts (at, body_id, totem_id, fact, by_staff)
       select now() - make_interval(days => days), 'modena', 'taken-down', 'pin_set', 'tea'
       from unnest(array[366, 364]) days`,
  ),
)

it('[SW-402] forgets the rest where one kind cannot be forgotten, and what was done at a totem that is gone', async () => {
  // Numbers are wiped before anything else is.
  await pool.query(
    `create function not_now() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$;
     create trigger stuck before update on switchboard.calls for each statement execute function not_now()`,
  )
  expect(await daysOfFacts()).toEqual([366, 364])
  await forgetAll(pool)
  expect(await daysOfFacts()).toEqual([364])
})

it('forgets the codes of pages taken along a day after they ran out, whether or not another is made', async () => {
  await pool.query(
    `insert into switchboard.handouts (code_hash, body_id, totem_id, kind, slug, locale, expires_at)
       select int4send(hours), 'modena', 'padova', 'sheet', 'carta', 'it', now() - make_interval(hours => hours)
       from unnest(array[23, 25]) hours`,
  )
  await forgetAll(pool)
  const { rows } = await pool.query(
    'select extract(hour from now() - expires_at)::int as hours from switchboard.handouts',
  )
  expect(rows).toEqual([{ hours: 23 }])
})
