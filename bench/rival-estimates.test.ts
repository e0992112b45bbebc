import { expect, it } from 'vitest'
import { type Plan, simulate } from '../lib/switchboard/simulation/simulate.ts'
import { rivalEstimates } from './rival-estimates.ts'

const MINUTE = 60_000

const plan: Plan = {
  seed: 3,
  hours: 400,
  callsPerHour: [24],
  staff: [{ fromMs: 0, operators: 2 }],
  handle: { meanMs: 5 * MINUTE, cv: 1 },
  patienceMs: 10 * MINUTE,
  answerMs: 0,
  rules: { assumedHandleMs: 5 * MINUTE, queueLimit: 100_000, maxWaitMs: 1e12 },
}

it('knows at each arrival who is in line, and nobody else', () => {
  const { visits } = simulate(plan)
  const estimates = rivalEstimates(visits, plan)
  for (const visit of visits) {
    const at = visit.arrivedMs
    const line = visits.filter(
      ({ arrivedMs, rungMs, abandonedMs }) => arrivedMs < at && (rungMs ?? abandonedMs ?? 0) > at,
    )
    if (line.length === 0) continue
    expect(estimates.get(visit)?.headOfLineMs).toBe(at - (line[0]?.arrivedMs ?? 0))
  }
})

it('lets nobody stand in line for ever who left in the millisecond of coming', () => {
  const { visits } = simulate({ ...plan, patienceMs: 2 })
  const estimates = [...rivalEstimates(visits, plan).values()]
  expect(visits.some(({ arrivedMs, abandonedMs }) => arrivedMs === abandonedMs)).toBe(true)
  expect(Math.max(...estimates.map(({ headOfLineMs }) => headOfLineMs))).toBeLessThan(MINUTE)
})
