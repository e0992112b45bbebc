import { expect, it } from 'vitest'
import { parseLocale } from './locale.ts'

it('speaks the language that the cookie names', () => {
  expect(parseLocale('en')).toBe('en')
})

it('speaks Italian when the cookie is missing or names a language without messages', () => {
  expect(parseLocale(undefined)).toBe('it')
  expect(parseLocale('tlh')).toBe('it')
  expect(parseLocale('../../etc')).toBe('it')
})
