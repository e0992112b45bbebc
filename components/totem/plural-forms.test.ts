import { expect, it } from 'vitest'
import arabic from '@/messages/ar/totem.json'
import italian from '@/messages/it/totem.json'
import romanian from '@/messages/ro/totem.json'
import ukrainian from '@/messages/uk/totem.json'
import { inForms } from './plural-forms.ts'

it('counts one second and several', () => {
  expect(inForms(italian.idle.text, { seconds: 1 }, 'it')).toBe('Tra 1 secondo si torna all’inizio.')
  expect(inForms(italian.idle.text, { seconds: 30 }, 'it')).toBe('Tra 30 secondi si torna all’inizio.')
})

it('has every form of a language that has more than two', () => {
  const inUkrainian = (seconds: number) => inForms(ukrainian.idle.text, { seconds }, 'uk')
  expect([1, 2, 5, 21].map(inUkrainian)).toEqual([
    expect.stringContaining('1 секунду'),
    expect.stringContaining('2 секунди'),
    expect.stringContaining('5 секунд '),
    expect.stringContaining('21 секунду'),
  ])
  expect(inForms(romanian.idle.text, { seconds: 30 }, 'ro')).toContain('30 de secunde')
  expect(inForms(arabic.idle.text, { seconds: 2 }, 'ar')).toContain('ثانيتين')
})

it('says a number in words of its own before any form', () => {
  const template = 'Lo cancelliamo {hours, plural, =0 {subito} one {# ora} other {# ore}} dopo.'
  expect(inForms(template, { hours: 0 }, 'it')).toBe('Lo cancelliamo subito dopo.')
  expect(inForms(template, { hours: 1 }, 'it-facile')).toBe('Lo cancelliamo 1 ora dopo.')
})

it('leaves a place without a number to be seen', () => {
  expect(inForms(italian.idle.text, {}, 'it')).toBe(italian.idle.text)
})
