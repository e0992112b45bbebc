import { expect, it } from 'vitest'
import { transfer } from './engaged-day.ts'
import { anna, at, bruno, Day, damaso, padova, taxOffice, urp, villanova } from './situation.ts'

/* Who should have a visitor again (SW-214). */

/** Bruno has been idle longer than Anna, who talks to the visitor of Padova. */
function annaTalks(): Day {
  const day = new Day('08:00', { offices: { bruno: taxOffice } }).onDuty(anna, '08:10').to('08:58')
  day.inCall(anna, padova)
  return day.onDuty(bruno, '08:59').to('09:00')
}

/** Whoever rings for the callback of this day. */
const rungFor = (day: Day) => [anna, bruno].filter((id) => day.work(id) === 'ringing')

it('[SW-214] a visitor whose operator was lost does not wait for them', () => {
  const day = annaTalks()
  day.silence(anna)
  day.to('09:00:41')
  expect(day.work(bruno)).toBe('ringing')
})

it('[SW-214] nor later, however long the body would have others wait for whom they know', () => {
  const day = new Day('08:00', { rules: { preferredRelaxAfterMs: 300_000 } })
    .onDuty(anna, '08:10')
    .to('08:58')
  day.inCall(anna, padova).onDuty(bruno, '08:59').to('09:00').inCall(bruno, villanova)
  day.silence(anna)
  day.to('09:00:40')
  expect(day.phase(padova)).toMatchObject({ kind: 'waiting', again: true })
  day.openDesk(anna)
  day.checkDevices(anna)
  day.place(damaso)
  day.answer(anna)
  day.meet(anna, damaso)
  // Anna and the visitor of Padova are kept apart no longer, and she is busy.
  day.to('09:02').hangUpAtDesk(bruno)
  day.saveWrapUp(bruno)
  expect(day.desk(bruno).work).toMatchObject({ kind: 'ringing', offer: { totemName: 'Totem padova' } })
})

it('[SW-214] a callback of theirs waits 30 s for the operator they had talked to', () => {
  const day = annaTalks().to('09:01').inCall(bruno, villanova)
  day.silence(anna)
  day.to('09:01:45')
  expect(day.phase(padova)).toMatchObject({ kind: 'waiting' })
  expect(day.callMeBack(padova)).toBeNull()
  day.openDesk(anna)
  day.checkDevices(anna)
  // Anna is kept apart from the call that she lost, not from the callback.
  day.intend(anna, 'available')
  day.to('09:01:50')
  expect(rungFor(day)).toEqual([anna])
})

it('[SW-214] but for nobody who had answered and never talked to them', () => {
  const day = annaTalks().to('09:01').inCall(bruno, villanova)
  day.hangUpAtDesk(anna)
  day.saveWrapUp(anna)
  day.place(damaso)
  day.answer(anna)
  day.apply({ type: 'endGone', callId: day.callAt(damaso), end: 'desk' })
  day.to('09:01:20')
  expect(day.phase(damaso)).toMatchObject({ kind: 'waiting', again: true })
  day.callMeBack(damaso)
  const callback = [...day.board.calls.values()].find((call) => call.callback !== null)
  expect(callback?.preferred).toBeNull()
})

it('[SW-214] and then for anybody who fits', () => {
  const day = annaTalks().to('09:01').inCall(bruno, villanova)
  day.silence(anna)
  day.to('09:01:42').openDesk(anna)
  day.checkDevices(anna)
  day.place(damaso, urp, { preferred: anna })
  day.answer(anna)
  day.meet(anna, damaso)
  day.to('09:01:45').callMeBack(padova)
  day.hangUpAtDesk(bruno)
  day.saveWrapUp(bruno)
  expect(rungFor(day)).toEqual([])
  day.to('09:02:15')
  expect(rungFor(day)).toContain(bruno)
})

it('[SW-214] a callback whose call had been sent to an office asks for that office', () => {
  const day = annaTalks().to('09:01').inCall(bruno, villanova)
  expect(transfer(day, anna, { kind: 'office', officeId: taxOffice })).toBeNull()
  day.to('09:02').callMeBack(padova)
  day.to('09:02:01')
  const callback = [...day.board.calls.values()].find((call) => call.callback !== null)
  expect(callback?.preferred).toEqual({ officeId: taxOffice, until: at('09:02:30') })
})

it('[SW-214] a callback that is dialled again goes to who dialled before, from when it is due', () => {
  const day = new Day('08:00', { rules: { callbackRetryMs: 60_000 } }).onDuty(anna, '08:10').to('09:00')
  day.askForCallback(padova)
  day.answer(anna)
  day.onDuty(bruno, '09:00:10')
  expect(day.dialled(anna, 'no_answer')).toBeNull()
  day.to('09:00:40').place(damaso, urp, { preferred: anna })
  day.answer(anna)
  day.meet(anna, damaso)
  day.to('09:01:20')
  // Bruno is free.
  expect(rungFor(day)).toEqual([])
  day.hangUpAtDesk(anna)
  day.saveWrapUp(anna)
  expect(rungFor(day)).toEqual([anna])
})
