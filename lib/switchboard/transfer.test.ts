import { describe, expect, it } from 'vitest'
import { consult, say, transfer } from './engaged-day.ts'
import { operatorId, serviceSlug } from './ids.ts'
import { anna, at, bruno, chiara, Day, damaso, padova, tributi, urp, villanova } from './situation.ts'

/** Anna has a call from Padova; Bruno and Chiara are on duty, Chiara with the skill for taxes. */
const inCall = () => {
  const day = new Day('08:00', { skills: { chiara: ['tributi'] } })
  day.onDuty(anna, '08:10').onDuty(bruno, '08:20').onDuty(chiara, '08:30')
  return day.to('09:00').inCall(anna, padova)
}
const toTaxes = { kind: 'service', service: tributi } as const
const to = (id: typeof anna) => ({ kind: 'operator', operatorId: id }) as const

describe('a transfer', () => {
  it('[SW-145] to a service rings who fits it, with the note, and the first operator wraps up', () => {
    const day = inCall()
    expect(transfer(day, anna, toTaxes, 'ISEE già visto')).toBeNull()
    expect(day.work(anna)).toBe('wrap_up')
    expect(day.work(bruno)).toBe('idle')
    expect(day.desk(chiara).work).toMatchObject({
      kind: 'ringing',
      offer: { service: tributi, handover: { fromName: 'anna', note: 'ISEE già visto', at: at('09:00') } },
    })
    expect(day.phase(padova)).toMatchObject({ kind: 'ringing', again: true })
  })

  it('[SW-145] keeps its age and overtakes calls that have never been answered', () => {
    const day = inCall()
    day.to('09:01').place(villanova, tributi)
    day.answer(chiara)
    day.meet(chiara, villanova)
    day.to('09:02').place(damaso, tributi)
    day.to('09:03')
    transfer(day, anna, toTaxes)
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', position: 1 })
    expect(day.phase(damaso)).toMatchObject({ kind: 'waiting', position: 2 })
    expect(day.totem(padova).call?.enqueuedAt).toBe(at('09:00'))
  })

  it('[SW-147] to an operator waits for them while they are busy, and for anybody after 60 s', () => {
    const day = inCall()
    day.to('09:01').inCall(bruno, villanova)
    expect(transfer(day, anna, to(bruno))).toBeNull()
    expect(day.work(chiara)).toBe('idle')
    day.to('09:01:59')
    expect(day.work(chiara)).toBe('idle')
    day.to('09:02')
    expect(day.work(chiara)).toBe('ringing')
  })

  it('[SW-147] goes to anybody at once when they go off duty or decline', () => {
    const day = inCall()
    transfer(day, anna, to(bruno))
    expect(day.work(bruno)).toBe('ringing')
    day.decline(bruno)
    expect(day.work(chiara)).toBe('ringing')
  })

  it('[SW-145] does not come back to who sent it while a colleague is busy but on duty', () => {
    const day = inCall()
    day.to('09:01').inCall(bruno, villanova)
    day.intend(chiara, 'on_break')
    expect(transfer(day, anna, { kind: 'service', service: urp })).toBeNull()
    day.apply({ type: 'wrapUpSaved', callId: day.callAt(padova), operatorId: anna, epoch: day.epochOf(anna) })
    expect(day.work(anna)).toBe('idle')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting' })
  })

  it('[SW-145] comes back to the operator who sent it only when nobody else could take it', () => {
    const day = inCall()
    transfer(day, anna, { kind: 'service', service: urp })
    day.apply({ type: 'wrapUpSaved', callId: day.callAt(padova), operatorId: anna, epoch: day.epochOf(anna) })
    day.decline(bruno)
    day.decline(chiara)
    expect(day.work(anna)).toBe('ringing')
  })

  it.each([
    ['service-unknown', { kind: 'service', service: serviceSlug('nessuno') }],
    ['target-is-self', to(anna)],
    ['target-not-on-duty', to(operatorId('dario'))],
  ] as const)('[SW-146] is refused, and nothing changes: %s', (refusal, target) => {
    const day = inCall()
    const { calls } = day.board
    expect(transfer(day, anna, target)).toBe(refusal)
    expect(day.board.calls).toEqual(calls)
    expect(day.work(anna)).toBe('in_call')
  })

  it('[SW-146] is refused to who is on a pause, and to who lacks the skill', () => {
    const day = inCall()
    day.intend(bruno, 'on_break')
    expect(transfer(day, anna, to(bruno))).toBe('target-not-on-duty')
    day.intend(chiara, 'on_break')
    expect(transfer(day, anna, toTaxes)).toBe('nobody-on-duty')
    const taxes = new Day('08:00', { skills: { anna: ['tributi'] } })
    taxes.onDuty(anna, '08:10').onDuty(bruno, '08:20').to('09:00').place(padova, tributi)
    taxes.answer(anna)
    taxes.meet(anna, padova)
    expect(transfer(taxes, anna, to(bruno))).toBe('target-unfit')
  })

  it('[SW-146] is refused while the visitor is lost, and while a colleague is in the call', () => {
    const day = inCall()
    day.apply({ type: 'endGone', callId: day.callAt(padova), end: 'totem' })
    expect(transfer(day, anna, to(bruno))).toBe('visitor-lost')
    day.apply({ type: 'endSeen', callId: day.callAt(padova), end: 'totem' })
    consult(day, anna, bruno)
    expect(transfer(day, anna, to(chiara))).toBe('consult-running')
  })

  it('only the holder transfers, and only once', () => {
    const day = inCall()
    transfer(day, anna, to(bruno))
    expect(say(day, anna, 'callHeld')).toBe('offer-over')
    expect(transfer(day, bruno, to(chiara))).toBe('not-in-call')
  })
})
