import { expect, it } from 'vitest'
import { nextDueAt } from './next-due.ts'
import { forgiveOutage } from './outage.ts'
import { anna, at, bruno, Day, padova, villanova } from './situation.ts'
import { transition } from './transition.ts'

/** Anna rings for one call, another waits; nobody looks at the board until `clock`. */
function afterSilenceUntil(clock: string, from = new Day().onDuty(anna, '09:00').to('09:01')) {
  from.place(padova)
  from.place(villanova)
  const now = at(clock)
  const board = forgiveOutage(from.board, nextDueAt(from.board, from.now), now)
  from.now = now
  from.board = transition(board, { type: 'clockTicked' }, now).board
  return from
}

it('[SW-195] takes no page for gone and no ring for missed that an outage has silenced', () => {
  const day = afterSilenceUntil('09:06')
  expect(day.work(anna)).toBe('ringing')
  expect(day.phase(padova)?.kind).toBe('ringing')
  expect(day.phase(villanova)?.kind).toBe('waiting')
})

it('[SW-195] still notices afterwards who does not come back', () => {
  const day = afterSilenceUntil('09:06')
  for (const page of [anna, padova, villanova]) day.silence(page)
  day.to('09:06:30', { beating: false })
  expect(day.phase(padova)?.kind).not.toBe('ringing')
  expect(day.board.operators.get(anna)?.desk.presence).toBe('gone')
})

it('[SW-195] does not call back to life whose lease had run out before', () => {
  const away = new Day().onDuty(bruno, '08:50').onDuty(anna, '09:00')
  away.silence(bruno)
  away.to('09:01')
  expect(afterSilenceUntil('09:06', away).board.operators.get(bruno)?.desk.presence).toBe('gone')
})

it('[SW-195] is no outage while somebody looks within seconds', () => {
  const day = new Day().onDuty(anna, '09:00')
  const due = nextDueAt(day.board, day.now)
  expect(forgiveOutage(day.board, due, at('09:00:20'))).toBe(day.board)
})
