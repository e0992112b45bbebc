import { describe, expect, it } from 'vitest'
import { nextSoundFirst, PICTURE_TOO, type SoundFirst } from './sound-first.ts'

const run = (steps: readonly [link: 'good' | 'weak' | 'bad', seconds: number][]) =>
  steps.reduce<SoundFirst>(
    (state, [link, seconds]) => nextSoundFirst(state, link, seconds * 1_000),
    PICTURE_TOO,
  )

describe('nextSoundFirst', () => {
  it('keeps the picture on a weak link', () => {
    expect(
      run([
        ['weak', 2],
        ['weak', 60],
      ]).isOn,
    ).toBe(false)
  })

  it('lets the picture rest on a bad link, and tries it again after a while', () => {
    expect(run([['bad', 10]])).toMatchObject({ isOn: true, until: 30_000 })
    expect(
      run([
        ['bad', 10],
        ['good', 29],
      ]).isOn,
    ).toBe(true)
    expect(
      run([
        ['bad', 10],
        ['good', 30],
      ]).isOn,
    ).toBe(false)
  })

  it('waits twice as long after every try that failed, two minutes at most', () => {
    expect(
      run([
        ['bad', 0],
        ['good', 20],
        ['bad', 26],
      ]),
    ).toMatchObject({ isOn: true, tryAfterMs: 40_000 })
    const often = Array.from({ length: 12 }, (_, at): ['bad', number] => ['bad', at * 130])
    expect(run(often).tryAfterMs).toBeLessThanOrEqual(120_000)
  })

  it('forgets failures once a picture has lasted a minute', () => {
    expect(
      run([
        ['bad', 0],
        ['good', 20],
        ['good', 81],
        ['bad', 90],
      ]),
    ).toMatchObject({ tryAfterMs: 20_000 })
  })
})
