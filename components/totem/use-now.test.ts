// @vitest-environment happy-dom
import { act, createElement } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import type { CommandAnswer } from '@/lib/events/send-command.ts'
import { MONDAY_1042, totemShowing } from './sample-views.ts'
import { openTotemLink } from './totem-link.ts'
import { useNow } from './use-now.ts'

const DAY_MS = 24 * 3_600_000

let root: Root
beforeEach(() => {
  vi.useFakeTimers()
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
})

const Clock = ({ offsetMs }: { offsetMs: number }) => useNow(0, offsetMs)
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

it('keeps the server’s time when this machine’s clock is set right, a day late', async () => {
  vi.setSystemTime(MONDAY_1042 - DAY_MS)
  let offsetMs = 0
  const stop = openTotemLink(
    'padova-149',
    {
      onView: () => undefined,
      onBeat: () => undefined,
      onChange: (state) => (offsetMs = state.clockOffsetMs),
    },
    {
      send: async <Value>() => ({ ok: true, value: { epoch: 1 } }) as CommandAnswer<Value>,
      subscribe(_url, { onView }) {
        onView(totemShowing(null), 0)
        return () => undefined
      },
      beat: async () => 200,
    },
  )
  await pass(0)
  stop()
  await act(async () => root.render(createElement(Clock, { offsetMs })))
  await pass(1_000)
  const before = Number(document.body.textContent)
  vi.setSystemTime(MONDAY_1042)
  await pass(1_000)
  expect(Number(document.body.textContent) - before).toBe(1_000)
})
