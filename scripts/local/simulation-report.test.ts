import { expect, it } from 'vitest'
import { figuresOf } from '../../lib/switchboard/simulation/figures.ts'
import { simulate } from '../../lib/switchboard/simulation/simulate.ts'
import { hoursTable, staffChart, staffTable, type Tried, verdict } from './simulation-report.ts'

const tried: Tried[] = [2, 3, 4, 5].map((operators) => {
  const day = simulate({
    seed: 1,
    hours: 3,
    callsPerHour: [30],
    staff: [{ fromMs: 0, operators }],
    handle: { meanMs: 300_000, cv: 1 },
    patienceMs: 600_000,
    answerMs: 5_000,
    rules: {},
  })
  return { operators, days: 1, visits: day.visits, figures: figuresOf(day.visits, day) }
})

it('is one line per number of operators, with the asked one marked and all columns in line', () => {
  const lines = staffTable(tried, 3).split('\n')
  expect(lines).toHaveLength(5)
  expect(lines.filter((line) => line.includes('>'))).toHaveLength(1)
  expect(new Set(lines.map((line) => line.length)).size).toBe(1)
})

it('draws shorter bars of waiting for more operators', () => {
  const [waits = ''] = staffChart(tried, 3).split('\n\n')
  const lengths = waits
    .split('\n')
    .slice(1)
    .map((line) => line.split('█').length)
  expect(lengths).toEqual(lengths.toSorted((one, other) => other - one))
})

it('tells the day hour by hour, every call once', () => {
  const calls = hoursTable(tried, 3)
    .split('\n')
    .slice(1)
    .map((line) => Number(line.trim().split(/\s+/)[1]))
  expect(calls).toHaveLength(3)
  expect(calls.reduce((sum, count) => sum + count, 0)).toBeCloseTo(tried[1]?.visits.length ?? 0, -1)
})

it('answers the question', () => {
  expect(verdict(tried)).toMatch(/^Of these, [45] on duty is the fewest that answers 80 % in 30 s\.$/)
  expect(verdict(tried.slice(0, 1))).toBe('None of these answers 80 % in 30 s: try more operators.')
})
