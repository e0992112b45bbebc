import { expect, it } from 'vitest'
import { type Counts, figuresOf } from './measures.ts'

/** Numbers that no two formulas share. */
const counts: Counts = {
  offered: 131,
  answered: 89,
  answeredInTime: 67,
  answeredWaitMs: 1_700_003,
  abandoned: 23,
  shortAbandoned: 7,
  abandonedWaitMs: 613_000,
  longestWaitMs: 311_000,
  overOtherwise: { expired: 3 },
  refused: { 'queue-full': 2 },
  ringsAccepted: 97,
  ringsDeclined: 5,
  ringsExpired: 11,
  ringsLost: 2,
  ringsLeft: 13,
  handled: 91,
  handleMs: 27_500_000,
  busyMs: 31_000_000,
  idleMs: 19_000_000,
}

/** What a formula of names, sums, differences and at most one division gives. */
function compute(formula: string): number {
  const [part = 0, whole = 1] = formula.split(' / ').map((side) =>
    side
      .replace(/[()]/g, '')
      .replaceAll(' - ', ' + -')
      .split(' + ')
      .reduce((sum, term) => sum + (term.startsWith('-') ? -countNamed(term.slice(1)) : countNamed(term)), 0),
  )
  return part / whole
}

function countNamed(name: string): number {
  const value = Object.entries(counts).find(([key]) => key === name)?.[1]
  if (typeof value !== 'number') throw new Error(`${name} is no count`)
  return value
}

it('[SW-184] every formula that is shown gives the value beside it', () => {
  for (const { formula, value } of Object.values(figuresOf(counts))) {
    expect(value).toBeCloseTo(compute(formula), 10)
  }
})

it('[SW-184] who left at once counts in no service level', () => {
  expect(figuresOf(counts).serviceLevel.value).toBeCloseTo(67 / (89 + 23 - 7), 10)
})

it('[SW-184] a ring that its visitor ended is nobody’s non-response', () => {
  expect(figuresOf(counts).nonResponse.value).toBe(18)
  expect(figuresOf({ ...counts, ringsLeft: 500 }).answerRate).toEqual(figuresOf(counts).answerRate)
})

it('[SW-184] nothing measured is null, never zero or infinite', () => {
  const none = Object.fromEntries(Object.keys(counts).map((name) => [name, 0]))
  const figures = figuresOf({ ...counts, ...none, longestWaitMs: null, busyMs: null, idleMs: null })
  expect(figures.serviceLevel.value).toBeNull()
  expect(figures.averageTimeToAnswer.value).toBeNull()
  expect(figures.occupancy.value).toBeNull()
  expect(figures.longestWait.value).toBeNull()
  expect(figures.nonResponse.value).toBe(0)
})
