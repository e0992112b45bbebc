import { expect, it } from 'vitest'
import { PICTURE_TOO } from './sound-first.ts'
import { nextVoicesOnly } from './voices-only.ts'

it('goes without pictures where no readable one gets through', () => {
  expect(nextVoicesOnly(PICTURE_TOO, 'bad', [180_000], 0)).toMatchObject({ isOn: true, until: 20_000 })
  expect(nextVoicesOnly(PICTURE_TOO, 'bad', [240_000, null, 90_000], 0).isOn).toBe(true)
})

it('leaves it to their senders where one could be made to fit', () => {
  expect(nextVoicesOnly(PICTURE_TOO, 'bad', [250_000], 0).isOn).toBe(false)
  expect(nextVoicesOnly(PICTURE_TOO, 'bad', [100_000, 600_000], 0).isOn).toBe(false)
})

it('takes a picture of few bits that arrives, and gives up none that is not sent or not measured yet', () => {
  for (const line of ['good', 'weak'] as const) {
    expect(nextVoicesOnly(PICTURE_TOO, line, [40_000], 0).isOn).toBe(false)
  }
  expect(nextVoicesOnly(PICTURE_TOO, 'bad', [null], 0).isOn).toBe(false)
  expect(nextVoicesOnly(PICTURE_TOO, 'bad', [], 0).isOn).toBe(false)
})

it('tries the pictures again, later after each try that failed', () => {
  const gone = nextVoicesOnly(PICTURE_TOO, 'bad', [180_000], 0)
  expect(nextVoicesOnly(gone, 'good', [null], 19_999).isOn).toBe(true)
  const tried = nextVoicesOnly(gone, 'good', [null], 20_000)
  expect(tried.isOn).toBe(false)
  expect(nextVoicesOnly(tried, 'bad', [180_000], 30_000)).toMatchObject({ isOn: true, until: 70_000 })
})
