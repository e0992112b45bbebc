import { expect, it } from 'vitest'
import { epochMs } from '@/lib/switchboard/ids.ts'
import { serverTime } from './server-time.ts'

const received = { view: { serverNow: epochMs(1_000_000) }, receivedAt: 500 }

it("moves the view's time on by the time since it came", () => {
  expect(serverTime(received, 2_500)).toBe(1_002_000)
})

it('never goes back behind the view', () => {
  expect(serverTime(received, 100)).toBe(1_000_000)
})
