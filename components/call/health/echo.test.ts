import { describe, expect, it } from 'vitest'
import { createRandom, type Random } from '@/lib/switchboard/shell/storm/random.ts'
import { lookForEcho, NO_ECHO, nextEcho } from './echo.ts'
import { ENVELOPE_SAMPLES, envelopeOf, STEP_MS } from './envelope.ts'
import {
  echoOf,
  envelope,
  inRoom,
  type Loudness,
  repetition,
  speech,
  stepsIn,
  together,
  turns,
  type Way,
} from './rhythms.ts'

const WINDOW_STEPS = 128
const EVERY_STEPS = stepsIn(2_000)

/** After how many milliseconds the echo is first heard, looking every two seconds as a call does; null: never. */
function heardAfterMs({ sent, received, heldMs = 0 }: Ends): number | null {
  const own = envelope(sent)
  const theirs = envelope(received)
  let echo = NO_ECHO
  for (let end = WINDOW_STEPS; end <= own.length; end += EVERY_STEPS) {
    const from = end - WINDOW_STEPS
    echo = nextEcho(echo, lookForEcho(own.slice(from, end), theirs.slice(from, end), heldMs))
    if (echo.isHeard) return end * STEP_MS
  }
  return null
}

interface Ends {
  sent: Loudness
  received: Loudness
  /** What the jitter buffers of both ends are said to hold back. */
  heldMs?: number
}

/** How many of the runs hear an echo, and how long half of those took. */
function runs(count: number, make: (random: Random) => Ends): { heard: number; medianMs: number } {
  const times = Array.from({ length: count }, (_, seed) => heardAfterMs(make(createRandom(seed + 1)))).filter(
    (ms) => ms !== null,
  )
  times.sort((one, other) => one - other)
  return { heard: times.length, medianMs: times[Math.floor(times.length / 2)] ?? Number.POSITIVE_INFINITY }
}

const delayIn = (random: Random) => 100 + random.below(600)
const MINUTE_MS = 60_000
/** As long as is searched at all. */
const LONG_HELD_MS = 1_400

describe('an echo', () => {
  const spoken = (way: Omit<Way, 'delayMs'>, heldMs: number) =>
    runs(50, (random) => {
      const sent = speech(random, MINUTE_MS)
      return { sent, received: echoOf(random, sent, { delayMs: heldMs + delayIn(random), ...way }), heldMs }
    })

  it.each([
    ['as loud as the voice', { gain: 1 }, 0],
    ['20 dB softer', { gain: 0.1 }, 0],
    ['34 dB softer', { gain: 0.02 }, 0],
    ['in a noisy room', { gain: 0.1, noise: 0.003 }, 0],
    ['of clocks that drift by 100 ms in a minute', { gain: 0.1, driftMs: 100 }, 0],
    ['held back for 700 ms at each end', { gain: 0.1 }, LONG_HELD_MS],
  ])('%s is heard each time, half the time within 14 s', (_, way, heldMs) => {
    const { heard, medianMs } = spoken(way, heldMs)
    expect(heard).toBe(50)
    expect(medianMs).toBeLessThan(14_000)
  })

  it('is heard within two minutes of a talk of two in at least 9 of 10', () => {
    const { heard } = runs(100, (random) => {
      const { own, other } = turns(random, 2 * MINUTE_MS, 5_000)
      return {
        sent: own,
        received: together(other, echoOf(random, own, { delayMs: delayIn(random), gain: 0.1 })),
      }
    })
    expect(heard).toBeGreaterThanOrEqual(90)
  })

  it('is forgotten some seconds after the volume was turned down', () => {
    const random = createRandom(7)
    const sent = envelope(speech(random, MINUTE_MS))
    const window = sent.slice(0, WINDOW_STEPS)
    const nothing = window.map(() => 0)
    const heard = { isHeard: true, lagSteps: 9, foundFor: 6, clearFor: 0 }
    expect(lookForEcho(window, nothing, 0)).toEqual({ kind: 'clear' })
    let echo = heard
    for (let looks = 0; looks < 3; looks++) echo = nextEcho(echo, { kind: 'clear' })
    expect(echo.isHeard).toBe(true)
    expect(nextEcho(echo, { kind: 'clear' })).toEqual(NO_ECHO)
    expect(nextEcho(heard, { kind: 'unsure' })).toEqual(heard)
  })
})

it('goes on being counted when a buffer on the way grows or shrinks by a quarter of a second', () => {
  const found = (lagSteps: number) => ({ kind: 'echo', lagSteps }) as const
  const isHeard = (lags: readonly number[]) =>
    lags.reduce((echo, lagSteps) => nextEcho(echo, found(lagSteps)), NO_ECHO).isHeard
  expect(isHeard([14, 16, 24, 23])).toBe(true)
  expect(isHeard([23, 21, 17, 16])).toBe(true)
  expect(isHeard([10, 19, 5, 20])).toBe(false)
})

describe('how late an echo may come', () => {
  const heardAt = (delayMs: number, heldMs: number) =>
    runs(20, (random) => {
      const sent = speech(random, MINUTE_MS)
      return { sent, received: echoOf(random, sent, { delayMs, gain: 0.1 }), heldMs }
    }).heard

  it('depends on what the jitter buffers are said to hold back', () => {
    expect([700, 1_000, LONG_HELD_MS].map((heldMs) => heardAt(1_400, heldMs))).toEqual([20, 20, 20])
    expect([0, 200, 400].map((heldMs) => heardAt(1_400, heldMs))).toEqual([0, 0, 0])
  })

  it('is not sooner than half of that', () => {
    expect([0, 300, LONG_HELD_MS].map((heldMs) => heardAt(400, heldMs))).toEqual([20, 20, 0])
  })

  it.each([600_000, Number.POSITIVE_INFINITY])('has an end, whatever is told: %d ms', (heldMs) => {
    expect([heardAt(1_400, heldMs), heardAt(2_400, heldMs)]).toEqual([20, 0])
  })

  it.each([-700, Number.NEGATIVE_INFINITY, Number.NaN])('is no other for what cannot be: %d ms', (heldMs) => {
    expect([heardAt(400, heldMs), heardAt(1_400, heldMs)]).toEqual([20, 0])
  })
})

describe.each([0, LONG_HELD_MS])('no echo, with voices held back for %d ms', (heldMs) => {
  const heardIn = (count: number, make: (random: Random) => Ends) =>
    runs(count, (random) => ({ ...make(random), heldMs })).heard
  const held = (voice: Loudness): Loudness => [
    ...Array.from({ length: stepsIn(heldMs) }, () => 0),
    ...voice.slice(0, -stepsIn(heldMs)),
  ]

  it('is heard in two hours of two voices at once', () => {
    expect(
      heardIn(24, (random) => ({
        sent: speech(random, 5 * MINUTE_MS),
        received: inRoom(random, held(speech(random, 5 * MINUTE_MS))),
      })),
    ).toBe(0)
  })

  it('is heard in two hours of two people who take turns', () => {
    expect(
      heardIn(24, (random) => {
        const { own, other } = turns(random, 5 * MINUTE_MS, 3_000)
        return { sent: own, received: inRoom(random, held(other)) }
      }),
    ).toBe(0)
  })

  it('is heard in more than 1 of 24 spellings of two minutes, each word repeated by the other', () => {
    const heard = heardIn(24, (random) => {
      const { own, other } = repetition(random, 2 * MINUTE_MS)
      return { sent: own, received: inRoom(random, held(other)) }
    })
    expect(heard).toBeLessThanOrEqual(1)
  })

  it('is heard in music, in a noise, or where nobody speaks', () => {
    const beat = (at: number) => 0.05 * (1.3 - ((at * STEP_MS) % 500) / 500)
    expect(
      heardIn(10, (random) => {
        const sent = speech(random, MINUTE_MS)
        return {
          sent,
          received: inRoom(
            random,
            sent.map((_, at) => beat(at)),
          ),
        }
      }),
    ).toBe(0)
    expect(
      heardIn(10, (random) => {
        const sent = speech(random, MINUTE_MS)
        return {
          sent,
          received: inRoom(
            random,
            sent.map(() => 0),
            0.02,
          ),
        }
      }),
    ).toBe(0)
    const quiet = Array.from({ length: stepsIn(MINUTE_MS) }, () => 0)
    expect(heardIn(1, (random) => ({ sent: inRoom(random, quiet), received: inRoom(random, quiet) }))).toBe(0)
  })

  it('is heard in a bell that both ends hear, at whatever delay: it proves nothing', () => {
    const bell = Array.from({ length: stepsIn(MINUTE_MS) }, (_, at) => ((at * STEP_MS) % 320 < 200 ? 0.3 : 0))
    for (const lag of [3, 5, 8, 20]) {
      expect(
        heardIn(1, (random) => ({
          sent: bell,
          received: inRoom(random, [...bell.slice(lag), ...bell.slice(0, lag)]),
        })),
      ).toBe(0)
    }
  })

  it('is blamed on the other end when it is this one that sends their voice back', () => {
    expect(
      heardIn(20, (random) => {
        const received = speech(random, MINUTE_MS)
        return { sent: echoOf(random, received, { delayMs: delayIn(random), gain: 0.5 }), received }
      }),
    ).toBe(0)
  })
})

describe('envelopeOf', () => {
  it('gives one loudness every 32 ms, in decibels above the floor', () => {
    const samples = new Float32Array(ENVELOPE_SAMPLES).fill(0.1, ENVELOPE_SAMPLES / 2)
    const steps = envelopeOf(samples)
    expect(steps).toHaveLength(WINDOW_STEPS)
    expect(steps[0]).toBe(0)
    expect(steps.at(-1)).toBeCloseTo(40, 3)
  })
})
