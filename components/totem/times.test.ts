import { expect, it } from 'vitest'
import english from '@/messages/en/totem.json'
import italian from '@/messages/it/totem.json'
import { clockTime, dayInWords, hourInWords, partOfDay, whenInWords } from './times.ts'

const rome = (text: string) => Date.parse(text)
const NOW = rome('2026-11-23T10:42:00+01:00')
const when = (text: string) => whenInWords(rome(text), NOW, italian.times, 'it')

it('shows the time in Rome, whatever the process thinks', () => {
  expect(clockTime(NOW, 'it')).toBe('10:42')
  expect(clockTime(rome('2026-07-01T22:05:00Z'), 'it')).toBe('00:05')
  expect(dayInWords(NOW, 'it')).toBe('lunedì 23 novembre')
  expect(dayInWords(NOW, 'en')).toMatch(/Monday,? 23 November/)
})

it('says an hour as people say it after "alle"', () => {
  expect(hourInWords(rome('2026-11-23T09:00:00+01:00'), 'it')).toBe('9')
  expect(hourInWords(rome('2026-11-23T18:30:00+01:00'), 'it')).toBe('18:30')
  expect(hourInWords(rome('2026-11-23T09:00:00+01:00'), 'en')).toBe('9:00')
})

it('names the day of the next opening as it is said today', () => {
  expect(when('2026-11-23T15:00:00+01:00')).toBe('oggi alle 15')
  expect(when('2026-11-24T09:00:00+01:00')).toBe('domani alle 9')
  expect(when('2026-11-26T16:00:00+01:00')).toBe('giovedì alle 16')
  expect(when('2026-11-29T09:00:00+01:00')).toBe('domenica alle 9')
  expect(when('2026-11-30T09:00:00+01:00')).toBe('il 30 novembre alle 9')
  expect(when('2027-01-08T09:00:00+01:00')).toBe('l’8 gennaio alle 9')
})

it('counts calendar days, not hours: late at night "tomorrow" is a few hours away', () => {
  const night = rome('2026-11-23T23:50:00+01:00')
  expect(whenInWords(rome('2026-11-24T08:30:00+01:00'), night, english.times, 'en')).toBe('tomorrow at 8:30')
})

it('counts the day on which the clocks change as one day', () => {
  const saturday = rome('2026-10-24T12:00:00+02:00')
  expect(whenInWords(rome('2026-10-25T09:00:00+01:00'), saturday, italian.times, 'it')).toBe('domani alle 9')
})

it.each([
  ['03:59', 'evening'],
  ['04:00', 'morning'],
  ['12:59', 'morning'],
  ['13:00', 'afternoon'],
  ['16:59', 'afternoon'],
  ['17:00', 'evening'],
])('at %s it is %s', (time, part) => {
  expect(partOfDay(rome(`2026-11-23T${time}:00+01:00`))).toBe(part)
})
