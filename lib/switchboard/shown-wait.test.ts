import { describe, expect, it } from 'vitest'
import { growsAt, nextShown, rangeOf } from './shown-wait.ts'
import { at } from './situation.ts'

const MINUTE = 60_000
const range = (p50Min: number, p90Min: number) => rangeOf(p50Min * MINUTE, p90Min * MINUTE)
const shownAt = (clock: string, p50Min: number, p90Min: number, before: Parameters<typeof nextShown>[0]) =>
  nextShown(before, p50Min * MINUTE, p90Min * MINUTE, at(clock))

describe('[SW-173] the range', () => {
  it('is rounded outward to minutes that people think in', () => {
    expect(range(3.2, 4.9)).toEqual({ fromMin: 3, toMin: 5 })
    expect(range(3, 5)).toEqual({ fromMin: 3, toMin: 5 })
    expect(range(5.1, 14)).toEqual({ fromMin: 5, toMin: 15 })
    expect(range(0.4, 1.4)).toEqual({ fromMin: 0, toMin: 2 })
    expect(range(0.2, 0.7)).toEqual({ fromMin: 0, toMin: 1 })
  })

  it('has no end beyond half an hour', () => {
    expect(range(17, 31)).toEqual({ fromMin: 15, toMin: null })
    expect(range(45, 70)).toEqual({ fromMin: 30, toMin: null })
  })
})

describe('[SW-173] what is shown next', () => {
  const first = shownAt('10:00', 2.5, 4.5, null)

  it('is the range at first, good until its end', () => {
    expect(first).toEqual({ fromMin: 2, toMin: 5, longer: false, until: at('10:05') })
  })

  it('falls at once', () => {
    expect(shownAt('10:01', 0.8, 1.8, first)).toEqual({
      fromMin: 0,
      toMin: 2,
      longer: false,
      until: at('10:03'),
    })
  })

  it('never holds for longer by falling', () => {
    expect(shownAt('10:04', 0.8, 2.5, first)).toMatchObject({ toMin: 3, until: at('10:05') })
  })

  it('stays while a longer wait is only possible', () => {
    expect(shownAt('10:01', 3.9, 9, first)).toBe(first)
  })

  it('rises once what was shown is more likely wrong than right, and says so', () => {
    expect(shownAt('10:01', 4.1, 9, first)).toEqual({
      fromMin: 3,
      toMin: 10,
      longer: true,
      until: at('10:11'),
    })
  })

  it('says so too when nothing moves and the time runs out', () => {
    const p50Min = 2.5
    expect(shownAt('10:02:30', p50Min, 4.5, first)).toBe(first)
    expect(growsAt(first, p50Min * MINUTE)).toBe(at('10:02:30') + 1)
    const later = nextShown(first, p50Min * MINUTE, 4.5 * MINUTE, at('10:02:31'))
    expect(later).toMatchObject({ fromMin: 2, toMin: 5, longer: true })
  })

  it('forgets that it took longer when it falls again', () => {
    const longer = shownAt('10:03', 2.5, 4.5, first)
    expect(shownAt('10:04', 0.7, 1.9, longer)).toMatchObject({ toMin: 2, longer: false })
  })

  it('lowers the beginning alone', () => {
    expect(shownAt('10:01', 1.5, 4.5, first)).toEqual({ ...first, fromMin: 1 })
  })

  it('promises nothing beyond half an hour, and falls from there', () => {
    const open = shownAt('10:00', 16, 40, null)
    expect(open).toMatchObject({ fromMin: 15, toMin: null, until: null })
    expect(growsAt(open, 16 * MINUTE)).toBeNull()
    expect(shownAt('10:02', 9, 19, open)).toMatchObject({ fromMin: 5, toMin: 20, until: at('10:22') })
  })
})
