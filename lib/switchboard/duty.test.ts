import { describe, expect, it } from 'vitest'
import { consulting, say } from './engaged-day.ts'
import type { OperatorId } from './ids.ts'
import { anna, bruno, chiara, Day, damaso, padova, tributi, urp, villanova } from './situation.ts'
import { wallView } from './wall-view.ts'

/** Anna has been idle longest, then Bruno, then Chiara. */
const threeFree = (skills = {}) =>
  new Day('08:00', { skills })
    .onDuty(anna, '08:30')
    .onDuty(bruno, '08:40')
    .onDuty(chiara, '08:50')
    .to('09:00')

/** An administrator closes the account; what that publishes counts at once. */
function closeAccount(day: Day, id: OperatorId): void {
  const operators = new Map(day.board.settings.operators)
  const account = operators.get(id)
  if (account) operators.set(id, { ...account, isActive: false })
  day.board = { ...day.board, settings: { ...day.board.settings, operators } }
}

describe('who is on duty', () => {
  it('[SW-10] [SW-11] is rung only while every condition holds', () => {
    const rung = (change: (day: Day) => void) => {
      const day = threeFree()
      change(day)
      day.place(padova)
      return day.work(anna) === 'ringing'
    }
    expect(rung(() => {})).toBe(true)
    expect(rung((day) => day.intend(anna, 'on_break'))).toBe(false)
    expect(rung((day) => day.checkDevices(anna, null))).toBe(false)
    expect(rung((day) => closeAccount(day, anna))).toBe(false)
    expect(rung((day) => day.inCall(anna, villanova))).toBe(false)
    const gone = threeFree()
    gone.silence(anna)
    gone.to('09:00:21').place(padova)
    expect(gone.work(bruno)).toBe('ringing')
  })

  it('[SW-11] nobody is, once the only one lets it ring', () => {
    const day = new Day().onDuty(anna, '08:30').to('09:00')
    day.place(padova)
    day.to('09:00:20')
    expect(day.work(anna)).toBe('not_responding')
    expect(day.place(villanova)).toBe('nobody-on-duty')
  })

  it('[SW-11] a closed account opens no desk, is told nothing more, and no supervisor changes it', () => {
    const day = threeFree()
    day.place(padova)
    closeAccount(day, anna)
    expect(day.desk(anna)).toMatchObject({ page: 'replaced', work: { kind: 'idle' }, queue: [] })
    expect(day.openDesk(anna, { reload: true })).toBe('operator-unknown')
    expect(day.overrule(anna, 'off_duty')).toBe('operator-unknown')
    const names = wallView(day.board, chiara, day.now).operators.map(({ displayName }) => displayName)
    expect(names).toEqual(['bruno', 'chiara'])
  })

  it('[SW-106] a call that only a closed account could take is nobody’s', () => {
    const day = threeFree({ bruno: ['tributi'] })
    day.intend(bruno, 'off_duty')
    expect(day.place(padova, tributi)).toBe('nobody-on-duty')
    closeAccount(day, bruno)
    expect(day.place(padova, tributi)).toBe('nobody-skilled')
  })

  it('[SW-230] is named to the desk that has a call, but neither a closed account nor one whose page is gone', () => {
    const day = threeFree()
    day.inCall(anna, padova)
    const others = () => day.desk(anna).handOver?.colleagues.map(({ displayName }) => displayName)
    expect(others()).toEqual(['bruno', 'chiara'])
    closeAccount(day, bruno)
    day.silence(chiara)
    day.to('09:00:21')
    expect(others()).toEqual([])
  })
})

describe('who has been idle longest', () => {
  it('[SW-22] is still whoever declined', () => {
    const day = threeFree()
    day.place(padova)
    day.decline(anna)
    day.answer(bruno)
    day.meet(bruno, padova)
    day.to('09:01').place(villanova)
    expect(day.work(anna)).toBe('ringing')
  })

  it.each<[string, (day: Day) => void]>([
    [
      'has come back from a break',
      (day) => {
        day.intend(anna, 'on_break')
        day.intend(anna, 'available')
      },
    ],
    [
      'had let it ring, and said "Ci sono"',
      (day) => {
        day.place(villanova)
        day.to('09:00:20').leave(villanova)
        day.comeBack(anna)
      },
    ],
    [
      'has dialled in vain',
      (day) => {
        day.askForCallback(villanova)
        day.answer(anna)
        day.dialled(anna, 'no_answer')
      },
    ],
    [
      'was asked by a colleague',
      (day) => {
        day.place(villanova, urp, { preferred: chiara })
        day.answer(chiara)
        day.meet(chiara, villanova)
        consulting(day, chiara, anna)
        say(day, chiara, 'consultReturned')
      },
    ],
  ])('[SW-22] is not who %s: their rank starts anew', (_what, work) => {
    const day = threeFree()
    work(day)
    day.to('09:01').place(padova)
    expect([day.work(anna), day.work(bruno)]).toEqual(['idle', 'ringing'])
  })

  it('[SW-71] is not who has just saved their wrap-up', () => {
    const day = threeFree().inCall(anna, padova)
    day.hangUpAtDesk(anna)
    day.saveWrapUp(anna)
    day.place(villanova, urp)
    expect(day.work(bruno)).toBe('ringing')
  })

  it('[SW-71] nor whose wrap-up has run out', () => {
    const day = threeFree().inCall(anna, padova)
    day.hangUpAtDesk(anna)
    day.to('09:02')
    expect(day.work(anna)).toBe('idle')
    day.place(villanova)
    expect(day.work(bruno)).toBe('ringing')
    day.place(damaso)
    expect(day.work(chiara)).toBe('ringing')
  })
})
