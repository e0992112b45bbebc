import { describe, expect, it } from 'vitest'
import { consulting, say } from './engaged-day.ts'
import { anna, bruno, chiara, Day, padova, villanova } from './situation.ts'
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
