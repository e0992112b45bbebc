import { expect, it } from 'vitest'
import english from '@/messages/en/desk.json'
import italian from '@/messages/it/desk.json'
import { troubleOf } from './duty-trouble.ts'

it('[SW-106] says in both languages why nobody can be rung who has none of the skills', () => {
  expect(troubleOf('no-skills')).toBe('noSkills')
  for (const { noSkills } of [italian, english]) {
    expect(noSkills.title).not.toBe('')
    expect(noSkills.text).not.toBe('')
  }
})

it.each(['unreachable', 'fault', 'too-often'])(
  'says that %s is a command which did not arrive',
  (refusal) => {
    expect(troubleOf(refusal)).toBe('commandFailed')
  },
)

it('leaves to the view what the view says', () => {
  expect(troubleOf('offer-over')).toBeNull()
})
