import { expect, it } from 'vitest'
import { demandOf } from './needs.ts'
import { rosterOf } from './roster.ts'
import { anna, bruno, Day, NO_NEEDS, tributi, urp } from './situation.ts'

const plain = demandOf(urp, NO_NEEDS)
const inWriting = demandOf(urp, { ...NO_NEEDS, mode: 'text' })
const aboutTaxes = demandOf(tributi, NO_NEEDS)

it('knows the operators of two demands for the same if they are the same people', () => {
  const { settings } = new Day('08:00', { skills: { bruno: ['tributi'] } }).board
  const roster = rosterOf(settings, new Set([anna, bruno]))
  expect(roster.able(plain)).toEqual(new Set([anna, bruno]))
  expect(roster.able(inWriting)).toBe(roster.able(plain))
  expect(roster.able(aboutTaxes)).toEqual(new Set([bruno]))
  expect(rosterOf(settings, new Set([bruno])).able(aboutTaxes)).toEqual(new Set([bruno]))
})
