import { describe, expect, it } from 'vitest'
import { nextPictureHealth, PICTURE_UNSEEN, type Thumbnail } from './picture-health.ts'

const grey = (value: number, noise = 0) =>
  new Uint8ClampedArray([value, value, value, 255, value + noise, 0, 0, 255])
const faults = (looks: readonly Thumbnail[]) => {
  let health = PICTURE_UNSEEN
  return looks.map((seen) => {
    health = nextPictureHealth(health, seen)
    return health.fault
  })
}
const noisy = (value: number, count: number) => Array.from({ length: count }, (_, at) => grey(value, at % 3))

describe('nextPictureHealth', () => {
  it('calls a picture black after three looks, and takes it back at the first light', () => {
    expect(faults([...noisy(1, 3), grey(90)])).toEqual(['none', 'none', 'black', 'none'])
  })

  it('does not take a dark room for a covered camera', () => {
    expect(faults(noisy(14, 10))).not.toContain('black')
  })

  it('calls a picture frozen when nothing of it has changed over five looks', () => {
    const still = Array.from({ length: 6 }, () => grey(90))
    expect(faults([...still, grey(90, 1)])).toEqual([
      'none',
      'none',
      'none',
      'none',
      'none',
      'frozen',
      'none',
    ])
  })

  it('leaves a person who sits still alone: a living camera trembles', () => {
    expect(faults(noisy(90, 20))).not.toContain('frozen')
  })

  it('forgets while there is nothing to look at', () => {
    expect(faults([...noisy(1, 2), null, ...noisy(1, 2)])).not.toContain('black')
  })
})
