import { expect, it } from 'vitest'
import { epochMs } from '@/lib/switchboard/ids.ts'
import english from '@/messages/en/totem.json'
import italian from '@/messages/it/totem.json'
import { promiseInWords } from './promise-in-words.ts'

const now = Date.parse('2026-11-26T17:30:00+01:00')
const tomorrow = {
  from: epochMs(Date.parse('2026-11-27T09:00:00+01:00')),
  until: epochMs(Date.parse('2026-11-27T11:15:00+01:00')),
}

it('promises a call in turn, or within the window that was chosen', () => {
  expect(promiseInWords(null, now, italian, 'it')).toBe(italian.promise.soon)
  expect(promiseInWords(tomorrow, now, italian, 'it')).toContain('a partire da domani alle 9, entro le 11:15')
  expect(promiseInWords(tomorrow, now, english, 'en')).toContain('tomorrow at 9:00 or later, by 11:15')
})

it('promises it in turn once the window has begun', () => {
  expect(promiseInWords(tomorrow, tomorrow.from, italian, 'it')).toBe(italian.promise.soon)
})

it('promises it for a day of next week as one says it', () => {
  const friday = Date.parse('2026-11-27T17:30:00+01:00')
  const monday = {
    from: epochMs(Date.parse('2026-11-30T09:00:00+01:00')),
    until: epochMs(Date.parse('2026-11-30T11:15:00+01:00')),
  }
  expect(promiseInWords(monday, friday, italian, 'it')).toContain(
    'a partire da lunedì alle 9, entro le 11:15',
  )
  expect(promiseInWords(monday, friday, english, 'en')).toContain(': on Monday at 9:00 or later, by 11:15.')
})
