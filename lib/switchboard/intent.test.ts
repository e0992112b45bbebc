import { describe, expect, it } from 'vitest'
import { operatorId } from './ids.ts'
import { anna, at, bruno, Day, padova, sofia } from './situation.ts'
import { transition } from './transition.ts'

const dana = operatorId('dana')
const intentFacts = (day: Day) => day.facts.filter((fact) => fact.type === 'intentSet')

describe('a supervisor', () => {
  it('[SW-95] changes the intent of somebody else, and the desk says so', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    expect(day.overrule(anna, 'on_break')).toBeNull()
    expect(day.desk(anna)).toMatchObject({ intent: 'on_break', intentBy: 'supervisor' })
    day.place(padova)
    expect(day.work(anna)).toBe('idle')
  })

  it('[SW-95] is on record, and so is the person themselves', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.overrule(anna, 'on_break')
    day.intend(anna, 'available')
    expect(intentFacts(day)).toEqual([
      { type: 'intentSet', operatorId: anna, intent: 'available', reason: null, by: anna },
      { type: 'intentSet', operatorId: anna, intent: 'on_break', reason: null, by: sofia },
      { type: 'intentSet', operatorId: anna, intent: 'available', reason: null, by: anna },
    ])
    expect(day.desk(anna)).toMatchObject({ intent: 'available', intentBy: 'self' })
  })

  it('[SW-95] takes a ring away as the person would: the next desk rings', () => {
    const day = new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05')
    day.place(padova)
    day.overrule(anna, 'off_duty')
    expect(day.work(anna)).toBe('idle')
    expect(day.work(bruno)).toBe('ringing')
    expect(day.facts).toContainEqual(expect.objectContaining({ type: 'offerOver', outcome: 'declined' }))
  })

  it('[SW-95] interrupts no call: the break begins after it', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
    day.overrule(anna, 'on_break')
    expect(day.work(anna)).toBe('in_call')
    day.hangUpAtDesk(anna)
    day.to('09:20').openTotem(padova).place(padova)
    expect(day.work(anna)).toBe('idle')
  })

  it('[SW-95] who makes somebody available gives them the ready guard', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.intend(anna, 'on_break')
    day.place(padova)
    expect(day.phase(padova)).toBeNull()
    day.overrule(anna, 'available')
    day.place(padova)
    expect(day.work(anna)).toBe('idle')
    day.to('09:05:02')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-95] has decided until the operator says so too: then it is theirs, without another guard', () => {
    const day = new Day().onDuty(bruno, '08:30').onDuty(anna, '08:40').to('09:00')
    day.intend(anna, 'on_break')
    day.to('09:05').overrule(anna, 'available')
    day.to('09:06')
    expect(day.desk(anna).intentBy).toBe('supervisor')
    expect(day.intend(anna, 'available')).toBeNull()
    expect(day.desk(anna)).toMatchObject({
      intentBy: 'self',
      work: { kind: 'idle', readyAt: at('09:05:02') },
    })
    expect(intentFacts(day).at(-1)).toMatchObject({ operatorId: anna, intent: 'available', by: anna })
  })

  it('[SW-95] is told that there is nobody to change', () => {
    const day = new Day().onDuty(anna, '09:00')
    const before = day.board
    expect(day.overrule(bruno, 'available')).toBe('operator-unknown')
    expect(day.board).toEqual(before)
  })
})

describe('two supervisors at once', () => {
  it('[SW-96] the second is refused: what they decided on is no longer so', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    expect(day.overrule(anna, 'on_break', { expected: 'available' })).toBeNull()
    const before = day.board
    expect(day.overrule(anna, 'off_duty', { by: dana, expected: 'available' })).toBe('intent-changed')
    expect(day.board).toEqual(before)
    expect(intentFacts(day)).toHaveLength(2)
  })

  it('[SW-96] both wanting the same is no quarrel, and counted once', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.overrule(anna, 'on_break', { expected: 'available' })
    expect(day.overrule(anna, 'on_break', { by: bruno, expected: 'available' })).toBeNull()
    expect(intentFacts(day)).toHaveLength(2)
    expect(day.board.operators.get(anna)?.intentBy).toBe(sofia)
  })

  it('[SW-96] nor does an old picture undo what the person has just done', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.intend(anna, 'off_duty')
    expect(day.overrule(anna, 'on_break', { expected: 'available' })).toBe('intent-changed')
    expect(day.desk(anna)).toMatchObject({ intent: 'off_duty', intentBy: 'self' })
  })
})

describe('a break', () => {
  const pause = (day: Day, reason: 'pause' | 'training' | 'back_office') =>
    day.apply({
      type: 'intentSet',
      operatorId: anna,
      epoch: day.epochOf(anna),
      intent: 'on_break',
      reason,
    })

  it('[SW-97] may have a reason, which may change and ends with it', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.intend(anna, 'on_break')
    expect(day.desk(anna).breakReason).toBeNull()
    pause(day, 'training')
    expect(day.desk(anna).breakReason).toBe('training')
    pause(day, 'back_office')
    expect(day.desk(anna).breakReason).toBe('back_office')
    expect(intentFacts(day).map(({ reason }) => reason)).toEqual([null, null, 'training', 'back_office'])
    day.intend(anna, 'available')
    expect(day.desk(anna).breakReason).toBeNull()
  })

  it('[SW-97] said twice is said once', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    pause(day, 'training')
    pause(day, 'training')
    expect(intentFacts(day)).toHaveLength(2)
  })

  it('[SW-97] is the only intent with a reason', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    const epoch = day.epochOf(anna)
    const step = transition(
      day.board,
      { type: 'intentSet', operatorId: anna, epoch, intent: 'off_duty', reason: 'pause' },
      day.now,
    )
    expect(step.board.operators.get(anna)).toMatchObject({ intent: 'off_duty', breakReason: null })
  })
})
