import { expect, it } from 'vitest'
import { consulting, letIn, maria, meetSecond, say, sofia, supervise } from './engaged-day.ts'
import { nextDueAt } from './next-due.ts'
import { forgiveOutage } from './outage.ts'
import { anna, at, bruno, Day, padova, urp, villanova } from './situation.ts'
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

/** Nobody looks at the board until `clock`, and every page beats again then. */
function outageUntil(clock: string, day: Day): Day {
  const now = at(clock)
  day.board = forgiveOutage(day.board, nextDueAt(day.board, day.now), now)
  day.now = now
  day.apply({ type: 'clockTicked' })
  return day
}

const withTwoOperators = () =>
  new Day().onDuty(anna, '08:50').to('09:00').inCall(anna, padova).onDuty(bruno, '09:01').to('09:02')

it('[SW-271] asks anew whether the visitor is still there', () => {
  const day = new Day().onDuty(anna, '08:50').to('09:00').inCall(anna, villanova)
  day.place(padova)
  day.to('09:03:10', { staying: false })
  expect(day.phase(padova)).toMatchObject({ stillHere: { answerBy: at('09:03:30') } })
  outageUntil('09:06', day)
  expect(day.phase(padova)).toMatchObject({ stillHere: { answerBy: at('09:06:30') } })
})

it('[SW-271] closes no call for a room that may have opened meanwhile', () => {
  const day = new Day().onDuty(anna, '08:50').to('09:00')
  day.place(padova, urp, { isRoomOpen: false })
  outageUntil('09:06', day)
  expect(day.phase(padova)).toMatchObject({ kind: 'ringing' })
  expect(day.to('09:06:10').phase(padova)).toMatchObject({ outcome: { kind: 'closed', why: 'media_away' } })
})

it.each(['consultCompleted', 'consultMerged'] as const)(
  '[SW-271] leaves a colleague who joins (%s) the whole time to meet the visitor',
  (how) => {
    const day = withTwoOperators()
    consulting(day, anna, bruno)
    say(day, anna, how)
    outageUntil('09:06', day)
    day.to('09:06:14')
    meetSecond(day, bruno, padova)
    expect(day.desk(bruno).work.kind).toBe('in_call')
  },
)

it('[SW-271] leaves a colleague who was lost the whole grace', () => {
  const day = withTwoOperators()
  consulting(day, anna, bruno)
  day.apply({ type: 'deskLeft', operatorId: bruno, epoch: day.epochOf(bruno) })
  outageUntil('09:06', day)
  expect(day.desk(bruno).work.kind).toBe('consulting')
})

it('[SW-271] keeps a supervisor in the call, and a guest', () => {
  const day = withTwoOperators()
  letIn(day, anna, padova, maria)
  supervise(day, sofia, padova, 'supervisorJoined')
  outageUntil('09:06', day)
  expect(day.board.calls.get(day.callAt(padova))?.guests).toMatchObject([{ state: 'admitted' }])
  expect(day.phase(padova)).toMatchObject({ supervisor: { displayName: 'sofia' } })
  expect(day.to('09:06:29').phase(padova)).toMatchObject({ supervisor: { displayName: 'sofia' } })
  expect(day.to('09:06:30').phase(padova)).toMatchObject({ supervisor: null })
})
