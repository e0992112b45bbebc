import { afterEach, beforeEach, expect, vi } from 'vitest'

/** Setup file of the project `unit`: whatever complains on the console fails the test that caused it. */
const complaints: string[] = []

beforeEach(() => {
  complaints.length = 0
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => {
      complaints.push(words.map(String).join(' '))
    })
  }
})

afterEach(() => {
  vi.restoreAllMocks()
  expect(complaints, 'nothing may be written to console.error or console.warn').toEqual([])
})
