import { describe, expect, it } from 'vitest'
import { nextPictureBound, type Passage, PICTURE_FREE, type PictureBound } from './picture-bound.ts'

const GOOD: Passage = { level: 'good', bitsPerSecond: 300_000, isBeside: false }
const bad = (bitsPerSecond: number): Passage => ({ ...GOOD, level: 'bad', bitsPerSecond })
const weak = (bitsPerSecond: number | null): Passage => ({ ...GOOD, level: 'weak', bitsPerSecond })
/** The same of somebody beside the talk. */
const beside = (passage: Passage): Passage => ({ ...passage, isBeside: true })

/** Each reading at its second. */
const boundAfter = (
  steps: readonly [seconds: number, ...passages: Passage[]][],
  from: PictureBound = PICTURE_FREE,
): PictureBound =>
  steps.reduce(
    (bound, [seconds, ...passages]) => nextPictureBound(bound, passages, false, seconds * 1_000),
    from,
  )

describe('nextPictureBound', () => {
  it('leaves a picture alone that arrives', () => {
    expect(boundAfter([[2, GOOD]])).toBe(PICTURE_FREE)
    expect(boundAfter([[2, { ...GOOD, level: 'bad', bitsPerSecond: null }]])).toBe(PICTURE_FREE)
  })

  it('gives a picture that arrives badly less than what got through, on the thinnest of several lines', () => {
    expect(boundAfter([[2, GOOD, bad(400_000)]]).bitsPerSecond).toBe(280_000)
    expect(boundAfter([[2, bad(900_000), bad(400_000)]]).bitsPerSecond).toBe(280_000)
    expect(boundAfter([[2, weak(1_000_000)]]).bitsPerSecond).toBe(700_000)
  })

  it('waits for what it has done before it does more, and never asks for nothing', () => {
    const once: [number, Passage] = [2, bad(400_000)]
    expect(boundAfter([once, [14, bad(200_000)]]).bitsPerSecond).toBe(280_000)
    expect(boundAfter([once, [16, bad(200_000)]]).bitsPerSecond).toBe(140_000)
    expect(boundAfter([once, [16, weak(200_000)]]).bitsPerSecond).toBe(280_000)
    expect(boundAfter([once, [16, bad(10_000)]]).bitsPerSecond).toBe(60_000)
  })

  it('tries a little more after a while, more patiently after each try that failed, until it is free', () => {
    const bounded = boundAfter([[2, bad(400_000)]])
    expect(boundAfter([[13, GOOD]], bounded).bitsPerSecond).toBe(280_000)
    const tried = boundAfter([[14, GOOD]], bounded)
    expect(tried.bitsPerSecond).toBe(560_000)
    const failed = boundAfter([[28, bad(400_000)]], tried)
    expect(failed).toMatchObject({ bitsPerSecond: 280_000, tryAfterMs: 24_000 })
    expect(boundAfter([[51, GOOD]], failed).bitsPerSecond).toBe(280_000)
    expect(boundAfter([[52, GOOD]], failed).bitsPerSecond).toBe(560_000)
    expect(
      boundAfter(
        [
          [26, GOOD],
          [38, GOOD],
        ],
        tried,
      ).bitsPerSecond,
    ).toBeNull()
  })

  it('tries nothing while it still arrives badly, or while nothing is sent', () => {
    const bounded = boundAfter([[2, bad(400_000)]])
    expect(boundAfter([[60, GOOD, weak(null)]], bounded)).toBe(bounded)
    const rested = nextPictureBound(bounded, [GOOD], true, 60_000)
    expect(boundAfter([[71, GOOD]], rested).bitsPerSecond).toBe(280_000)
    expect(boundAfter([[72, GOOD]], rested).bitsPerSecond).toBe(560_000)
  })

  it('makes a picture fit somebody beside the talk, but no smaller than readable', () => {
    expect(boundAfter([[2, GOOD, beside(bad(600_000))]]).bitsPerSecond).toBe(420_000)
    const least = boundAfter([[2, GOOD, beside(bad(300_000))]])
    expect(least.bitsPerSecond).toBe(250_000)
    expect(boundAfter([[16, GOOD, beside(bad(250_000))]], least).bitsPerSecond).toBe(250_000)
    expect(boundAfter([[2, bad(200_000), beside(bad(300_000))]]).bitsPerSecond).toBe(140_000)
  })

  it('leaves the picture as it is for the sake of a line that carries no readable one', () => {
    expect(boundAfter([[2, GOOD, beside(bad(240_000))]])).toBe(PICTURE_FREE)
    expect(boundAfter([[2, GOOD, beside(weak(100_000))]])).toBe(PICTURE_FREE)
    const bounded = boundAfter([[2, bad(400_000)]])
    expect(boundAfter([[14, GOOD, beside(bad(100_000))]], bounded).bitsPerSecond).toBe(560_000)
  })

  it('grows again for those whose talk it is, whatever somebody beside it says', () => {
    const small = boundAfter([
      [2, bad(150_000)],
      [16, bad(20_000)],
    ])
    expect(small.bitsPerSecond).toBe(60_000)
    let bound = small
    for (let seconds = 18; seconds < 120; seconds += 2) {
      bound = boundAfter([[seconds, GOOD, beside(weak(900_000)), beside(bad(0)), beside(weak(null))]], bound)
    }
    expect(bound.bitsPerSecond).toBe(480_000)
  })

  it('never lets whoever says anything from beside the talk make a picture unreadable', () => {
    const levels = ['good', 'weak', 'bad'] as const
    const amounts = [null, 0, 1, 249_999, 250_000, 250_001, 400_000, 5_000_000]
    for (const [at, first] of amounts.entries()) {
      let bound = PICTURE_FREE
      for (let step = 0; step < 500; step++) {
        const level = levels[(step * 7 + at) % 3] ?? 'bad'
        const lie = { level, bitsPerSecond: step % 5 === 0 ? first : (amounts[(step * 3 + at) % 8] ?? null) }
        bound = boundAfter([[step * 2, GOOD, { ...lie, isBeside: true }]], bound)
        expect(bound.bitsPerSecond ?? 250_000, `step ${step}`).toBeGreaterThanOrEqual(250_000)
      }
    }
  })
})
