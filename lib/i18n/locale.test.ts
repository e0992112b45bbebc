import { expect, it } from 'vitest'
import { directionOf, fullLocale, LOCALES, languageTag, parseLocale } from './locale.ts'

it('speaks the language that the cookie names', () => {
  expect(parseLocale('en')).toBe('en')
  expect(parseLocale('it-facile')).toBe('it-facile')
})

it('speaks Italian when the cookie is missing or names a language without messages', () => {
  expect(parseLocale(undefined)).toBe('it')
  expect(parseLocale('tlh')).toBe('it')
  expect(parseLocale('../../etc')).toBe('it')
})

it('falls back to Italian for what nobody writes in the chosen language', () => {
  expect(fullLocale('en')).toBe('en')
  expect(fullLocale('ar')).toBe('it')
  expect(fullLocale('it-facile')).toBe('it')
  expect(fullLocale(undefined)).toBe('it')
})

it('names languages as browsers know them', () => {
  expect(LOCALES.map(languageTag)).toEqual(['it', 'en', 'ro', 'fr', 'ar', 'uk', 'sq', 'it'])
  expect(LOCALES.filter((locale) => directionOf(locale) === 'rtl')).toEqual(['ar'])
})
