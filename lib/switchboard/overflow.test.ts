import { describe, expect, it } from 'vitest'
import { emptyBoard } from './board.ts'
import { transfer } from './engaged-day.ts'
import { serviceSlug } from './ids.ts'
import { nextDueAt } from './next-due.ts'
import { couldEverBeRung } from './overflow.ts'
import { nextStepAt } from './overflow-step.ts'
import type { OverflowStep } from './settings.ts'
import {
  anna,
  at,
  bruno,
  Day,
  damaso,
  NO_NEEDS,
  padova,
  type Setup,
  taxOffice,
  tributi,
  urp,
  urpOffice,
  villanova,
} from './situation.ts'

const widen: OverflowStep = { do: 'widen', afterMs: 60_000, dropSkills: ['tributi'] }
/** Anna's. */
const askOffice: OverflowStep = { do: 'ask_office', afterMs: 60_000, officeId: urpOffice }
const askUrp: OverflowStep = { do: 'ask', afterMs: 60_000, service: urp }
const offerCallback: OverflowStep = { do: 'offer_callback', afterMs: 90_000 }
const tributiAbolished = serviceSlug('abolished')
const end: OverflowStep = { do: 'end', afterMs: 120_000 }

const overflowing = (...overflow: OverflowStep[]): Setup => ({
  skills: { bruno: ['tributi'] },
  offices: { anna: urpOffice },
  services: { tributi: { overflow } },
})

/** Bruno, who alone has the skill, is in a call with villanova; Anna is free. Padova waits for Bruno. */
function waitingForBruno(...overflow: OverflowStep[]): Day {
  const day = new Day('08:00', overflowing(...overflow)).onDuty(anna, '08:30').onDuty(bruno, '08:40')
  day.to('09:00').place(villanova, tributi)
  day.answer(bruno)
  day.meet(bruno, villanova)
  day.place(padova, tributi)
  return day
}

describe('in its time', () => {
  it.each([
    ['a wider group', widen],
    ['whoever answers for another service', askUrp],
    ['another office', askOffice],
  ])('[SW-107] %s is rung, and not a moment before', (_what, step) => {
    const day = waitingForBruno(step)
    const waiting = day.board.calls.get(day.callAt(padova))
    const alone = { ...emptyBoard(day.board.settings), calls: new Map(waiting && [[waiting.id, waiting]]) }
    expect(nextDueAt(alone, day.now)).toBe(at('09:01'))
    day.to('09:00:59')
    expect(day.work(anna)).toBe('idle')
    day.to('09:01')
    expect(day.work(anna)).toBe('ringing')
    expect(day.facts).toContainEqual({
      type: 'callOverflowed',
      callId: day.callAt(padova),
      step: 1,
      does: step.do,
      because: 'waited',
    })
  })

  it('[SW-213] an office that nobody works in changes nothing; what the visitor needs is asked there too', () => {
    const nobody = waitingForBruno({ ...askOffice, officeId: taxOffice }).to('09:02')
    expect(nobody.work(anna)).toBe('idle')
    const signing = new Day('08:00', overflowing(askOffice)).onDuty(anna, '08:30').to('09:00')
    expect(signing.place(padova, tributi, { needs: { ...NO_NEEDS, skills: ['lis'] } })).toBe('nobody-skilled')
  })

  it('[SW-107] what the visitor needs is asked of another service’s operators too, unless a step names it', () => {
    const signing = { needs: { ...NO_NEEDS, skills: ['lis'] } }
    const asked = new Day('08:00', overflowing(askUrp)).onDuty(anna, '08:30').to('09:00')
    expect(asked.place(padova, tributi, signing)).toBe('nobody-skilled')
    const widened = { ...widen, dropSkills: ['tributi', 'lis'] }
    const day = new Day('08:00', overflowing(widened)).onDuty(anna, '08:30').to('09:00')
    expect(day.place(padova, tributi, signing)).toBeNull()
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-107] somebody looks at the very instant', () => {
    const day = waitingForBruno(widen)
    const call = day.board.calls.get(day.callAt(padova))
    expect(call && nextStepAt(day.board.settings, call)).toBe(at('09:01'))
  })

  it('[SW-106] whoever could be rung by nothing yet may go on duty where there is no service yet', () => {
    const { settings } = new Day().board
    expect(couldEverBeRung({ ...settings, services: new Map() }, anna)).toBe(true)
    expect(couldEverBeRung(settings, anna)).toBe(true)
  })

  it('[SW-107] takes nobody away: who had the skill may still be rung', () => {
    const day = waitingForBruno(askUrp)
    day.intend(anna, 'on_break')
    day.to('09:02').hangUpAtDesk(bruno)
    day.to('09:03:01')
    expect(day.work(bruno)).toBe('ringing')
  })

  it('[SW-107] leaves the call in its place', () => {
    const day = waitingForBruno(widen)
    day.intend(anna, 'on_break')
    day.to('09:00:30').place(damaso)
    day.to('09:01:30')
    expect(day.phase(padova)).toMatchObject({ position: 1 })
    day.intend(anna, 'available')
    day.to('09:01:32')
    expect(day.desk(anna).work).toMatchObject({ offer: { totemName: 'Totem padova' } })
  })

  it('[SW-107] offers a callback, and later ends with instructions', () => {
    const day = waitingForBruno(offerCallback, end)
    day.to('09:01:29')
    expect(day.phase(padova)).toMatchObject({ callbackOffered: false })
    day.to('09:01:30')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', callbackOffered: true })
    day.to('09:01:59')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting' })
    day.to('09:02')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'overflowed' } })
  })

  it('[SW-107] does not end a call while it rings', () => {
    const day = waitingForBruno(widen, end)
    day.intend(anna, 'on_break')
    day.to('09:01:50')
    day.intend(anna, 'available')
    day.to('09:01:52')
    expect(day.work(anna)).toBe('ringing')
    day.to('09:02:11')
    expect(day.phase(padova)).toMatchObject({ kind: 'ringing' })
    day.decline(anna)
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'overflowed' } })
    expect(day.work(anna)).toBe('idle')
  })

  it('[SW-107] drops what is only wished for, too', () => {
    const signing = { needs: { ...NO_NEEDS, mode: 'lis' as const } }
    const overflow: OverflowStep[] = [{ do: 'widen', afterMs: 10_000, dropSkills: ['lis'] }]
    const day = new Day('08:00', { skills: { bruno: ['lis'] }, services: { urp: { overflow } } })
    day.onDuty(bruno, '08:30').onDuty(anna, '08:40').to('09:00').inCall(bruno, villanova)
    day.place(padova, urp, signing)
    day.to('09:00:09')
    expect(day.work(anna)).toBe('idle')
    day.to('09:00:10')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-107] what the steps before have done stays done', () => {
    const needs = {
      skillNeeds: ['tributi', 'imu'].map((skill) => ({ skill, minLevel: 1, relaxAfterMs: null })),
    }
    const steps = (...overflow: OverflowStep[]): Setup => ({
      skills: { bruno: ['tributi', 'imu'] },
      offices: { anna: urpOffice },
      services: { tributi: { ...needs, overflow } },
    })
    const third = (setup: Setup) => {
      const day = new Day('08:00', setup).onDuty(bruno, '08:30').onDuty(anna, '08:40').to('09:00')
      day.place(villanova, tributi)
      day.answer(bruno)
      day.meet(bruno, villanova)
      day.intend(anna, 'on_break')
      day.place(padova, tributi)
      day.to('09:03')
      day.intend(anna, 'available')
      return day.to('09:03:02').work(anna)
    }
    const dropImu: OverflowStep = { do: 'widen', afterMs: 70_000, dropSkills: ['imu'] }
    expect(third(steps(widen, dropImu))).toBe('ringing')
    expect(third(steps(askUrp, { do: 'ask', afterMs: 70_000, service: tributi }))).toBe('ringing')
    const askTaxes: OverflowStep = { do: 'ask_office', afterMs: 70_000, officeId: taxOffice }
    expect(third(steps(askOffice, askTaxes))).toBe('ringing')
  })

  it('[SW-107] stays done for a call that was answered and waits again, and waits its time anew for the rest', () => {
    const setup = { ...overflowing(widen, end), rules: { pairExclusionMs: 30_000 } }
    const day = new Day('08:00', setup).onDuty(bruno, '08:30').onDuty(anna, '08:40').to('09:00')
    day.place(villanova, tributi)
    day.answer(bruno)
    day.meet(bruno, villanova)
    day.intend(anna, 'on_break')
    day.place(padova, tributi)
    day.to('09:01:30').intend(anna, 'available')
    day.to('09:01:32').answer(anna)
    day.meet(anna, padova)
    day.to('09:10').silence(anna)
    day.apply({ type: 'deskLeft', operatorId: anna, epoch: day.epochOf(anna) })
    day.to('09:10:20')
    // The end would have been due at 09:02, and is at 09:12:20.
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', again: true })
    day.openDesk(anna)
    day.checkDevices(anna)
    day.to('09:10:50')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-107] begins anew for a call that was sent on', () => {
    const setup = overflowing({ ...widen, afterMs: 120_000 })
    const day = new Day('08:00', setup).onDuty(anna, '08:30').to('09:00')
    // Nobody on duty has the skill: the first step was taken as the call was placed.
    day.place(padova, tributi)
    day.answer(anna)
    day.meet(anna, padova)
    day.onDuty(bruno, '09:00').to('09:01').inCall(bruno, villanova)
    expect(transfer(day, anna, { kind: 'service', service: tributi })).toBeNull()
    day.saveWrapUp(anna)
    day.to('09:02:59')
    expect([day.work(anna), day.phase(padova)?.kind]).toEqual(['idle', 'waiting'])
    day.to('09:03')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-213] another office is asked for the language too, where the service requires it', () => {
    const languageRequired = { skillNeeds: [], languageRelaxAfterMs: null, overflow: [askOffice] }
    const setup = { ...overflowing(), services: { tributi: languageRequired }, languages: { bruno: ['ar'] } }
    const arabic = { needs: { ...NO_NEEDS, language: 'ar' } }
    const day = new Day('08:00', setup).onDuty(anna, '08:30').onDuty(bruno, '08:40').to('09:00')
    day.place(villanova, tributi, arabic)
    expect(day.work(bruno)).toBe('ringing')
    day.answer(bruno)
    day.meet(bruno, villanova)
    day.place(padova, tributi, arabic)
    day.to('09:02')
    expect([day.work(anna), day.phase(padova)?.kind]).toEqual(['idle', 'waiting'])
  })

  it('[SW-107] another service that nobody has published is no way around what is required', () => {
    const day = waitingForBruno({ do: 'ask', afterMs: 1_000, service: tributiAbolished })
    day.to('09:05')
    expect(day.work(anna)).toBe('idle')
  })
})

describe('at once', () => {
  it('[SW-108] when the last who fits goes off duty', () => {
    const day = waitingForBruno(offerCallback, widen)
    expect(day.work(anna)).toBe('idle')
    day.intend(bruno, 'off_duty')
    expect(day.work(anna)).toBe('ringing')
    expect(day.facts).toContainEqual(
      expect.objectContaining({ type: 'callOverflowed', step: 2, does: 'widen', because: 'nobody_on_duty' }),
    )
  })

  it('[SW-108] for each of those who ask for the same', () => {
    const day = waitingForBruno({ do: 'offer_callback', afterMs: 600_000 })
    day.place(damaso, tributi)
    day.intend(bruno, 'off_duty')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', callbackOffered: true })
    expect(day.phase(damaso)).toMatchObject({ kind: 'waiting', callbackOffered: true })
  })

  it('[SW-108] and the end, when the only one who fits has gone without a word', () => {
    const day = waitingForBruno({ ...end, afterMs: 600_000 })
    day.intend(bruno, 'on_break')
    day.hangUpAtDesk(bruno)
    day.silence(bruno)
    day.to('09:00:19')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting' })
    day.to('09:00:20')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'overflowed' } })
  })

  it('[SW-108] also while the only one who fits is on a break: the visitor need not wait for that', () => {
    const day = waitingForBruno(widen)
    day.intend(bruno, 'on_break')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-108] but the end only when nobody who fits is near', () => {
    const day = waitingForBruno(end)
    day.intend(bruno, 'on_break')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting' })
    day.intend(bruno, 'off_duty')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'overflowed' } })
  })

  it('[SW-108] takes no step while somebody who fits is only busy or wrapping up', () => {
    const day = waitingForBruno(widen)
    day.hangUpAtDesk(bruno)
    expect(day.work(bruno)).toBe('wrap_up')
    expect(day.work(anna)).toBe('idle')
  })

  it('[SW-109] a call that only a later step lets somebody take is admitted and rings at once', () => {
    const day = new Day('08:00', overflowing(offerCallback, widen, end)).onDuty(anna, '08:30').to('09:00')
    expect(day.totem(padova).callable.tributi).toMatchObject({ kind: 'yes' })
    expect(day.place(padova, tributi)).toBeNull()
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-109] what comes after the end helps nobody in', () => {
    const day = new Day('08:00', overflowing(end, widen)).onDuty(anna, '08:30').to('09:00')
    expect(day.place(padova, tributi)).toBe('nobody-on-duty')
  })
})
