import { expect, it } from 'vitest'
import { localeAsked } from './locale-asked.ts'

it.each([
  ['uk-UA,uk;q=0.9,en;q=0.8', 'uk'],
  ['de-CH, en;q=0.5, sq;q=0.7', 'sq'],
  ['it', 'it'],
  ['en;q=0, fr;q=0.1', 'fr'],
  ['tlh, x;q=nonsense', 'it'],
  ['*', 'it'],
  ['', 'it'],
  [null, 'it'],
])('of %j it speaks %s', (asked, spoken) => {
  expect(localeAsked(asked)).toBe(spoken)
})
