import { expect, it } from 'vitest'
import { costOfCall, type ServerLoad } from './call-cost.ts'

const load = (calls: number, core: number): ServerLoad => ({
  calls,
  core,
  memoryMb: calls === 0 ? 45 : 95 + 4 * calls,
  kbitPerSecond: { in: 3_800 * calls, out: 3_700 * calls },
})

it('takes what all calls share for no cost of a call', () => {
  const cost = costOfCall([load(0, 2), load(1, 7), load(2, 12), load(4, 22)])
  expect(cost.core).toBeCloseTo(5)
  expect(cost.memoryMb).toBeCloseTo(4)
  expect(cost.kbitPerSecond.in).toBeCloseTo(3_800)
  expect(cost.kbitPerSecond.out).toBeCloseTo(3_700)
  expect(cost.growth).toBeCloseTo(1)
})

it('notices that a call costs more among many, however dear the first was', () => {
  expect(costOfCall([load(0, 2), load(1, 12), load(2, 12), load(4, 42)]).growth).toBeCloseTo(2)
})

it('knows no growth from one step, and no cost from none', () => {
  expect(costOfCall([load(0, 2), load(1, 7)])).toMatchObject({ core: 5, growth: Number.NaN })
  expect(costOfCall([load(0, 2)])).toMatchObject({ core: Number.NaN, growth: Number.NaN })
})
