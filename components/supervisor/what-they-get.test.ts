import { expect, it } from 'vitest'
import { whatTheyGet } from './what-they-get.ts'

const of = (sound: boolean, picture: boolean) =>
  whatTheyGet({ connection: 'connected', sending: { sound, picture } })

it('is what leaves the page, whatever is switched off, missing or on hold', () => {
  expect([of(true, true), of(true, false), of(false, true), of(false, false)]).toEqual([
    'seenAndHeard',
    'heardOnly',
    'seenOnly',
    'neither',
  ])
})

it.each(['connecting', 'reconnecting', 'lost', 'replaced', 'out'] as const)(
  'is nothing while it is %s',
  (connection) => {
    expect(whatTheyGet({ connection, sending: { sound: true, picture: true } })).toBe('neither')
  },
)
