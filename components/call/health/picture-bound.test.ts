import { describe, expect, it } from 'vitest'
import { nextPictureBound, type Passage, PICTURE_FREE, type PictureBound } from './picture-bound.ts'

const GOOD: Passage = { level: 'good', bitsPerSecond: 300_000 }
const bad = (bitsPerSecond: number): Passage => ({ level: 'bad', bitsPerSecond })

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
    expect(boundAfter([[2, { level: 'bad', bitsPerSecond: null }]])).toBe(PICTURE_FREE)
  })

  it('gives a picture that arrives badly less than what got through, on the thinnest of several lines', () => {
    expect(boundAfter([[2, GOOD, bad(400_000)]]).bitsPerSecond).toBe(280_000)
    expect(boundAfter([[2, bad(900_000), bad(400_000)]]).bitsPerSecond).toBe(280_000)
    expect(boundAfter([[2, { level: 'weak', bitsPerSecond: 1_000_000 }]]).bitsPerSecond).toBe(700_000)
  })

  it('waits for what it has done before it does more, and never asks for nothing', () => {
    const once: [number, Passage] = [2, bad(400_000)]
    expect(boundAfter([once, [14, bad(200_000)]]).bitsPerSecond).toBe(280_000)
    expect(boundAfter([once, [16, bad(200_000)]]).bitsPerSecond).toBe(140_000)
    expect(boundAfter([once, [16, { level: 'weak', bitsPerSecond: 200_000 }]]).bitsPerSecond).toBe(280_000)
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
    expect(boundAfter([[60, GOOD, { level: 'weak', bitsPerSecond: null }]], bounded)).toBe(bounded)
    const rested = nextPictureBound(bounded, [GOOD], true, 60_000)
    expect(boundAfter([[71, GOOD]], rested).bitsPerSecond).toBe(280_000)
    expect(boundAfter([[72, GOOD]], rested).bitsPerSecond).toBe(560_000)
  })
})
