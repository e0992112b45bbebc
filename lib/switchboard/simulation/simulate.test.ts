import { describe, expect, it } from 'vitest'
import { erlangA } from './erlang-a.ts'
import { type Plan, simulate, type Visit } from './simulate.ts'

const MINUTE = 60_000

const plan = (change: Partial<Plan> = {}): Plan => ({
  seed: 1,
  hours: 8,
  callsPerHour: [30],
  staff: [{ fromMs: 0, operators: 3 }],
  handle: { meanMs: 5 * MINUTE, cv: 1 },
  patienceMs: 10 * MINUTE,
  answerMs: 0,
  rules: { queueLimit: 100_000, maxWaitMs: 1e12 },
  ...change,
})

/** First come, first served, with people who leave, in five lines: whom the core must serve when. */
function textbookWaits(visits: readonly Visit[], operators: number): number[] {
  const freeAt = Array.from({ length: operators }, () => 0)
  return visits.map(({ arrivedMs, handleMs, patienceMs }) => {
    freeAt.sort((one, other) => one - other)
    const waitMs = Math.max(0, (freeAt[0] ?? 0) - arrivedMs)
    if (waitMs < patienceMs) freeAt[0] = arrivedMs + waitMs + handleMs
    return waitMs
  })
}

// Thousands of visitors are some seconds of work for a core of its own; how long they take says nothing of them.
describe('the real core on a virtual clock', { timeout: 120_000 }, () => {
  it.each([1, 3, 7])(
    '[SW-20] %i operators serve every visitor at the very millisecond of the textbook',
    (s) => {
      const { visits } = simulate(
        // About as many visitors whoever serves them.
        plan({ hours: 400 / s, callsPerHour: [11 * s], staff: [{ fromMs: 0, operators: s }] }),
      )
      expect(visits.length).toBeGreaterThan(1_500)
      expect(visits.map(({ waitMs }) => waitMs)).toEqual(textbookWaits(visits, s))
      expect(visits.filter(({ abandonedMs }) => abandonedMs !== null).length).toBeGreaterThan(100)
    },
  )

  it('queues as Erlang-A says', () => {
    const perHour = 22.8
    const { visits } = simulate(
      plan({ hours: 1_000, callsPerHour: [perHour], staff: [{ fromMs: 0, operators: 2 }] }),
    )
    const mean = (of: (visit: Visit) => number) => visits.reduce((sum, v) => sum + of(v), 0) / visits.length
    // Asked with the rates that these visitors happened to have.
    const theory = erlangA({
      operators: 2,
      callsPerMs: visits.length / (1_000 * 60 * MINUTE),
      handleMs: mean(({ handleMs }) => handleMs),
      patienceMs: mean(({ patienceMs }) => patienceMs),
    })
    const off = (seen: number, expected: number) => Math.abs(seen / expected - 1)
    // Three standard errors of so few calls; `npm run bench -- wait` has ten times as many, and 3 %.
    expect(
      off(
        mean(({ waitMs }) => (waitMs === 0 ? 0 : 1)),
        theory.waitShare,
      ),
    ).toBeLessThan(0.02)
    expect(
      off(
        mean(({ abandonedMs }) => (abandonedMs === null ? 0 : 1)),
        theory.abandonShare,
      ),
    ).toBeLessThan(0.05)
  })

  it('[SW-170] [SW-173] foresees truly: the range covers, and the shown end holds', () => {
    const { visits } = simulate(
      plan({ hours: 300, callsPerHour: [34], rules: { assumedHandleMs: 6.5 * MINUTE } }),
    )
    const told = visits.filter(({ waitMs, shown }) => waitMs !== null && waitMs > 0 && shown !== null)
    const holds = told.filter(({ waitMs, shown }) => (waitMs ?? 0) <= (shown?.toMin ?? 1_000) * MINUTE)
    expect(told.length).toBeGreaterThan(3_000)
    expect(holds.length / told.length).toBeGreaterThan(0.85)
    expect(holds.length / told.length).toBeLessThan(1)
  })

  it('gives the same day for the same seed, and another for another', () => {
    const arrivals = (seed: number) => simulate(plan({ seed })).visits.map(({ arrivedMs }) => arrivedMs)
    expect(arrivals(5)).toEqual(arrivals(5))
    expect(arrivals(5)).not.toEqual(arrivals(6))
  })

  it('sends the same visitors to whatever staff', () => {
    const visitors = (operators: number) =>
      simulate(plan({ staff: [{ fromMs: 0, operators }] })).visits.map(
        ({ arrivedMs, handleMs, patienceMs }) => [arrivedMs, handleMs, patienceMs],
      )
    expect(visitors(2)).toEqual(visitors(5))
  })

  it('serves everybody who stays, also after the last call came in, and counts no time twice', () => {
    const { visits, onDutyMs, busyMs } = simulate(plan({ callsPerHour: [60], patienceMs: 60 * MINUTE }))
    for (const { answeredMs, abandonedMs } of visits)
      expect((answeredMs === null) !== (abandonedMs === null)).toBe(true)
    expect(onDutyMs).toBe(3 * 8 * 60 * MINUTE)
    expect(busyMs / onDutyMs).toBeGreaterThan(0.9)
    expect(busyMs).toBeLessThanOrEqual(onDutyMs)
  })

  it('refuses when the queue is full', () => {
    const { visits } = simulate(plan({ callsPerHour: [120], rules: { queueLimit: 2 } }))
    expect(visits.some(({ refusal }) => refusal === 'queue-full')).toBe(true)
  })

  it('follows the hours of the day and the shifts', () => {
    const { visits } = simulate(
      plan({
        callsPerHour: [0, 60],
        staff: [
          { fromMs: 0, operators: 1 },
          { fromMs: 4 * 60 * MINUTE, operators: 8 },
        ],
      }),
    )
    expect(visits.every(({ arrivedMs }) => Math.floor(arrivedMs / (60 * MINUTE)) % 2 === 1)).toBe(true)
    const late = (from: number, to: number) =>
      visits.filter(
        ({ arrivedMs, waitMs }) =>
          arrivedMs >= from * 60 * MINUTE && arrivedMs < to * 60 * MINUTE && (waitMs ?? 0) > MINUTE,
      ).length
    expect(late(5, 8)).toBeLessThan(late(1, 4))
  })
})

describe('Erlang-A', () => {
  it('has the values that others have computed', () => {
    // s = 5, load 0.95, handling 300 s, patience 600 s.
    const { waitShare, abandonShare, meanWaitMs } = erlangA({
      operators: 5,
      callsPerMs: (5 * 0.95) / 300_000,
      handleMs: 300_000,
      patienceMs: 600_000,
    })
    expect(waitShare).toBeCloseTo(0.5817, 4)
    expect(abandonShare).toBeCloseTo(0.1275, 4)
    expect(meanWaitMs / 1000).toBeCloseTo(76.5, 1)
  })
})
