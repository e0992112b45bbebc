import { describe, expect, it } from 'vitest'
import { consulting, say, sofia, supervise } from './engaged-day.ts'
import { anna, at, bruno, chiara, Day, padova, villanova } from './situation.ts'
import { wallView } from './wall-view.ts'

const wallOf = (day: Day, supervisor = chiara) => wallView(day.board, supervisor, day.now)

describe('the wallboard', () => {
  it('[SW-232] shows every call that goes on, who has it and since when', () => {
    const day = new Day().onDuty(anna, '08:10').to('09:00').inCall(anna, padova)
    day.to('09:01').place(villanova)
    expect(wallOf(day).calls).toMatchObject([
      { totemName: 'Totem padova', state: 'in_call', operators: ['anna'], isOnHold: false, supervisor: null },
      { totemName: 'Totem villanova', state: 'waiting', operators: [] },
    ])
    say(day, anna, 'operatorHungUp')
    expect(wallOf(day).calls.map(({ state }) => state)).toEqual(['waiting'])
  })

  it('[SW-232] says since when, of what it says, the oldest first', () => {
    const day = new Day().onDuty(anna, '08:10').to('09:00')
    day.place(padova)
    day.to('09:00:10').answer(anna)
    day.to('09:00:12').place(villanova)
    day.to('09:00:15').meet(anna, padova)
    expect(wallOf(day).calls).toMatchObject([
      { totemName: 'Totem villanova', state: 'waiting', since: at('09:00:12') },
      { totemName: 'Totem padova', state: 'in_call', since: at('09:00:15') },
    ])
  })

  it('[SW-232] tells a callback from a call, and since when they talk', () => {
    const day = new Day().onDuty(anna, '08:10').to('09:00')
    day.askForCallback(padova)
    expect(wallOf(day).calls).toMatchObject([{ state: 'offered', isCallback: true, operators: ['anna'] }])
    day.answer(anna)
    day.to('09:01').dialled(anna, 'reached')
    expect(wallOf(day).calls).toMatchObject([{ state: 'on_phone', since: at('09:01'), isCallback: true }])
    expect(JSON.stringify(wallOf(day))).not.toContain('1234567')
  })

  it('[SW-232] says which supervisor is in a call, and whether it is oneself', () => {
    const day = new Day('08:00', { listeningAllowed: true }).onDuty(anna, '08:10').to('09:00')
    day.inCall(anna, padova)
    supervise(day, sofia, padova, 'listeningStarted')
    const supervisor = { displayName: 'sofia', as: 'listening' }
    expect(wallOf(day, sofia).calls).toMatchObject([{ supervisor: { ...supervisor, isYou: true } }])
    expect(wallOf(day, chiara).calls).toMatchObject([{ supervisor: { ...supervisor, isYou: false } }])
  })

  it('[SW-232] says what each operator does', () => {
    const day = new Day().onDuty(anna, '08:10').to('09:00')
    const workOf = () => wallOf(day).operators.find(({ id }) => id === anna)?.work
    day.checkDevices(anna, null)
    expect(workOf()).toBe('unready')
    day.checkDevices(anna)
    expect(workOf()).toBe('idle')
    day.place(padova)
    expect(workOf()).toBe('ringing')
    day.answer(anna)
    expect(workOf()).toBe('engaged')
    day.meet(anna, padova)
    day.hangUpAtDesk(anna)
    expect(workOf()).toBe('wrap_up')
    day.to('09:02').place(villanova)
    day.to('09:02:20')
    expect(workOf()).toBe('not_responding')
    day.silence(anna)
    day.to('09:02:41')
    expect(wallOf(day).operators.map((one) => [one.displayName, one.isPresent])).toEqual([
      ['anna', false],
      ['bruno', false],
      ['chiara', false],
    ])
  })

  it('[SW-232] shows a colleague who is asked, and that the visitor holds', () => {
    const day = new Day().onDuty(anna, '08:10').onDuty(bruno, '08:20').to('09:00').inCall(anna, padova)
    consulting(day, anna, bruno)
    expect(wallOf(day).calls).toMatchObject([{ operators: ['anna', 'bruno'], isOnHold: true }])
  })

  it('[SW-232] shows every account that is open, on duty or not', () => {
    const day = new Day().onDuty(anna, '08:10').to('09:00')
    const known = wallOf(day).operators
    expect(known.find(({ displayName }) => displayName === 'anna')).toMatchObject({
      intent: 'available',
      isPresent: true,
      work: 'idle',
    })
    const { id, ...told } = known.find(({ displayName }) => displayName === 'bruno') ?? {}
    expect(id).toBe(bruno)
    // Whole, so that nothing more of a person gets into it unnoticed.
    expect(told).toEqual({
      displayName: 'bruno',
      officeName: expect.any(String),
      intent: 'off_duty',
      isPresent: false,
      work: 'idle',
    })
  })
})
