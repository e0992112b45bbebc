import { describe, expect, it } from 'vitest'
import { say } from './engaged-day.ts'
import { deskMediaPlan, totemMediaPlan } from './media-plan.ts'
import { anna, at, Day, padova } from './situation.ts'

const inCall = () => new Day().onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
const sent = (day: Day) => [deskMediaPlan(day.desk(anna), 0).send, totemMediaPlan(day.totem(padova), 0).send]

describe('hold', () => {
  it('[SW-140] holds and resumes, and both ends are muted in between', () => {
    const day = inCall()
    expect(sent(day)).toEqual(['live', 'live'])
    expect(say(day, anna, 'callHeld')).toBeNull()
    expect(sent(day)).toEqual(['muted', 'muted'])
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call', hold: { stage: 'held', since: at('09:05') } })
    expect(say(day, anna, 'callResumed')).toBeNull()
    expect(sent(day)).toEqual(['live', 'live'])
  })

  it('[SW-140] refuses a second hold, a resume of nothing, and anything before the call', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    expect(say(day, anna, 'callHeld')).toBe('not-in-call')
    day.answer(anna)
    expect(say(day, anna, 'callHeld')).toBe('not-in-call')
    day.meet(anna, padova)
    expect(say(day, anna, 'callResumed')).toBe('not-held')
    say(day, anna, 'callHeld')
    expect(say(day, anna, 'callHeld')).toBe('held-already')
  })

  it('[SW-141] reminds the desk after 120 s; the visitor sees no difference', () => {
    const day = inCall()
    say(day, anna, 'callHeld')
    day.to('09:06:59')
    expect(day.desk(anna).work).toMatchObject({ hold: { stage: 'held' } })
    day.to('09:07')
    expect(day.desk(anna).work).toMatchObject({ hold: { stage: 'recalled' } })
    expect(day.phase(padova)).toMatchObject({ hold: { stage: 'held' } })
    expect(day.facts).toContainEqual(expect.objectContaining({ type: 'holdRecalled' }))
  })

  it('[SW-142] lapses after 10 min, and yet no microphone opens until the operator resumes', () => {
    const day = inCall()
    say(day, anna, 'callHeld')
    day.to('09:15')
    expect(day.phase(padova)).toMatchObject({ hold: { stage: 'lapsed' } })
    expect(sent(day)).toEqual(['muted', 'muted'])
    expect(say(day, anna, 'callResumed')).toBeNull()
    expect(sent(day)).toEqual(['live', 'live'])
  })

  it('[SW-142] may be held anew once it has lapsed', () => {
    const day = inCall()
    say(day, anna, 'callHeld')
    day.to('09:15')
    expect(say(day, anna, 'callHeld')).toBeNull()
    expect(day.phase(padova)).toMatchObject({ hold: { stage: 'held', since: at('09:15') } })
  })

  it('[SW-143] a visitor who leaves on hold ends the call, and the operator wraps up', () => {
    const day = inCall()
    say(day, anna, 'callHeld')
    day.leave(padova)
    expect(day.work(anna)).toBe('wrap_up')
  })

  it('[SW-143] a desk that is lost on hold has its grace, and the next operator starts unheld', () => {
    const day = inCall()
    say(day, anna, 'callHeld')
    day.silence(anna)
    day.to('09:05:20')
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call', hold: { stage: 'held' } })
    day.to('09:05:40')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', again: true })
  })
})
