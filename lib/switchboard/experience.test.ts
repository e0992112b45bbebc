import { describe, expect, it } from 'vitest'
import { NO_EXPERIENCE } from './board.ts'
import { isCold, paceOf } from './experience.ts'
import { DEFAULT_RULES } from './settings.ts'
import { anna, Day, padova } from './situation.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const took = (calls: number, ms: number) => Array.from({ length: calls }, () => ms)
/** Five minutes of handling and ten of patience are assumed. */
const paceAfter = (experience: Partial<typeof NO_EXPERIENCE>) =>
  paceOf({ ...NO_EXPERIENCE, ...experience }, DEFAULT_RULES)

describe('[SW-171] a body’s pace', () => {
  it('is what is assumed at first', () => {
    expect(paceAfter({})).toEqual({ handleMs: 5 * MINUTE, patienceMs: 10 * MINUTE })
  })

  it('weighs the assumed handle time as 20 calls', () => {
    expect(paceAfter({ handleTimesMs: took(20, 10 * MINUTE) }).handleMs).toBe(7.5 * MINUTE)
    expect(paceAfter({ handleTimesMs: took(5, 10 * MINUTE) }).handleMs).toBe(6 * MINUTE)
  })

  it('has patience by how long visitors have waited for each who gave up', () => {
    expect(paceAfter({ waitedMs: 50 * MINUTE, abandons: 3 }).patienceMs).toBe(15 * MINUTE)
    expect(paceAfter({ waitedMs: 50 * MINUTE }).patienceMs).toBe(60 * MINUTE)
  })

  it('is unknown with fewer than 10 handle times', () => {
    expect(isCold({ ...NO_EXPERIENCE, handleTimesMs: took(9, MINUTE) })).toBe(true)
    expect(isCold({ ...NO_EXPERIENCE, handleTimesMs: took(10, MINUTE) })).toBe(false)
  })

  it('is never so quick that a rate would be infinite', () => {
    const rules = { ...DEFAULT_RULES, assumedHandleMs: 0, assumedPatienceMs: 0 }
    expect(paceOf(NO_EXPERIENCE, rules)).toEqual({ handleMs: 1_000, patienceMs: 1_000 })
  })
})

describe('[SW-171] what a body learns', () => {
  /** A day that has learned already, with Anna free. */
  const learned = (experience: Partial<typeof NO_EXPERIENCE>) => {
    const day = new Day('08:00').onDuty(anna, '08:30').to('09:00')
    day.board = { ...day.board, experience: { ...NO_EXPERIENCE, ...experience } }
    return day
  }

  it('is the last 50 handle times: the oldest goes', () => {
    const day = learned({ handleTimesMs: [7 * MINUTE, ...took(49, 3 * MINUTE)] }).inCall(anna, padova)
    day.to('09:02').hangUpAtDesk(anna)
    day.saveWrapUp(anna)
    expect(day.board.experience.handleTimesMs).toEqual([...took(49, 3 * MINUTE), 2 * MINUTE])
  })

  it('counts half of patience beyond a hundred hours of waiting', () => {
    const day = learned({ waitedMs: 100 * HOUR, abandons: 40 })
    day.place(padova)
    day.answer(anna)
    expect(day.board.experience).toMatchObject({ waitedMs: 100 * HOUR, abandons: 40 })
    const further = learned({ waitedMs: 100 * HOUR, abandons: 40 })
    further.place(padova)
    further.to('09:00:10').leave(padova)
    expect(further.board.experience).toMatchObject({ waitedMs: 50 * HOUR + 5_000, abandons: 20.5 })
  })

  it('is nothing of patience from whoever waits at home for a callback', () => {
    const day = new Day('08:00')
    day.askForCallback(padova)
    day.onDuty(anna, '08:30').to('08:30:02').answer(anna)
    expect(day.work(anna)).toBe('dialling')
    expect(day.board.experience).toEqual(NO_EXPERIENCE)
  })

  it('is each wait by itself where a call was answered, lost and answered again', () => {
    const day = new Day('08:00').onDuty(anna, '08:30').to('09:00')
    day.place(padova)
    day.to('09:00:10').answer(anna)
    day.meet(anna, padova)
    day.to('09:05').silence(anna)
    day.apply({ type: 'deskLeft', operatorId: anna, epoch: day.epochOf(anna) })
    day.to('09:05:20')
    day.openDesk(anna)
    day.checkDevices(anna)
    day.to('09:05:25').answer(anna)
    expect(day.board.experience.waitedMs).toBe(15_000)
  })
})
