import { describe, expect, it } from 'vitest'
import { clockText, hoursAndLess, minutesAndSeconds, secondsLeft } from './duration.ts'

describe('clockText', () => {
  it('shows minutes and seconds, and hours once there are any', () => {
    expect([7_999, 221_000, 3_729_000].map(clockText)).toEqual(['0:07', '3:41', '1:02:09'])
  })

  it('never runs below zero when clocks disagree', () => {
    expect(clockText(-400)).toBe('0:00')
  })
})

describe('secondsLeft', () => {
  it('counts the second that is running', () => {
    expect([20_000, 19_001, 1, 0, -900].map(secondsLeft)).toEqual([20, 20, 1, 0, 0])
  })
})

describe('minutesAndSeconds', () => {
  it('splits a wait into what people say', () => {
    expect(minutesAndSeconds(72_900)).toEqual({ minutes: 1, seconds: 12 })
  })
})

describe('hoursAndLess', () => {
  it('sets the hours of a long wait apart', () => {
    expect(hoursAndLess(235_512_000)).toEqual({ hours: 65, minutes: 25, seconds: 12 })
    expect(hoursAndLess(-400)).toEqual({ hours: 0, minutes: 0, seconds: 0 })
  })
})
