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

  it('[SW-230] whatever is shown as possible is accepted, and nothing else', () => {
    const targets = inCall().desk(anna).handOver
    expect(targets?.colleagues.length).toBeGreaterThan(0)
    for (const { id, state, isAble } of targets?.colleagues ?? []) {
      expect(consult(inCall(), anna, id) === null).toBe(state === 'free')
      const refusal = transfer(inCall(), anna, { kind: 'operator', operatorId: id })
      expect(refusal === null).toBe(isAble && state !== 'away')
    }
    for (const { id, onDuty } of targets?.offices ?? []) {
      expect(transfer(inCall(), anna, { kind: 'office', officeId: id }) === null).toBe(onDuty > 0)
    }
    for (const { slug, onDuty } of targets?.services ?? []) {
      expect(transfer(inCall(), anna, { kind: 'service', service: slug }) === null).toBe(onDuty > 0)
    }
    expect(targets?.offices.map(({ id }) => id)).toContain(taxOffice)
    expect(targets?.offices.map(({ id }) => id)).toContain(urpOffice)
    expect(targets?.services.find(({ slug }) => slug === tributi)?.onDuty).toBe(1)
    expect(targets?.services.find(({ slug }) => slug === urp)?.onDuty).toBe(2)
  })
})
