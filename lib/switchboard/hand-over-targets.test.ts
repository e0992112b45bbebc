import { describe, expect, it } from 'vitest'
import { consult, consulting, transfer } from './engaged-day.ts'
import {
  anna,
  bruno,
  chiara,
  Day,
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
const stateOf = (day: Day, name: string) =>
  day.desk(anna).handOver?.colleagues.find(({ displayName }) => displayName === name)?.state ?? 'not listed'

describe('where a call could go', () => {
  it('[SW-230] names the others on shift, never oneself', () => {
    const names = inCall()
      .desk(anna)
      .handOver?.colleagues.map(({ displayName }) => displayName)
    expect(names).toEqual(['bruno', 'chiara'])
  })

  it('[SW-230] is told only to the desk that has the call', () => {
    const day = inCall()
    expect(day.desk(bruno).handOver).toBeNull()
    consulting(day, anna, bruno)
    expect(day.desk(bruno).handOver).toBeNull()
    expect(day.desk(anna).handOver).not.toBeNull()
  })

  it('[SW-230] tells free from busy and away, and not who is off duty', () => {
    const day = inCall()
    expect([stateOf(day, 'bruno'), stateOf(day, 'chiara')]).toEqual(['free', 'free'])
    day.inCall(bruno, villanova)
    day.intend(chiara, 'on_break')
    expect([stateOf(day, 'bruno'), stateOf(day, 'chiara')]).toEqual(['busy', 'away'])
    day.intend(chiara, 'off_duty')
    expect(stateOf(day, 'chiara')).toBe('not listed')
  })

  /** A call about taxes, for which Bruno lacks the skill; Chiara, of the tax office, is on a break or not. */
  const aboutTaxes = (chiaraIs: 'available' | 'on_break') => () => {
    const day = new Day('08:00', {
      skills: { anna: ['tributi'], chiara: ['tributi'] },
      offices: { anna: urpOffice, bruno: urpOffice, chiara: taxOffice },
    })
    day.onDuty(anna, '08:10').onDuty(bruno, '08:20').onDuty(chiara, '08:30').to('09:00')
    day.place(padova, tributi)
    day.answer(anna)
    day.meet(anna, padova)
    day.intend(chiara, chiaraIs)
    return day
  }

  it.each([
    ['anybody could take it', inCall],
    ['some could', aboutTaxes('available')],
    ['who could is on a break', aboutTaxes('on_break')],
  ])('[SW-230] whatever is shown as possible is accepted, and nothing else: %s', (_who, situation) => {
    const targets = situation().desk(anna).handOver
    expect(targets?.colleagues.length).toBe(2)
    for (const { id, state, isAble } of targets?.colleagues ?? []) {
      expect(consult(situation(), anna, id) === null).toBe(state === 'free')
      const refusal = transfer(situation(), anna, { kind: 'operator', operatorId: id })
      expect(refusal === null).toBe(isAble && state !== 'away')
    }
    for (const { id, onDuty } of targets?.offices ?? []) {
      expect(transfer(situation(), anna, { kind: 'office', officeId: id }) === null).toBe(onDuty > 0)
    }
    for (const { slug, onDuty } of targets?.services ?? []) {
      expect(transfer(situation(), anna, { kind: 'service', service: slug }) === null).toBe(onDuty > 0)
    }
  })

  it('[SW-230] counts those on duty in each office, and for each service, besides this desk', () => {
    const counts = (day: Day) => {
      const targets = day.desk(anna).handOver
      return [targets?.offices.map((one) => one.onDuty), targets?.services.map((one) => one.onDuty)]
    }
    // Of the URP and of taxes; about the URP and about taxes.
    expect(counts(aboutTaxes('available')())).toEqual([
      [1, 1],
      [2, 1],
    ])
    expect(counts(aboutTaxes('on_break')())).toEqual([
      [1, 0],
      [1, 0],
    ])
    const targets = inCall().desk(anna).handOver
    expect(targets?.offices.map(({ id }) => id)).toContain(taxOffice)
    expect(targets?.offices.map(({ id }) => id)).toContain(urpOffice)
    expect(targets?.services.find(({ slug }) => slug === tributi)?.onDuty).toBe(1)
    expect(targets?.services.find(({ slug }) => slug === urp)?.onDuty).toBe(2)
  })
})
