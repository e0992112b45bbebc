import { afterAll, describe, expect, it } from 'vitest'
import { env } from '../../config/env.ts'
import { createBoardReader } from '../../storage/board-reader.ts'
import { createPool } from '../../storage/pool.ts'
import type { Intent } from '../board.ts'
import { type OperatorId, operatorId } from '../ids.ts'
import { createCommandRunner } from './run-command.ts'
import { createSettingsCache } from './settings-reader.ts'
import { createTrial } from './trial.ts'

const pool = createPool(env().databaseUrl, 20)
afterAll(() => pool.end())

const [sofia, dana] = [operatorId('sofia'), operatorId('dana')]

async function trialOnDuty() {
  const trial = await createTrial({ pool })
  const [operator] = trial.operators
  if (!operator) throw new Error('empty trial')
  await trial.onDuty(operator)
  return { trial, operator }
}

const overruled = (id: OperatorId, by: OperatorId, intent: Intent) => ({
  type: 'intentOverruled' as const,
  operatorId: id,
  by,
  expected: 'available' as const,
  intent,
})

describe('a supervisor', () => {
  it('[SW-95] [SW-97] decides, and whoever reads the board next finds who it was and why', async () => {
    const { trial, operator } = await trialOnDuty()
    const event = { ...overruled(operator, sofia, 'on_break'), reason: 'back_office' as const }
    expect(await trial.run({ bodyId: trial.bodyId, event, repeatable: null })).toMatchObject({ ok: true })
    expect((await trial.board()).operators.get(operator)).toMatchObject({
      intent: 'on_break',
      intentBy: sofia,
      breakReason: 'back_office',
    })
    const { rows } = await pool.query(
      "select fact from switchboard.call_events where body_id = $1 and type = 'intentSet' order by id desc limit 1",
      [trial.bodyId],
    )
    expect(rows[0]?.fact).toMatchObject({ operatorId: operator, intent: 'on_break', by: sofia })
  })

  it('[SW-96] of two at once, on two instances, one is refused and both pictures agree', async () => {
    const { trial, operator } = await trialOnDuty()
    const another = createCommandRunner({
      pool,
      boards: createBoardReader(createSettingsCache()),
      onCommitted: () => {},
    })
    const answers = await Promise.all([
      trial.run({
        bodyId: trial.bodyId,
        event: overruled(operator, sofia, 'on_break'),
        repeatable: null,
      }),
      another({ bodyId: trial.bodyId, event: overruled(operator, dana, 'off_duty'), repeatable: null }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers).toContainEqual(expect.objectContaining({ ok: false, refusal: 'intent-changed' }))
    const { intent, intentBy } = (await trial.board()).operators.get(operator) ?? {}
    expect([intent, intentBy]).toEqual(answers[0]?.ok ? ['on_break', sofia] : ['off_duty', dana])
  })
})
