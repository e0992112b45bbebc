import { expect, it } from 'vitest'
import { epochMs } from '@/lib/switchboard/ids.ts'
import english from '@/messages/en/totem.json'
import italian from '@/messages/it/totem.json'
import { nextStepsFrom } from './next-steps-from.ts'
import { MONDAY_1042, stepsUntil } from './sample-views.ts'
import { stepsInWords } from './steps-in-words.ts'

const tomorrow = epochMs(Date.parse('2026-11-24T09:00:00+01:00'))
const villanova = {
  name: 'Totem di Villanova',
  address: 'via Barbolini 9',
  closesAt: epochMs(Date.parse('2026-11-23T18:00:00+01:00')),
}

it('says when it opens, and where to go meanwhile', () => {
  const steps = stepsUntil(tomorrow, { totem: villanova })
  expect(stepsInWords(steps, italian, 'it', MONDAY_1042)).toEqual({
    reopens: 'domani alle 9',
    elsewhere: { name: 'Totem di Villanova', place: 'via Barbolini 9 · fino alle 18' },
  })
  expect(stepsInWords(steps, english, 'en', MONDAY_1042).reopens).toBe('tomorrow at 9:00')
})

it('says of a totem that closes days later where it is, and no hour', () => {
  const closesAt = epochMs(Date.parse('2026-12-08T00:00:00+01:00'))
  const steps = stepsUntil(null, { totem: { ...villanova, closesAt } })
  expect(stepsInWords(steps, italian, 'it', MONDAY_1042).elsewhere?.place).toBe('via Barbolini 9')
})

it('invents neither an opening nor an address', () => {
  const steps = stepsUntil(null, { totem: { ...villanova, address: '', closesAt: null } })
  expect(stepsInWords(steps, italian, 'it', MONDAY_1042)).toEqual({
    reopens: null,
    elsewhere: { name: 'Totem di Villanova', place: '' },
  })
  expect(stepsInWords(stepsUntil(null), italian, 'it', MONDAY_1042).elsewhere).toBeNull()
})

it('reads what the server answers, and nothing into what it does not', () => {
  const steps = stepsUntil(tomorrow, { totem: villanova, callback: true })
  expect(nextStepsFrom(JSON.parse(JSON.stringify(steps)))).toEqual(steps)
  expect(nextStepsFrom(JSON.parse(JSON.stringify(stepsUntil(null))))).toEqual(stepsUntil(null))
  for (const nonsense of [undefined, null, 'closed', {}, { phone: 59 }]) {
    expect(nextStepsFrom(nonsense)).toBeNull()
  }
})
