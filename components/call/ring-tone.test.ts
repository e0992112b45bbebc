import { describe, expect, it } from 'vitest'
import { RING_PERIOD_S, RING_VOLUME, ringSamples } from './ring-tone.ts'

describe('the ring of the desk', () => {
  const samples = ringSamples(48_000)
  const loudness = (fromS: number, toS: number) =>
    Math.max(...samples.slice(fromS * 48_000, toS * 48_000).map(Math.abs))

  it('repeats every two seconds', () => {
    expect(RING_PERIOD_S).toBe(2)
    expect(samples).toHaveLength(96_000)
  })

  it('never gets louder than its bound', () => {
    expect(loudness(0, 2)).toBeLessThanOrEqual(RING_VOLUME)
    expect(loudness(0, 0.5)).toBeGreaterThan(RING_VOLUME / 4)
  })

  it('starts and ends in silence, so that the loop does not click', () => {
    expect(loudness(0, 0.0005)).toBeLessThan(0.005)
    expect(loudness(1.9, 2)).toBeLessThan(0.001)
  })
})
