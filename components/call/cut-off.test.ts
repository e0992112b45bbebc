import { expect, it } from 'vitest'
import { cutOff } from './cut-off.ts'

const open = { name: 'call-call', media: 'open' } as const
const away = { name: 'call-call', media: 'away' } as const

it('says what keeps a page from its call', () => {
  expect(cutOff('reconnecting', open)).toBe('reconnecting')
  expect(cutOff('lost', open)).toBe('lost')
  for (const connection of ['connecting', 'connected', 'out'] as const) {
    expect(cutOff(connection, open)).toBeNull()
  }
})

it('[SW-M12] says that the room is away, but not where everything still flows', () => {
  for (const connection of ['reconnecting', 'lost', 'connecting'] as const) {
    expect(cutOff(connection, away)).toBe('roomAway')
  }
  expect(cutOff('connected', away)).toBeNull()
})
