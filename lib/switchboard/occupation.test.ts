import { expect, it } from 'vitest'
import { anna, Day, padova } from './situation.ts'

const occupations = (day: Day) =>
  day.facts.flatMap((fact) => (fact.type === 'occupationChanged' ? [fact.occupation] : []))

it('[SW-180] an operator is idle once available with checked devices, and away with the wish', () => {
  const day = new Day()
  day.openDesk(anna)
  day.checkDevices(anna)
  expect(occupations(day)).toEqual([])
  day.intend(anna, 'available')
  expect(occupations(day)).toEqual(['idle'])
  day.intend(anna, 'on_break')
  expect(occupations(day)).toEqual(['idle', 'away'])
})

it('[SW-180] they are busy from the answer until the wrap-up is over', () => {
  const day = new Day().onDuty(anna, '09:00').to('09:01')
  day.place(padova)
  expect(occupations(day)).toEqual(['idle', 'rung'])
  day.answer(anna)
  day.meet(anna, padova)
  day.hangUpAtDesk(anna)
  expect(day.work(anna)).toBe('wrap_up')
  expect(occupations(day)).toEqual(['idle', 'rung', 'busy'])
  day.to('09:03')
  expect(occupations(day)).toEqual(['idle', 'rung', 'busy', 'idle'])
})

it('[SW-180] a call goes on being work when they have asked for a break after it', () => {
  const day = new Day().onDuty(anna, '09:00').to('09:01').inCall(anna, padova)
  day.intend(anna, 'on_break')
  expect(occupations(day)).toEqual(['idle', 'rung', 'busy'])
  day.hangUpAtDesk(anna)
  day.to('09:03')
  expect(occupations(day)).toEqual(['idle', 'rung', 'busy', 'away'])
})

it('[SW-180] whoever does not respond is away, and so is whoever has lost the desk', () => {
  const day = new Day().onDuty(anna, '09:00').to('09:01')
  day.place(padova)
  day.to('09:02')
  expect(occupations(day)).toEqual(['idle', 'rung', 'away'])
  day.leave(padova)
  day.comeBack(anna)
  day.to('09:03', { beating: false })
  expect(occupations(day)).toEqual(['idle', 'rung', 'away', 'idle', 'away'])
})
