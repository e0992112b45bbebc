import { expect, it } from 'vitest'
import type { Devices } from '@/lib/switchboard/board.ts'
import { isSettled } from './is-settled.ts'

const both: Devices = { kind: 'checked', channels: { sound: true, picture: true, text: false } }
const soundOnly: Devices = { kind: 'checked', channels: { sound: true, picture: false, text: false } }
const open = { kind: 'open', label: '' } as const
const opening = { kind: 'opening' } as const
const closed = { kind: 'closed' } as const
const missing = { kind: 'unavailable', why: 'missing' } as const

it('waits until each device that this desk answers with has opened or failed', () => {
  expect(isSettled({ sound: open, picture: opening }, both)).toBe(false)
  expect(isSettled({ sound: closed, picture: closed }, both)).toBe(false)
  expect(isSettled({ sound: open, picture: open }, both)).toBe(true)
  expect(isSettled({ sound: open, picture: missing }, both)).toBe(true)
})

it('does not wait for a camera that a sound-only desk never opens', () => {
  expect(isSettled({ sound: open, picture: closed }, soundOnly)).toBe(true)
})
