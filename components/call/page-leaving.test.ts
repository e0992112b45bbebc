// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { isPageLeaving, watchPageLeaving } from './page-leaving.ts'

afterEach(() => vi.useRealTimers())

it('knows that the page is being left, and forgets it when its person stays', () => {
  vi.useFakeTimers()
  watchPageLeaving()
  expect(isPageLeaving()).toBe(false)
  window.dispatchEvent(new Event('beforeunload'))
  expect(isPageLeaving()).toBe(true)
  vi.advanceTimersByTime(3_000)
  expect(isPageLeaving()).toBe(false)
})
