import { describe, expect, it } from 'vitest'
import { type Call, emptyBoard } from './board.ts'
import type { OperatorId, TotemId } from './ids.ts'
import { nextDueAt } from './next-due.ts'
import { queueOf } from './queue.ts'
import {
  anna,
  at,
  bruno,
  chiara,
  Day,
  damaso,
  NO_NEEDS,
  padova,
  type Setup,
  tributi,
  urp,
  villanova,
} from './situation.ts'

const expert = { skill: 'tributi', level: 5 }
const beginner = { skill: 'tributi', level: 2 }
const arabic = { needs: { ...NO_NEEDS, language: 'ar' } }
const signing = { needs: { ...NO_NEEDS, mode: 'lis' as const } }

/** Tributi wishes for an expert for 20 s. */
const wishingForAnExpert = {
  tributi: { skillNeeds: [{ skill: 'tributi', minLevel: 4, relaxAfterMs: 20_000 }] },
}

/** Anna has been idle longest, then Bruno, then Chiara: each ring of Bruno or Chiara has a reason. */
const threeFree = (setup: Setup = {}) =>
  new Day('08:00', setup).onDuty(anna, '08:30').onDuty(bruno, '08:40').onDuty(chiara, '08:50').to('09:00')

/** Gives the operator a call, whoever else is free. */
function engage(day: Day, operator: OperatorId, totem: TotemId): void {
  day.place(totem, urp, { preferred: operator })
  day.answer(operator)
  day.meet(operator, totem)
}

function freeAgain(day: Day, operator: OperatorId, totem: TotemId): void {
  day.hangUpAtDesk(operator)
  const callId = day.callAt(totem)
  day.apply({ type: 'wrapUpSaved', callId, operatorId: operator, epoch: day.epochOf(operator) })
}

/** When the waiting calls alone need the board to be looked at again. */
const wakeUpForCalls = ({ board, now }: Day) =>
  nextDueAt({ ...emptyBoard(board.settings), calls: board.calls }, now)

describe('what is required', () => {
  it('[SW-100] a level below the one that is asked for is not enough', () => {
    const day = threeFree({
      skills: { anna: [beginner], bruno: ['tributi'], chiara: [expert] },
      services: { tributi: { skillNeeds: [{ skill: 'tributi', minLevel: 4, relaxAfterMs: null }] } },
    })
    day.place(padova, tributi)
    expect(day.work(chiara)).toBe('ringing')
    day.place(villanova, tributi)
    day.to('09:00:19')
    expect([day.work(anna), day.work(bruno)]).toEqual(['idle', 'idle'])
  })

  it('[SW-100] a level that nobody has said is 3', () => {
    const day = threeFree({
      skills: { anna: [beginner], bruno: ['tributi'] },
      services: { tributi: { skillNeeds: [{ skill: 'tributi', minLevel: 3, relaxAfterMs: null }] } },
    })
    day.place(padova, tributi)
    expect(day.work(bruno)).toBe('ringing')
  })

  it('[SW-102] a service may insist on the language, whatever its country', () => {
    const day = threeFree({
      languages: { bruno: ['it', 'ar'] },
      services: { urp: { languageRelaxAfterMs: null } },
    })
    engage(day, bruno, villanova)
    day.place(padova, urp, { needs: { ...NO_NEEDS, language: 'ar-EG' } })
    day.to('09:10')
    expect([day.work(anna), day.work(chiara)]).toEqual(['idle', 'idle'])
    freeAgain(day, bruno, villanova)
    expect(day.work(bruno)).toBe('ringing')
    day.intend(bruno, 'off_duty')
    expect(day.place(damaso, urp, arabic)).toBe('nobody-on-duty')
  })
})

describe('a wish', () => {
  it('[SW-101] is met before the longest idle is rung', () => {
    const day = threeFree({ skills: { chiara: [expert] }, services: wishingForAnExpert })
    day.place(padova, tributi)
    expect(day.work(chiara)).toBe('ringing')
  })

  it('[SW-101] keeps a call from others while whoever meets it is busy, and no longer', () => {
    const day = threeFree({ skills: { chiara: [expert] }, services: wishingForAnExpert })
    engage(day, chiara, villanova)
    day.to('09:01').place(padova, tributi)
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting' })
    expect(wakeUpForCalls(day)).toBe(at('09:01:20'))
    day.to('09:01:19')
    expect(day.work(anna)).toBe('idle')
    day.to('09:01:20')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-101] that is dropped leaves the call in its place', () => {
    const day = threeFree({ skills: { chiara: [expert] }, services: wishingForAnExpert })
    engage(day, chiara, villanova)
    day.intend(anna, 'on_break')
    day.intend(bruno, 'on_break')
    day.to('09:01').place(padova, tributi)
    day.to('09:01:10').place(damaso)
    expect(day.phase(padova)).toMatchObject({ position: 1 })
    day.to('09:01:30')
    day.intend(anna, 'available')
    day.to('09:01:32')
    // Both ask for nobody in particular by now: the older one is served.
    expect(day.desk(anna).work).toMatchObject({ kind: 'ringing', offer: { totemName: 'Totem padova' } })
    expect(day.phase(damaso)).toMatchObject({ position: 2 })
  })

  it('[SW-101] lets a younger call go first only while it lasts', () => {
    const day = threeFree({ skills: { chiara: [expert] }, services: wishingForAnExpert })
    engage(day, chiara, villanova)
    day.intend(bruno, 'on_break')
    day.to('09:01').place(padova, tributi)
    day.to('09:01:10').place(damaso)
    // Anna lacks what the older call still wishes for.
    expect(day.desk(anna).work).toMatchObject({ offer: { totemName: 'Totem damaso' } })
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', position: 1 })
  })

  it('[SW-101] is not renewed by a ring that led nowhere', () => {
    const day = threeFree({ skills: { bruno: [expert], chiara: [expert] }, services: wishingForAnExpert })
    engage(day, chiara, villanova)
    day.to('09:01').place(padova, tributi)
    expect(day.work(bruno)).toBe('ringing')
    day.to('09:01:20')
    expect(day.work(bruno)).toBe('not_responding')
    // 20 s have passed: nobody in particular any more.
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-101] is new for a call that had been answered', () => {
    const day = threeFree({ skills: { bruno: [expert], chiara: [expert] }, services: wishingForAnExpert })
    day.place(padova, tributi)
    day.answer(bruno)
    day.meet(bruno, padova)
    day.to('09:10')
    engage(day, chiara, villanova)
    day.silence(bruno)
    day.to('09:10:40')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', again: true })
    expect(day.work(anna)).toBe('idle')
    day.to('09:11')
    expect(day.phase(padova)).toMatchObject({ kind: 'ringing' })
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-102] for a language or for sign language is met first, and then serves everybody', () => {
    const day = threeFree({ languages: { bruno: ['it', 'ar'] }, skills: { chiara: ['lis'] } })
    day.place(padova, urp, arabic)
    expect(day.work(bruno)).toBe('ringing')
    day.place(villanova, urp, signing)
    expect(day.work(chiara)).toBe('ringing')
    day.place(damaso, urp, signing)
    day.to('09:00:19')
    expect(day.work(anna)).toBe('idle')
  })

  it.each([
    ['a language', arabic],
    ['sign language', signing],
  ])('[SW-101] [SW-102] for %s is dropped after 30 s, and not before', (_what, needs) => {
    const day = threeFree({ languages: { bruno: ['it', 'ar'] }, skills: { bruno: ['lis'] } })
    engage(day, bruno, villanova)
    day.place(padova, urp, needs)
    day.to('09:00:29')
    expect(day.work(anna)).toBe('idle')
    day.to('09:00:30')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-102] for a way of talking counts before the language, and any level of it will do', () => {
    const day = threeFree({
      languages: { bruno: ['it', 'ar'] },
      skills: { chiara: [{ skill: 'lis', level: 1 }] },
    })
    day.place(padova, urp, { needs: { skills: [], language: 'ar', mode: 'lis' } })
    expect(day.work(chiara)).toBe('ringing')
  })

  it('[SW-100] a language is the same however its tag is written', () => {
    const day = threeFree({ languages: { bruno: ['AR-eg'] } })
    day.place(padova, urp, arabic)
    expect(day.work(bruno)).toBe('ringing')
  })

  it('[SW-12] [SW-102] is each call’s own, also where another about the same service wished for nothing', () => {
    const day = threeFree({ skills: { bruno: ['catasto'], chiara: ['lis', 'catasto'] } })
    day.place(padova)
    expect(day.work(anna)).toBe('ringing')
    day.place(villanova, urp, signing)
    expect(day.work(chiara)).toBe('ringing')
    day.place(damaso, urp, { needs: { ...NO_NEEDS, skills: ['catasto'] } })
    expect(day.work(bruno)).toBe('ringing')
  })

  it('[SW-103] that nobody on duty could meet is dropped at once', () => {
    const day = threeFree({ languages: { bruno: ['it', 'ar'] } })
    day.intend(bruno, 'on_break')
    day.place(padova, urp, arabic)
    expect(day.work(anna)).toBe('ringing')
    day.place(villanova, urp, signing)
    expect(day.work(chiara)).toBe('ringing')
  })

  it('[SW-103] is dropped the moment the only one who meets it goes', () => {
    const day = threeFree({ languages: { bruno: ['it', 'ar'] } })
    engage(day, bruno, villanova)
    day.place(padova, urp, arabic)
    expect(day.work(anna)).toBe('idle')
    day.intend(bruno, 'on_break')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-103] is not held up by who has just declined the call', () => {
    const day = threeFree({ languages: { bruno: ['it', 'ar'] } })
    day.place(padova, urp, arabic)
    day.decline(bruno)
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-103] counts after the one before it: of two that nobody meets together the first holds', () => {
    const day = threeFree({
      skills: { chiara: [expert] },
      languages: { bruno: ['it', 'ar'] },
      services: wishingForAnExpert,
    })
    day.place(padova, tributi, arabic)
    expect(day.work(chiara)).toBe('ringing')
  })
})

describe('a preferred operator', () => {
  it('[SW-104] is waited for, whatever their skills, and then no longer', () => {
    const day = threeFree({ skills: { anna: ['tributi'] } })
    engage(day, bruno, villanova)
    day.place(padova, tributi, { preferred: bruno })
    expect(day.work(anna)).toBe('idle')
    expect(wakeUpForCalls(day)).toBe(at('09:00:30'))
    day.to('09:00:10')
    freeAgain(day, bruno, villanova)
    expect(day.desk(bruno).work).toMatchObject({ kind: 'ringing', offer: { totemName: 'Totem padova' } })
    day.to('09:00:30')
    // Bruno let it ring, and by now the call is anybody's who fits.
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-104] who goes off duty or declines is waited for no longer', () => {
    const day = threeFree()
    engage(day, bruno, villanova)
    day.place(padova, urp, { preferred: bruno })
    day.intend(bruno, 'on_break')
    expect(day.work(anna)).toBe('ringing')
    const other = threeFree()
    other.place(padova, urp, { preferred: bruno })
    other.decline(bruno)
    expect(other.work(anna)).toBe('ringing')
  })

  it('[SW-20] [SW-104] keeps nobody else waiting who asks for the same', () => {
    const day = threeFree()
    engage(day, bruno, damaso)
    day.intend(anna, 'on_break')
    day.intend(chiara, 'on_break')
    day.place(padova, urp, { preferred: bruno })
    day.place(villanova)
    day.intend(anna, 'available')
    day.to('09:00:02')
    expect(day.desk(anna).work).toMatchObject({ kind: 'ringing', offer: { totemName: 'Totem villanova' } })
  })

  it('[SW-104] who is unknown or not at work keeps nobody waiting', () => {
    const day = threeFree()
    day.intend(chiara, 'off_duty')
    day.place(padova, urp, { preferred: chiara })
    expect(day.work(anna)).toBe('ringing')
  })
})

describe('order', () => {
  const priority = (day: Day, totem: TotemId, to: number) => {
    const call = day.board.calls.get(day.callAt(totem))
    if (!call) throw new Error('no call')
    day.board = { ...day.board, calls: new Map(day.board.calls).set(call.id, { ...call, priority: to }) }
  }

  /** Villanova has waited for a minute when damaso, two levels higher, comes. */
  function twoWaiting(priorityRisesEveryMs: number): Day {
    const day = new Day('08:00', { rules: { priorityRisesEveryMs } }).onDuty(anna, '08:30').to('09:00')
    day.inCall(anna, padova).to('09:01').place(villanova)
    day.to('09:02').place(damaso)
    priority(day, damaso, 2)
    return day
  }

  it('[SW-105] puts priority before age, however long somebody has waited', () => {
    const day = twoWaiting(0).to('09:20')
    expect(day.phase(damaso)).toMatchObject({ position: 1 })
    freeAgain(day, anna, padova)
    expect(day.desk(anna).work).toMatchObject({ offer: { totemName: 'Totem damaso' } })
  })

  it('[SW-105] lets age make up for priority where the body says so', () => {
    const worthMore = twoWaiting(31_000)
    expect(worthMore.phase(damaso)).toMatchObject({ position: 1 })
    const worthLess = twoWaiting(29_000)
    expect(worthLess.phase(damaso)).toMatchObject({ position: 2 })
    freeAgain(worthLess, anna, padova)
    expect(worthLess.desk(anna).work).toMatchObject({ offer: { totemName: 'Totem villanova' } })
  })

  it.each([0, 29_000, 31_000])('[SW-105] whoever is looked at first, each level worth %i ms', (levelMs) => {
    const { board, now } = twoWaiting(levelMs)
    const calls = [...board.calls.values()]
    const ordered = (list: readonly Call[]) => queueOf(list, now, board.settings.rules).map(({ id }) => id)
    expect(ordered(calls.toReversed())).toEqual(ordered(calls))
  })
})

it('[SW-23] each of several who declined is kept apart for the whole of their own minute', () => {
  const day = new Day('08:00').onDuty(chiara, '08:00').onDuty(anna, '08:10').onDuty(bruno, '08:20')
  day.to('08:59').inCall(chiara, villanova)
  day.to('09:00').place(padova)
  day.decline(anna)
  day.to('09:00:10').decline(bruno)
  day.intend(anna, 'on_break')
  // Anna's minute is over, and Bruno's is not; Chiara is busy, and could take it later.
  day.to('09:01:09')
  expect([day.work(bruno), day.phase(padova)?.kind]).toEqual(['idle', 'waiting'])
  day.to('09:01:10')
  expect(day.work(bruno)).toBe('ringing')
})

describe('what nobody could ever do', () => {
  it('[SW-106] a call that no account could answer is refused as such, and leaves nothing behind', () => {
    const day = threeFree()
    const before = day.board.calls
    expect(day.place(padova, tributi)).toBe('nobody-skilled')
    expect(day.place(padova, urp, { needs: { ...NO_NEEDS, skills: ['magia'] } })).toBe('nobody-skilled')
    expect(day.board.calls).toEqual(before)
    expect(day.totem(padova).callable.tributi).toMatchObject({ kind: 'no', why: 'nobody-skilled' })
  })

  it('[SW-106] an operator whom no service could ring does not go on duty, and keeps their intent', () => {
    const onlyTributi = { urp: { skillNeeds: [{ skill: 'anagrafe', minLevel: 1, relaxAfterMs: null }] } }
    const day = new Day('08:00', { services: onlyTributi, skills: { bruno: ['tributi'] } })
    day.openDesk(anna)
    day.checkDevices(anna)
    expect(day.intend(anna, 'available')).toBe('no-skills')
    expect(day.desk(anna).intent).toBe('off_duty')
    expect(day.intend(anna, 'on_break')).toBeNull()
    day.onDuty(bruno, '08:10')
    expect(day.desk(bruno).intent).toBe('available')
  })

  it('[SW-106] an operator whom overflow would ring may go on duty', () => {
    const widening = {
      urp: {
        skillNeeds: [{ skill: 'anagrafe', minLevel: 1, relaxAfterMs: null }],
        overflow: [{ do: 'widen' as const, afterMs: 60_000, dropSkills: ['anagrafe'] }],
      },
    }
    const day = new Day('08:00', { services: widening }).onDuty(anna, '08:10')
    expect(day.desk(anna).intent).toBe('available')
  })
})

describe('operators, with levels and wishes in play', () => {
  const twoExperts = { skills: { bruno: [expert], chiara: [expert] }, services: wishingForAnExpert }

  it('[SW-13] a break after this call begins after it, though a wish would have rung them', () => {
    const day = threeFree(twoExperts)
    engage(day, chiara, villanova)
    day.intend(chiara, 'on_break')
    day.intend(bruno, 'off_duty')
    day.hangUpAtDesk(chiara)
    day.to('09:01:01')
    expect(day.work(chiara)).toBe('idle')
    day.place(padova, tributi)
    expect([day.work(anna), day.work(chiara)]).toEqual(['ringing', 'idle'])
  })

  it('[SW-22] who declined is left alone for 15 s even by a call that only they could take', () => {
    const day = new Day('08:00', { skills: { anna: ['tributi'] } }).onDuty(anna, '08:30').to('09:00')
    day.place(padova, tributi)
    day.decline(anna)
    day.to('09:00:14')
    expect(day.work(anna)).toBe('idle')
    day.to('09:00:15')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-23] a pair is kept apart while another who is required is only busy, though the wish is theirs', () => {
    const day = threeFree({
      ...twoExperts,
      services: {
        tributi: {
          skillNeeds: [
            { skill: 'tributi', minLevel: 1, relaxAfterMs: null },
            { skill: 'tributi', minLevel: 4, relaxAfterMs: 600_000 },
          ],
        },
      },
    })
    engage(day, bruno, villanova)
    day.place(padova, tributi)
    day.decline(chiara)
    day.to('09:00:59')
    expect(day.work(chiara)).toBe('idle')
    day.to('09:01')
    expect(day.work(chiara)).toBe('ringing')
  })

  it('[SW-13] the ready guard follows a change of intent, not a wrap-up', () => {
    const day = threeFree(twoExperts)
    engage(day, chiara, villanova)
    day.intend(bruno, 'on_break')
    day.to('09:01').place(padova, tributi)
    day.intend(bruno, 'available')
    day.to('09:01:01')
    expect(day.work(bruno)).toBe('idle')
    freeAgain(day, chiara, villanova)
    expect(day.work(chiara)).toBe('ringing')
  })
})
