import { expect, it } from 'vitest'
import { figuresOf } from './figures.ts'
import type { Visit } from './simulate.ts'

const visit = (change: Partial<Visit>): Visit => ({
  arrivedMs: 0,
  handleMs: 300_000,
  patienceMs: 600_000,
  rungMs: null,
  answeredMs: null,
  abandonedMs: null,
  refusal: null,
  waitMs: null,
  forecast: { kind: 'unknown' },
  shown: null,
  ...change,
})

it('counts as a supervisor reads it: short abandons are nobody’s fault, refusals are not offered', () => {
  const visits = [
    visit({ answeredMs: 5_000 }),
    visit({ answeredMs: 30_000 }),
    visit({ answeredMs: 61_000 }),
    visit({ abandonedMs: 9_000 }),
    visit({ abandonedMs: 90_000 }),
    visit({ refusal: 'queue-full' }),
  ]
  expect(figuresOf(visits, { onDutyMs: 1_000, busyMs: 750 })).toEqual({
    offered: 5,
    answered: 3,
    abandoned: 2,
    refused: 1,
    serviceLevel: 2 / 4,
    meanWaitMs: 32_000,
    p90WaitMs: 61_000,
    occupancy: 0.75,
  })
})

it('has no figure where there is nothing to divide by', () => {
  expect(figuresOf([], { onDutyMs: 0, busyMs: 0 })).toMatchObject({
    offered: 0,
    serviceLevel: null,
    meanWaitMs: null,
    p90WaitMs: null,
    occupancy: null,
  })
})
