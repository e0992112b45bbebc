import type { Pool } from 'pg'

/**
 * Takes the turn called `name` for `forMs`. False: another instance has it. For work that would be
 * harmless but wasteful if every instance did it.
 */
export async function takeTurn(pool: Pool, name: string, forMs: number): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'take-turn',
    text: `
      insert into switchboard.turns as t (name, taken_until)
      values ($1, clock_timestamp() + $2::bigint * interval '1 millisecond')
      on conflict (name) do update set taken_until = excluded.taken_until
      where t.taken_until <= clock_timestamp()`,
    values: [name, forMs],
  })
  return rowCount === 1
}

/** Whoever has the turn cannot use it: another instance may have it at once. */
export async function giveTurnBack(pool: Pool, name: string): Promise<void> {
  await pool.query({
    name: 'give-turn-back',
    text: 'update switchboard.turns set taken_until = clock_timestamp() where name = $1',
    values: [name],
  })
}
