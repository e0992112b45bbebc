import { expect, it } from 'vitest'
import { createDraws } from './draws.ts'

const many = (draw: () => number) => Array.from({ length: 50_000 }, draw)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const cv = (values: readonly number[]) =>
  Math.sqrt(mean(values.map((value) => value ** 2)) - mean(values) ** 2) / mean(values)

it('draws exponential times of the asked mean, whose spread is their mean', () => {
  const draws = createDraws(42)
  const values = many(() => draws.exponential(300))
  expect(mean(values)).toBeCloseTo(300, -1)
  expect(cv(values)).toBeCloseTo(1, 1)
  expect(values.filter((value) => value < 300 * Math.LN2).length / values.length).toBeCloseTo(0.5, 2)
})

it('draws lognormal times of the asked mean and spread', () => {
  const draws = createDraws(42)
  const values = many(() => draws.lognormal(300, 0.7))
  expect(mean(values)).toBeCloseTo(300, -1)
  expect(cv(values)).toBeCloseTo(0.7, 1)
})

it('draws alike from the same seed only', () => {
  const [one, same, other] = [createDraws(1), createDraws(1), createDraws(2)]
  const first = one.exponential(1)
  expect(same.exponential(1)).toBe(first)
  expect(other.exponential(1)).not.toBeCloseTo(first, 3)
})
