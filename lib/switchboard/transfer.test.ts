import { describe, expect, it } from 'vitest'
import { consult, say, transfer } from './engaged-day.ts'
import { officeId, operatorId, serviceSlug } from './ids.ts'
import { DEFAULT_RULES } from './settings.ts'
import {
  anna,
  at,
  bruno,
  chiara,
  Day,
  damaso,
  padova,
  taxOffice,
  tributi,
  urp,
  urpOffice,
  villanova,
} from './situation.ts'

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

  it('[SW-145] is raised, so that an older call that was never answered waits longer', () => {
    const day = new Day('08:00', { skills: { chiara: ['tributi'] } })
    day.onDuty(chiara, '08:10').onDuty(anna, '08:30')
    day.to('09:00').inCall(chiara, villanova)
    day.to('09:01').place(damaso, tributi)
    day.to('09:02').inCall(anna, padova)
    transfer(day, anna, toTaxes)
    expect(day.board.calls.get(day.callAt(padova))?.priority).toBe(DEFAULT_RULES.transferPriority)
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', position: 1 })
    expect(day.phase(damaso)).toMatchObject({ kind: 'waiting', position: 2 })
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

  describe('to an office', () => {
    /** Anna is of the URP; Bruno and Chiara, of the tax office, have no skill that the call asks for. */
    const toTaxOffice = { kind: 'office', officeId: taxOffice } as const
    const offices = () => {
      const day = new Day('08:00', {
        skills: { anna: ['tributi'] },
        offices: { anna: urpOffice, bruno: taxOffice, chiara: taxOffice },
      })
      day.onDuty(anna, '08:10').onDuty(bruno, '08:20').onDuty(chiara, '08:30').to('09:00')
      day.place(padova, tributi)
      day.answer(anna)
      day.meet(anna, padova)
      return day
    }
    const saved = (day: Day) =>
      day.apply({
        type: 'wrapUpSaved',
        callId: day.callAt(padova),
        operatorId: anna,
        epoch: day.epochOf(anna),
      })

    it('[SW-212] rings whoever works there and has been idle longest, whatever their skills', () => {
      const day = offices()
      expect(transfer(day, anna, toTaxOffice, 'IMU')).toBeNull()
      expect(day.desk(bruno).work).toMatchObject({ kind: 'ringing', offer: { handover: { note: 'IMU' } } })
      expect(day.totem(padova).call?.enqueuedAt).toBe(at('09:00'))
      day.decline(bruno)
      expect(day.work(chiara)).toBe('ringing')
    })

    it('[SW-212] waits 5 min for its people while they are busy, and then for anybody who fits', () => {
      const day = offices()
      day.to('09:01').inCall(bruno, villanova).to('09:02').inCall(chiara, damaso)
      expect(transfer(day, anna, toTaxOffice)).toBeNull()
      saved(day)
      day.to('09:06:59')
      expect([day.work(anna), day.phase(padova)]).toMatchObject(['idle', { kind: 'waiting' }])
      day.to('09:07')
      expect(day.work(anna)).toBe('ringing')
    })

    it('[SW-212] waits no longer than somebody of it is on duty', () => {
      const day = offices()
      day.to('09:01').inCall(bruno, villanova).to('09:02').inCall(chiara, damaso)
      transfer(day, anna, toTaxOffice)
      saved(day)
      day.to('09:03:30').intend(bruno, 'on_break')
      expect(day.work(anna)).toBe('idle')
      day.intend(chiara, 'on_break')
      expect(day.work(anna)).toBe('ringing')
    })

    it('[SW-212] whose colleague sends the call on to a service, is not waited for any more', () => {
      const day = offices()
      transfer(day, anna, toTaxOffice)
      saved(day)
      day.answer(bruno)
      day.meet(bruno, padova)
      day.inCall(chiara, villanova).to('09:01')
      expect(transfer(day, bruno, { kind: 'service', service: urp })).toBeNull()
      expect(day.desk(anna).work).toMatchObject({ kind: 'ringing', offer: { totemName: 'Totem padova' } })
    })

    it('[SW-212] is refused where nobody else of it is on duty, and where no such office is known', () => {
      const day = offices()
      const { calls } = day.board
      expect(transfer(day, anna, { kind: 'office', officeId: urpOffice })).toBe('nobody-on-duty')
      expect(transfer(day, anna, { kind: 'office', officeId: officeId('museo') })).toBe('office-unknown')
      day.intend(bruno, 'on_break')
      day.intend(chiara, 'off_duty')
      expect(transfer(day, anna, toTaxOffice)).toBe('nobody-on-duty')
      expect(day.board.calls).toEqual(calls)
      expect(day.work(anna)).toBe('in_call')
    })
  })

  it('only the holder transfers, and only once', () => {
    const day = inCall()
    transfer(day, anna, to(bruno))
    expect(say(day, anna, 'callHeld')).toBe('offer-over')
    expect(transfer(day, bruno, to(chiara))).toBe('not-in-call')
  })
})
