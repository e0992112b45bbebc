import { expect, it } from 'vitest'
import type { ServiceSlug } from './ids.ts'
import { nextDueAt } from './next-due.ts'
import type { Opening } from './settings.ts'
import { at, Day, type Setup } from './situation.ts'

/** When a board on which nothing happens is looked at next. */
const lookedAt = (clock: string, setup: Setup) => nextDueAt(new Day(clock, setup).board, at(clock))

const morning: Opening = {
  kind: 'hours',
  intervals: [
    { opensAt: at('08:30'), closesAt: at('13:00') },
    { opensAt: at('15:00'), closesAt: at('18:00') },
  ],
}

it.each<[string, Setup]>([
  ['a totem', { totemOpening: morning }],
  ['a service', { serviceOpening: morning }],
])('[SW-30] somebody looks when %s opens and when it closes, so that screens say so', (_what, setup) => {
  expect(lookedAt('08:00', setup)).toBe(at('08:30'))
  expect(lookedAt('08:30', setup)).toBe(at('13:00'))
  expect(lookedAt('13:00', setup)).toBe(at('15:00'))
  expect(lookedAt('18:00', setup)).toBeNull()
})

it('[SW-93] and when a closure of the whole body begins and ends', () => {
  const closures = [
    { closesAt: at('12:00'), opensAt: at('24:00'), reason: 'festa', exempt: new Set<ServiceSlug>() },
  ]
  expect(lookedAt('08:00', { closures })).toBe(at('12:00'))
  expect(lookedAt('12:00', { closures })).toBe(at('24:00'))
  expect(lookedAt('24:00', { closures })).toBeNull()
})
