import { describe, expect, it } from 'vitest'
import { figuresFrom } from './figures.ts'
import { NOT_HELD, nextHeldBack } from './held-back.ts'

/** One second of sound at 48 kHz, each sample of which waited so long. */
const second = (ms: number) => ({ heldSampleSeconds: 48 * ms, heldSamples: 48_000 })
const sum = (one: ReturnType<typeof second>, other: ReturnType<typeof second>) => ({
  heldSampleSeconds: one.heldSampleSeconds + other.heldSampleSeconds,
  heldSamples: one.heldSamples + other.heldSamples,
})

describe('how long a jitter buffer holds a voice back', () => {
  it('is the mean of what came out since the last reading', () => {
    const first = nextHeldBack(NOT_HELD, second(40))
    expect(first.ms).toBeCloseTo(40)
    expect(nextHeldBack(first, sum(second(40), second(700))).ms).toBeCloseTo(700)
  })

  it('is what it was where nothing came out', () => {
    const first = nextHeldBack(NOT_HELD, second(250))
    expect(nextHeldBack(first, second(250))).toEqual(first)
    expect(nextHeldBack(NOT_HELD, figuresFrom([]))).toEqual(NOT_HELD)
  })

  it('is read afresh from counters that began anew', () => {
    const first = nextHeldBack(NOT_HELD, sum(second(40), second(40)))
    expect(nextHeldBack(first, second(300)).ms).toBeCloseTo(300)
    const none = nextHeldBack(first, figuresFrom([]))
    expect(none).toEqual({ ms: first.ms, sampleSeconds: 0, samples: 0 })
    expect(nextHeldBack(none, second(90)).ms).toBeCloseTo(90)
  })
})
