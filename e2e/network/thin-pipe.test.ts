import { expect, it } from 'vitest'
import { createRandom } from '../../lib/switchboard/shell/storm/random.ts'
import { createThinPipe, GOOD_LINE } from './thin-pipe.ts'

const PACKET_BYTES = 1_000

it('lets everything through at once on a good line', () => {
  const pipe = createThinPipe(createRandom(1))
  expect([0, 0, 5].map((nowMs) => pipe.arrivalOf(PACKET_BYTES, nowMs))).toEqual([0, 0, 5])
})

it('carries one packet after the other, and throws away what would wait too long', () => {
  const pipe = createThinPipe(createRandom(1))
  // 80 ms for each.
  pipe.become({ ...GOOD_LINE, bitsPerSecond: 100_000, delayMs: 20 })
  const arrivals = Array.from({ length: 6 }, () => pipe.arrivalOf(PACKET_BYTES, 0))
  expect(arrivals).toEqual([100, 180, 260, 340, null, null])
})

it('never lets a packet overtake another when the line becomes better', () => {
  const pipe = createThinPipe(createRandom(1))
  pipe.become({ ...GOOD_LINE, delayMs: 200 })
  expect(pipe.arrivalOf(PACKET_BYTES, 0)).toBe(200)
  pipe.become(GOOD_LINE)
  expect(pipe.arrivalOf(PACKET_BYTES, 10)).toBe(200)
})

it('loses as many as it is told to', () => {
  const pipe = createThinPipe(createRandom(1))
  pipe.become({ ...GOOD_LINE, lost: 0.1 })
  const lost = Array.from({ length: 10_000 }, () => pipe.arrivalOf(PACKET_BYTES, 0)).filter(
    (arrival) => arrival === null,
  )
  expect(lost.length / 10_000).toBeCloseTo(0.1, 1)
})
