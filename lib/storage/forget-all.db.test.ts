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
