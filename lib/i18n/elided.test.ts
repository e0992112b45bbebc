import { expect, it } from 'vitest'
import { elided } from './elided.ts'

it.each([
  ['Dal 8 dicembre 2026 al 11 gennaio 2027', 'Dall’8 dicembre 2026 all’11 gennaio 2027'],
  ['Controllata il 8 maggio 2026', 'Controllata l’8 maggio 2026'],
  ['il 11 gennaio alle 9', 'l’11 gennaio alle 9'],
  ['Pagine del 11 maggio 2026, ore 08:00', 'Pagine dell’11 maggio 2026, ore 08:00'],
])('says %s as it is said', (text, said) => {
  expect(elided(text)).toBe(said)
})

it('leaves every other day, number and language as it is', () => {
  for (const text of [
    'Dal 18 dicembre al 1 gennaio',
    'il 80 % del 110',
    'Du 8 novembre au 11 mars',
    'on 8 January at 9:00',
    'via Canal 8 bis',
  ]) {
    expect(elided(text)).toBe(text)
  }
})
