import { afterAll, describe, expect, it } from 'vitest'
import { env } from '../../config/env.ts'
import { createPool } from '../../storage/pool.ts'
import { renewDeskLease } from '../../storage/renew-lease.ts'
import { DEFAULT_RULES } from '../settings.ts'
import { createTrial } from './trial.ts'

const pool = createPool(env().databaseUrl, 20)
afterAll(() => pool.end())

const HOUR_MS = 3_600_000

async function onDuty() {
  const trial = await createTrial({ pool })
  const [operator] = trial.operators
  const [totem] = trial.totems
  if (!operator || !totem) throw new Error('empty trial')
  await trial.onDuty(operator)
  return { trial, operator, totem }
}

describe('a clock that goes back by an hour', () => {
  it('[SW-98] gives no command an earlier time than the one before it had', async () => {
    const { trial, totem } = await onDuty()
    // Everything stored lies an hour ahead of the clock now: the clock has gone back.
    await trial.wait(-HOUR_MS)
    const before = Date.now() + HOUR_MS / 2
    const call = await trial.call(totem)
    await trial.leave(totem, call)
    const times = trial.commits.map(({ now }) => now)
    expect(times.at(-1)).toBeGreaterThan(before)
    const { rows } = await pool.query(
      'select at from switchboard.call_events where body_id = $1 and call_id = $2 order by id',
      [trial.bodyId, call],
    )
    const dated = rows.map(({ at }) => at.getTime())
    expect(dated.length).toBeGreaterThan(2)
    expect(dated).toEqual(dated.toSorted((a, b) => a - b))
  })

  it('[SW-98] turns nobody out: a beat never shortens a lease', async () => {
    const { trial, operator, totem } = await onDuty()
    await trial.wait(-HOUR_MS)
    const page = { bodyId: trial.bodyId, operatorId: operator, epoch: trial.epochOfDesk(operator) }
    expect(await renewDeskLease(pool, page, DEFAULT_RULES)).toBe('renewed')
    const call = await trial.call(totem)
    const offers = [...(await trial.board()).offers.values()]
    expect(offers).toMatchObject([{ callId: call, operatorId: operator, state: 'ringing' }])
  })
})

describe('a clock that goes ahead by a day', () => {
  it('[SW-98] ends every call at the next tick, and the same instance goes on', async () => {
    const { trial, operator, totem } = await onDuty()
    const call = await trial.call(totem)
    await trial.wait(24 * HOUR_MS)
    await trial.tick()
    expect((await trial.board()).calls.get(call)?.state ?? 'over').toBe('over')
    await trial.onDuty(operator)
    const again = await trial.call(totem).catch((error: unknown) => String(error))
    expect([...(await trial.board()).offers.values()].at(-1)).toMatchObject({
      callId: again,
      state: 'ringing',
    })
  })
})
