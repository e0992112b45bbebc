import { describe, expect, it } from 'vitest'
import { dario, letIn, maria, say, sofia, supervise, transfer } from './engaged-day.ts'
import { deskMediaPlan, supervisorMediaPlan, totemMediaPlan } from './media-plan.ts'
import { anna, at, bruno, Day, padova, urp } from './situation.ts'
import { supervisionView } from './supervision-view.ts'

const inCall = (listeningAllowed = true) =>
  new Day('08:00', { listeningAllowed }).onDuty(anna, '08:10').to('09:00').inCall(anna, padova)
const supervisionOf = (day: Day) => supervisionView(day.board, day.callAt(padova), sofia, day.now)

describe('a supervisor in a call', () => {
  it('[SW-160] does not listen unless the body allows it', () => {
    const day = inCall(false)
    expect(supervise(day, sofia, padova, 'listeningStarted')).toBe('listening-off')
    expect(day.phase(padova)).toMatchObject({ supervisor: null })
    expect(supervise(day, sofia, padova, 'supervisorJoined')).toBeNull()
  })

  it('[SW-160] [SW-M9] is announced to both ends, receives both, and sends nothing', () => {
    const day = inCall()
    expect(supervise(day, sofia, padova, 'listeningStarted')).toBeNull()
    const identity = `l-${day.callAt(padova)}.${at('09:00')}`
    const announced = { supervisor: { displayName: 'sofia', as: 'listening', identity } }
    expect(day.phase(padova)).toMatchObject(announced)
    expect(day.desk(anna).work).toMatchObject(announced)
    for (const plan of [totemMediaPlan(day.totem(padova), 0), deskMediaPlan(day.desk(anna), 0)]) {
      expect(plan.mayReceive).toContain(identity)
      expect(plan.shows).not.toContain(identity)
    }
    expect(supervisorMediaPlan(supervisionOf(day), 0)).toMatchObject({
      room: { identity },
      send: 'muted',
      mayReceive: [],
    })
  })

  it('[SW-M11] is told when hands speak', () => {
    const day = inCall()
    supervise(day, sofia, padova, 'supervisorJoined')
    expect(supervisionOf(day).call).toMatchObject({ isSigned: false })
    letIn(day, anna, padova, maria)
    expect(supervisionOf(day).call).toMatchObject({ isSigned: true })
  })

  it('[SW-M6] hears nothing on hold', () => {
    const day = inCall()
    supervise(day, sofia, padova, 'listeningStarted')
    say(day, anna, 'callHeld')
    expect(totemMediaPlan(day.totem(padova), 0).mayReceive).toEqual([expect.stringMatching(/^o-/)])
    expect(supervisorMediaPlan(supervisionOf(day), 0).shows).toEqual([])
  })

  it('[SW-161] [SW-M9] joins under another identity, seen and heard by all', () => {
    const day = inCall()
    supervise(day, sofia, padova, 'listeningStarted')
    const listener = supervisorMediaPlan(supervisionOf(day), 0).room?.identity
    expect(supervise(day, sofia, padova, 'supervisorJoined')).toBeNull()
    const third = supervisorMediaPlan(supervisionOf(day), 0)
    expect(third.room?.identity).not.toBe(listener)
    expect(third.send).toBe('live')
    expect(totemMediaPlan(day.totem(padova), 0).shows).toContain(third.room?.identity)
    expect(deskMediaPlan(day.desk(anna), 0).shows).toContain(third.room?.identity)
  })

  it('[SW-270] leaves the room and the log as a listener when they join as a third', () => {
    const day = inCall()
    supervise(day, sofia, padova, 'listeningStarted')
    const listener = supervisorMediaPlan(supervisionOf(day), 0).room?.identity
    supervise(day, sofia, padova, 'supervisorJoined')
    const ended = day.facts.filter(({ type }) => type === 'supervisionOver')
    expect(ended).toEqual([expect.objectContaining({ supervisorId: sofia, as: 'listening' })])
    expect(day.effects).toContainEqual({
      type: 'removeParticipant',
      callId: day.callAt(padova),
      identity: listener,
    })
  })

  it('[SW-162] is one at a time', () => {
    const day = inCall()
    supervise(day, sofia, padova, 'listeningStarted')
    expect(supervise(day, dario, padova, 'listeningStarted')).toBe('supervised-already')
    expect(supervise(day, dario, padova, 'supervisorJoined')).toBe('supervised-already')
    expect(supervise(day, dario, padova, 'supervisionRenewed')).toBe('not-supervising')
    expect(supervise(day, dario, padova, 'supervisorLeft')).toBeNull()
    expect(day.phase(padova)).toMatchObject({ supervisor: { displayName: 'sofia' } })
  })

  it('[SW-163] is out 30 s after the last word of their page', () => {
    const day = inCall()
    supervise(day, sofia, padova, 'listeningStarted')
    day.to('09:00:20')
    expect(supervise(day, sofia, padova, 'supervisionRenewed')).toBeNull()
    day.to('09:00:49')
    expect(day.phase(padova)).toMatchObject({ supervisor: { displayName: 'sofia' } })
    day.to('09:00:50')
    expect(day.phase(padova)).toMatchObject({ supervisor: null })
    expect(supervisorMediaPlan(supervisionOf(day), 0).room).toBeNull()
  })

  it('[SW-163] is out after 30 s where listening has been turned off meanwhile, unless they are a third', () => {
    const off = (day: Day) => {
      day.board = { ...day.board, settings: { ...day.board.settings, listeningAllowed: false } }
    }
    const day = inCall()
    supervise(day, sofia, padova, 'listeningStarted')
    day.to('09:00:20')
    off(day)
    expect(supervise(day, sofia, padova, 'supervisionRenewed')).toBe('listening-off')
    expect(day.to('09:00:30').phase(padova)).toMatchObject({ supervisor: null })
    const third = inCall()
    supervise(third, sofia, padova, 'supervisorJoined')
    third.to('09:00:20')
    off(third)
    expect(supervise(third, sofia, padova, 'supervisionRenewed')).toBeNull()
    expect(third.to('09:00:49').phase(padova)).toMatchObject({ supervisor: { displayName: 'sofia' } })
  })

  it('[SW-163] is out when the call moves on, and has no place in one that only waits', () => {
    const day = inCall().onDuty(bruno, '09:01')
    supervise(day, sofia, padova, 'listeningStarted')
    transfer(day, anna, { kind: 'service', service: urp })
    expect(day.facts).toContainEqual(expect.objectContaining({ type: 'supervisionOver' }))
    expect(supervise(day, sofia, padova, 'listeningStarted')).toBe('not-in-call')
    expect(supervisionOf(day).call).toBeNull()
  })
})
