import { expect, it } from 'vitest'
import { anna, Day, padova } from './situation.ts'

const dutyOf = (day: Day) =>
  day.facts.flatMap(({ type }) => (type === 'dutyBegan' || type === 'dutyEnded' ? [type] : []))

it('[SW-180] duty begins once available with checked devices, and ends with the wish', () => {
  const day = new Day()
  day.openDesk(anna)
  day.checkDevices(anna)
  expect(dutyOf(day)).toEqual([])
  day.intend(anna, 'available')
  expect(dutyOf(day)).toEqual(['dutyBegan'])
  day.intend(anna, 'on_break')
  expect(dutyOf(day)).toEqual(['dutyBegan', 'dutyEnded'])
})

it('[SW-180] what an operator has in hand neither begins nor ends duty', () => {
  const day = new Day().onDuty(anna, '09:00').to('09:01').inCall(anna, padova)
  day.hangUpAtDesk(anna)
  expect(day.work(anna)).toBe('wrap_up')
  expect(dutyOf(day)).toEqual(['dutyBegan'])
})

it('[SW-180] duty ends with the desk, and begins again when it is back', () => {
  const day = new Day().onDuty(anna, '09:00')
  day.to('09:02', { beating: false })
  expect(dutyOf(day)).toEqual(['dutyBegan', 'dutyEnded'])
  day.apply({ type: 'deskReturned', operatorId: anna, epoch: day.epochOf(anna) })
  expect(dutyOf(day)).toEqual(['dutyBegan', 'dutyEnded', 'dutyBegan'])
})
