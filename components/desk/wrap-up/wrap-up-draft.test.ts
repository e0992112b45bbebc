import { expect, it } from 'vitest'
import { epochMs } from '@/lib/switchboard/ids.ts'
import english from '@/messages/en/desk.json' with { type: 'json' }
import italian from '@/messages/it/desk.json' with { type: 'json' }
import { CATEGORIES, isTimeToSave } from './wrap-up-draft.ts'

const endsAt = epochMs(60_000)

it('saves what was written just before the time is up', () => {
  expect(isTimeToSave(true, endsAt, epochMs(57_900))).toBe(false)
  expect(isTimeToSave(true, endsAt, epochMs(58_000))).toBe(true)
})

it('says nothing for somebody who said nothing', () => {
  expect(isTimeToSave(false, endsAt, epochMs(59_999))).toBe(false)
})

it('has words for each of the fifteen categories in every language', () => {
  expect(CATEGORIES).toHaveLength(15)
  for (const messages of [italian, english]) {
    expect(Object.keys(messages.categories).sort()).toEqual([...CATEGORIES].sort())
  }
})
