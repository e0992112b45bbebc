import { describe, expect, it } from 'vitest'
import { nextDueAt } from './next-due.ts'
import { anna, bruno, chiara, Day, damaso, padova, villanova } from './situation.ts'

/** One call in each state: in call, connecting, ringing nobody any more, and an operator in wrap-up. */
function busyDay(): Day {
  const day = new Day('08:00').onDuty(anna, '08:30').onDuty(bruno, '08:30').onDuty(chiara, '08:30')
  day.to('08:31').inCall(anna, padova)
  day.place(villanova)
  day.answer(bruno)
  day.place(damaso)
  return day
}

describe('a clock that jumps a day ahead', () => {
  it('[SW-98] does everything that was due: every call ends, and every operator is free after their wrap-up', () => {
    const day = busyDay().to('33:00', { beating: false })
    expect([...day.board.calls.values()].filter(({ state }) => state !== 'over')).toEqual([])
    day.to('33:01', { beating: false })
    for (const { work, desk } of day.board.operators.values()) {
      expect(['idle', 'not_responding']).toContain(work.kind)
      expect(desk.presence).toBe('gone')
    }
    expect(day.facts.filter(({ type }) => type === 'callEnqueued')).toHaveLength(3)
    expect(day.facts.filter(({ type }) => type === 'callOver')).toHaveLength(3)
  })

  it('[SW-98] leaves nothing due behind, so that no tick can spin', () => {
    const day = busyDay().to('33:00', { beating: false })
    expect(nextDueAt(day.board, day.now) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(day.now)
  })

  it('[SW-98] is taken for neither patience nor work', () => {
    const { handleTimesMs, waitedMs } = busyDay().to('33:00', { beating: false }).to('33:02').board.experience
    expect(Math.max(...handleTimesMs)).toBeLessThanOrEqual(2 * 3_600_000)
    expect(waitedMs).toBeLessThanOrEqual(3 * 2 * 3_600_000)
  })

  it('[SW-98] takes calls again as soon as the pages are back', () => {
    const day = busyDay().to('33:00', { beating: false })
    for (const id of [padova, villanova, damaso]) day.openTotem(id)
    day.onDuty(anna, '33:01').to('33:02')
    expect(day.place(padova)).toBeNull()
    expect(day.work(anna)).toBe('ringing')
  })
})
