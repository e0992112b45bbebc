import { describe, expect, it } from 'vitest'
import { consult, consulting, meetSecond, offerOf, say } from './engaged-day.ts'
import { deskConsultPlan, deskMediaPlan, totemMediaPlan } from './media-plan.ts'
import { anna, at, bruno, chiara, Day, padova, SOUND_ONLY } from './situation.ts'

/** Anna has a call from Padova, Bruno is free. */
const inCall = () => new Day().onDuty(anna, '08:10').onDuty(bruno, '08:20').to('09:00').inCall(anna, padova)
const talking = () => {
  const day = inCall()
  consulting(day, anna, bruno)
  return day
}
const three = () => {
  const day = talking()
  say(day, anna, 'consultMerged')
  meetSecond(day, bruno, padova)
  return day
}
const colleague = (day: Day) => {
  const { work } = day.desk(anna)
  return work.kind === 'in_call' ? work.colleague : 'not in call'
}
const hold = (day: Day) => {
  const { work } = day.desk(anna)
  return work.kind === 'in_call' ? work.hold : 'not in call'
}

describe('a consult', () => {
  it('[SW-150] rings one colleague with the note, the visitor holding', () => {
    const day = inCall()
    expect(consult(day, anna, bruno, 'Sai del bonus?')).toBeNull()
    expect(day.desk(bruno).work).toMatchObject({
      kind: 'consult_ringing',
      consult: { note: 'Sai del bonus?', from: { displayName: 'anna' }, totemName: 'Totem padova' },
      expiresAt: at('09:00:20'),
    })
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call', hold: { stage: 'held' }, colleague: null })
    expect(colleague(day)).toMatchObject({ stage: 'ringing', operator: { displayName: 'bruno' } })
  })

  it('[SW-150] a colleague who does not answer is not responding; the holder has the call, held', () => {
    const day = inCall()
    consult(day, anna, bruno)
    day.to('09:00:20')
    expect(day.work(bruno)).toBe('not_responding')
    expect(colleague(day)).toBeNull()
    expect(hold(day)).toMatchObject({ stage: 'held', since: at('09:00:20') })
  })

  it('[SW-150] a colleague who declines is left alone for 15 s', () => {
    const day = inCall()
    consult(day, anna, bruno)
    expect(say(day, bruno, 'offerDeclined')).toBeNull()
    expect(day.work(bruno)).toBe('idle')
    expect(consult(day, anna, bruno)).toBe('target-busy')
    day.to('09:00:15')
    expect(consult(day, anna, bruno)).toBeNull()
  })

  it('[SW-150] is refused with oneself, with the absent, the busy, and while one is running', () => {
    const day = inCall()
    expect(consult(day, anna, anna)).toBe('target-is-self')
    expect(consult(day, anna, chiara)).toBe('target-not-on-duty')
    day.onDuty(chiara, '09:01')
    expect(consult(day, anna, chiara)).toBe('target-busy')
    consult(day, anna, bruno)
    expect(consult(day, anna, chiara)).toBe('consult-running')
    expect(say(day, anna, 'callHeld')).toBe('consult-running')
    expect(say(day, anna, 'callResumed')).toBe('consult-running')
    expect(say(day, bruno, 'callHeld')).toBe('not-the-holder')
  })

  it('[SW-151] [SW-M7] the two talk in their own room, and neither to the visitor', () => {
    const day = talking()
    const [a, b] = [`o-${offerOf(day, anna)}`, `o-${offerOf(day, bruno)}`]
    const name = `consult-${offerOf(day, bruno)}`
    expect(deskConsultPlan(day.desk(anna), 0)).toEqual({
      room: { name, identity: a },
      send: 'live',
      mayReceive: [b],
      shows: [b],
    })
    expect(deskConsultPlan(day.desk(bruno), 0)).toMatchObject({ room: { name, identity: b }, shows: [a] })
    expect(deskMediaPlan(day.desk(anna), 0)).toMatchObject({ send: 'muted', shows: [] })
    expect(deskMediaPlan(day.desk(bruno), 0).room).toBeNull()
    expect(totemMediaPlan(day.totem(padova), 0)).toMatchObject({ send: 'muted', mayReceive: [a], shows: [] })
  })

  it('[SW-151] the hold does not run out while they talk, the consult does after 10 min', () => {
    const day = talking()
    day.to('09:09:59')
    expect(hold(day)).toMatchObject({ stage: 'held' })
    expect(day.work(bruno)).toBe('consulting')
    day.to('09:10')
    expect(day.work(bruno)).toBe('idle')
    expect(hold(day)).toMatchObject({ stage: 'held', since: at('09:10') })
  })

  it('[SW-154] "Torna" brings the holder back to the visitor and frees the colleague, without wrap-up', () => {
    const day = talking()
    expect(say(day, anna, 'consultReturned')).toBeNull()
    expect(day.work(bruno)).toBe('idle')
    expect(hold(day)).toBeNull()
    expect(say(day, anna, 'consultReturned')).toBe('no-consult')
  })

  it('[SW-157] is off when its room does not open', () => {
    const day = inCall()
    const offerId = `${day.callAt(padova)}.2`
    day.apply({
      type: 'consultStarted',
      offerId: offerOf(day, anna),
      operatorId: anna,
      epoch: day.epochOf(anna),
      to: bruno,
      note: '',
    })
    expect(offerOf(day, bruno)).toBe(offerId)
    day.to('09:00:10')
    expect(day.work(bruno)).toBe('idle')
    expect(colleague(day)).toBeNull()
  })
})

describe('a warm transfer', () => {
  it('[SW-152] releases the first only once second and visitor have met', () => {
    const day = talking()
    expect(say(day, anna, 'consultCompleted')).toBeNull()
    expect(day.work(bruno)).toBe('joining')
    meetSecond(day, bruno, padova, SOUND_ONLY)
    expect(day.work(anna)).toBe('in_call')
    meetSecond(day, bruno, padova)
    expect(day.work(anna)).toBe('wrap_up')
    expect(day.work(bruno)).toBe('in_call')
    expect(day.phase(padova)).toMatchObject({
      kind: 'in_call',
      operator: { displayName: 'bruno' },
      hold: null,
      connectedAt: at('09:00'),
    })
    expect(day.hangUpAtDesk(bruno)).toBeNull()
    expect(day.work(bruno)).toBe('wrap_up')
  })

  it('[SW-231] whoever takes over keeps from whom it came and the note', () => {
    const day = inCall()
    consult(day, anna, bruno, 'Sai del bonus?')
    say(day, bruno, 'offerAnswered')
    say(day, anna, 'consultCompleted')
    expect(day.desk(bruno).work).toMatchObject({ kind: 'joining', offer: { handover: null } })
    meetSecond(day, bruno, padova)
    expect(day.desk(bruno).work).toMatchObject({
      kind: 'in_call',
      offer: { handover: { fromName: 'anna', note: 'Sai del bonus?', at: at('09:00') } },
    })
  })

  it('[SW-152] not within 15 s: back to the first, and the second must check their devices', () => {
    const day = talking()
    say(day, anna, 'consultCompleted')
    day.to('09:00:15')
    expect(day.work(anna)).toBe('in_call')
    expect(hold(day)).toMatchObject({ stage: 'held' })
    expect(day.work(bruno)).toBe('idle')
    expect(day.desk(bruno).devices).toEqual({ kind: 'unchecked' })
  })

  it('[SW-152] is refused before the colleague talks, and without one', () => {
    const day = inCall()
    expect(say(day, anna, 'consultCompleted')).toBe('no-consult')
    consult(day, anna, bruno)
    expect(say(day, anna, 'consultCompleted')).toBe('consult-not-connected')
    expect(say(day, anna, 'consultMerged')).toBe('consult-not-connected')
  })

  it('[SW-156] the first cannot hang up on a visitor whom the second is about to meet', () => {
    const day = talking()
    say(day, anna, 'consultCompleted')
    expect(say(day, anna, 'operatorHungUp')).toBe('hand-over-running')
    expect(say(day, anna, 'consultMerged')).toBe('hand-over-running')
    expect(say(day, anna, 'consultReturned')).toBeNull()
    expect(day.work(bruno)).toBe('idle')
  })

  it('[SW-M8] visitor and second are live for each other, the first neither sends nor receives', () => {
    const day = talking()
    say(day, anna, 'consultCompleted')
    const b = `o-${offerOf(day, bruno)}`
    const t = `t-${day.callAt(padova)}`
    expect(totemMediaPlan(day.totem(padova), 0)).toMatchObject({ send: 'live', mayReceive: [b], shows: [b] })
    expect(deskMediaPlan(day.desk(bruno), 0)).toMatchObject({ send: 'live', mayReceive: [t], shows: [t] })
    expect(deskMediaPlan(day.desk(anna), 0)).toMatchObject({ send: 'muted', shows: [] })
    expect(deskConsultPlan(day.desk(anna), 0).room).toBeNull()
  })
})

describe('three in a call', () => {
  it('[SW-153] [SW-M8] all see and hear each other', () => {
    const day = three()
    const [a, b] = [`o-${offerOf(day, anna)}`, `o-${offerOf(day, bruno)}`]
    const t = `t-${day.callAt(padova)}`
    expect(totemMediaPlan(day.totem(padova), 0)).toMatchObject({ send: 'live', shows: [a, b] })
    expect(deskMediaPlan(day.desk(anna), 0)).toMatchObject({
      send: 'live',
      mayReceive: [t, b],
      shows: [t, b],
    })
    expect(deskMediaPlan(day.desk(bruno), 0)).toMatchObject({
      send: 'live',
      mayReceive: [t, a],
      shows: [t, a],
    })
  })

  it('[SW-153] the holder leaves: the second has the call, and each who talked wraps up', () => {
    const day = three()
    expect(say(day, anna, 'operatorHungUp')).toBeNull()
    expect(day.work(anna)).toBe('wrap_up')
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call', operator: { displayName: 'bruno' } })
    day.leave(padova)
    expect(day.work(bruno)).toBe('wrap_up')
  })

  it('[SW-153] the second leaves: the holder goes on', () => {
    const day = three()
    expect(say(day, bruno, 'operatorHungUp')).toBeNull()
    expect(day.work(bruno)).toBe('wrap_up')
    expect(colleague(day)).toBeNull()
  })

  it('[SW-158] the visitor leaves: both wrap up', () => {
    const day = three()
    day.leave(padova)
    expect([day.work(anna), day.work(bruno)]).toEqual(['wrap_up', 'wrap_up'])
  })

  it('[SW-156] the holder is lost: the second has the call after the grace', () => {
    const day = three()
    day.apply({ type: 'endGone', callId: day.callAt(padova), end: 'desk' })
    expect(totemMediaPlan(day.totem(padova), 0).send).toBe('live')
    day.to('09:00:20')
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call', operator: { displayName: 'bruno' } })
    expect(day.work(anna)).toBe('idle')
  })

  it('[SW-155] the second is lost: 20 s to come back, then free', () => {
    const day = three()
    const event = { callId: day.callAt(padova), offerId: offerOf(day, bruno) }
    day.apply({ type: 'secondGone', ...event })
    day.to('09:00:10')
    day.apply({ type: 'secondSeen', ...event })
    day.to('09:00:30')
    expect(colleague(day)).toMatchObject({ stage: 'beside', isLost: false })
    day.apply({ type: 'secondGone', ...event })
    day.to('09:00:50')
    expect(day.work(bruno)).toBe('idle')
    expect(day.work(anna)).toBe('in_call')
  })
})

describe('whoever is lost while a colleague is asked', () => {
  it('[SW-155] the colleague reloads: the new page joins within the grace', () => {
    const day = talking()
    day.openDesk(bruno, { reload: true })
    expect(colleague(day)).toMatchObject({ isLost: true })
    expect(say(day, anna, 'consultCompleted')).toBe('consult-not-connected')
    say(day, bruno, 'deskJoined')
    expect(colleague(day)).toMatchObject({ isLost: false })
  })

  it('[SW-156] the holder is given up: the colleague is free, the call waits again', () => {
    const day = talking()
    day.silence(anna)
    day.to('09:00:40')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', again: true })
    expect(day.work(bruno)).toBe('idle')
    day.to('09:00:42')
    expect(day.work(bruno)).toBe('ringing')
  })

  it('[SW-158] the visitor leaves while it rings, while they talk, while one joins', () => {
    for (const steps of [0, 1, 2]) {
      const day = inCall()
      consult(day, anna, bruno)
      if (steps > 0) say(day, bruno, 'offerAnswered')
      if (steps > 1) say(day, anna, 'consultCompleted')
      day.leave(padova)
      expect([day.work(anna), day.work(bruno)]).toEqual(['wrap_up', 'idle'])
    }
  })
})
