import { describe, expect, it } from 'vitest'
import { figuresFrom } from './figures.ts'
import { GOOD_LINK, type LinkQuality, nextArrival, nextLinkQuality } from './link-quality.ts'

const NOTHING = figuresFrom([])

/** The level after each reading in turn. */
function levels(readings: readonly Partial<typeof NOTHING>[], from: LinkQuality = GOOD_LINK) {
  let quality = from
  let since = NOTHING
  return readings.map((reading) => {
    const figures = { ...NOTHING, ...reading }
    quality = nextLinkQuality(quality, figures, since)
    since = figures
    return quality.level
  })
}
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value)

describe('nextLinkQuality', () => {
  it('lets two bad readings pass, and believes three', () => {
    const bad = { lostUp: 0.15 }
    expect(levels([bad, bad, {}, bad, bad, bad])).toEqual(['good', 'good', 'good', 'good', 'good', 'weak'])
  })

  it('is good again only after five good readings in a row', () => {
    const weak: LinkQuality = { level: 'weak', otherFor: 0 }
    expect(levels([...times(4, {}), { lostUp: 0.15 }, ...times(5, {})], weak).lastIndexOf('weak')).toBe(8)
  })

  it('keeps a weak link weak between the two bounds of loss, where a good one stays good', () => {
    const between = times(8, { lostUp: 0.05 })
    expect(levels(between).at(-1)).toBe('good')
    expect(levels(between, { level: 'weak', otherFor: 0 }).at(-1)).toBe('weak')
  })

  it('is bad when speech itself has no room, or arrives in pieces', () => {
    expect(levels(times(3, { scarceBitsPerSecond: 120_000 })).at(-1)).toBe('bad')
    expect(levels(times(3, { scarceBitsPerSecond: 400_000 })).at(-1)).toBe('weak')
    expect(levels(times(3, { lostUp: 0.3 })).at(-1)).toBe('bad')
  })

  it('counts what is lost on the way here, of enough packets to tell', () => {
    const arriving = (lost: number) =>
      [1, 2, 3].map((step) => ({ packetsLost: lost * step, packetsReceived: (100 - lost) * step }))
    expect(levels(arriving(15)).at(-1)).toBe('weak')
    expect(
      levels([
        { packetsLost: 3, packetsReceived: 4 },
        { packetsLost: 6, packetsReceived: 8 },
      ]).at(-1),
    ).toBe('good')
  })
})

it('judges what arrives by nothing else', () => {
  const after = (reading: Partial<typeof NOTHING>) => {
    const steps = [1, 2, 3].map((step) => ({ ...NOTHING, packetsReceived: 100 * step, ...reading }))
    return steps.reduce(
      ({ quality, since }, figures, at) => {
        const lost = { ...figures, packetsLost: figures.packetsLost * (at + 1) }
        return { quality: nextArrival(quality, lost, since), since: lost }
      },
      { quality: GOOD_LINK, since: NOTHING },
    ).quality.level
  }
  expect(after({ lostUp: 0.5, scarceBitsPerSecond: 40_000, roundTripMs: 2_000 })).toBe('good')
  expect(after({ packetsLost: 60 })).toBe('bad')
})
