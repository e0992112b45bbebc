import { expect, it } from 'vitest'
import {
  aboutGuest,
  asGuest,
  consulting,
  letIn,
  maria,
  meetSecond,
  offerOf,
  say,
  sofia,
  supervise,
} from './engaged-day.ts'
import { epochMs } from './ids.ts'
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

it('[SW-195] is an outage once nobody has looked for more than 5 s', () => {
  const day = new Day().onDuty(anna, '09:00').to('09:01')
  day.place(padova)
  const due = nextDueAt(day.board, day.now)
  if (due === null) throw new Error('nothing is due')
  expect(forgiveOutage(day.board, due, epochMs(due + 5_000))).toBe(day.board)
  const [offer] = forgiveOutage(day.board, due, epochMs(due + 5_001)).offers.values()
  expect(offer).toMatchObject({ state: 'ringing', expiresAt: due + 25_001 })
})

it.each(['totem', 'desk'] as const)('[SW-195] leaves a %s that was lost the whole grace', (end) => {
  const day = withTwoOperators()
  day.apply({ type: 'endGone', callId: day.callAt(padova), end })
  outageUntil('09:06', day)
  const { work } = day.desk(anna)
  expect(work).toMatchObject({ kind: 'in_call', lost: { [end]: at('09:06:20') } })
  day.apply({ type: 'endSeen', callId: day.callAt(padova), end })
  expect(day.desk(anna).work).toMatchObject({ kind: 'in_call', lost: { totem: null, desk: null } })
})

it('[SW-271] leaves the two of an answered call the whole time to meet', () => {
  const day = new Day().onDuty(anna, '08:50').to('09:00')
  day.place(padova)
  day.answer(anna)
  outageUntil('09:06', day)
  day.to('09:06:14')
  expect(day.phase(padova)).toMatchObject({ kind: 'connecting' })
  expect(day.to('09:06:15').phase(padova)).toMatchObject({ kind: 'waiting' })
})

it('[SW-271] leaves a colleague beside the holder who was lost the whole grace', () => {
  const day = withTwoOperators()
  consulting(day, anna, bruno)
  say(day, anna, 'consultMerged')
  meetSecond(day, bruno, padova)
  const second = { callId: day.callAt(padova), offerId: offerOf(day, bruno) }
  day.apply({ type: 'secondGone', ...second })
  outageUntil('09:06', day)
  day.to('09:06:19').apply({ type: 'secondSeen', ...second })
  expect(day.desk(bruno).work).toMatchObject({ kind: 'in_call', lost: { desk: null } })
})

it('[SW-271] takes no consultation’s room for one that will not open', () => {
  const day = withTwoOperators()
  const desk = { offerId: offerOf(day, anna), operatorId: anna, epoch: day.epochOf(anna) }
  day.apply({ type: 'consultStarted', ...desk, to: bruno, note: '' })
  say(day, bruno, 'offerAnswered')
  outageUntil('09:06', day)
  expect(day.work(bruno)).toBe('consulting')
  expect(day.to('09:06:09').work(bruno)).toBe('consulting')
  expect(day.to('09:06:10').work(bruno)).toBe('idle')
})

it('[SW-271] keeps a guest at the door', () => {
  const day = withTwoOperators()
  aboutGuest(day, anna, maria, 'guestInvited')
  asGuest(day, padova, maria, 'guestArrived')
  outageUntil('09:06', day)
  expect(aboutGuest(day, anna, maria, 'guestAdmitted')).toBeNull()
  expect(day.totem(padova).call?.guests).toHaveLength(1)
})

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
