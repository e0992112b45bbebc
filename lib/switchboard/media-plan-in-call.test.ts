import { describe, expect, it } from 'vitest'
import {
  consult,
  consulting,
  letIn,
  maria,
  meetSecond,
  offerOf,
  say,
  sofia,
  supervise,
} from './engaged-day.ts'
import { guestView } from './guest-view.ts'
import {
  deskConsultPlan,
  deskMediaPlan,
  guestMediaPlan,
  type MediaPlan,
  supervisorMediaPlan,
  totemMediaPlan,
} from './media-plan.ts'
import { anna, bruno, Day, padova } from './situation.ts'
import { supervisionView } from './supervision-view.ts'

/** Anna has a call from Padova, Bruno is free. */
const inCall = () =>
  new Day('08:00', { listeningAllowed: true })
    .onDuty(anna, '08:10')
    .onDuty(bruno, '08:20')
    .to('09:00')
    .inCall(anna, padova)
const talking = () => {
  const day = inCall()
  consulting(day, anna, bruno)
  return day
}
const broughtIn = (how: 'consultCompleted' | 'consultMerged') => {
  const day = talking()
  say(day, anna, how)
  return day
}
const three = () => {
  const day = broughtIn('consultMerged')
  meetSecond(day, bruno, padova)
  return day
}
const lose = (day: Day, end: 'totem' | 'desk') =>
  day.apply({ type: 'endGone', callId: day.callAt(padova), end })
const loseSecond = (day: Day) =>
  day.apply({ type: 'secondGone', callId: day.callAt(padova), offerId: offerOf(day, bruno) })

const guest = (day: Day, age = 0) => {
  const page = { callId: day.callAt(padova), guestId: maria, visitHash: 'maria at phone' }
  return guestMediaPlan(guestView(day.board, page, day.now), age)
}
const supervisor = (day: Day, age = 0) =>
  supervisorMediaPlan(supervisionView(day.board, day.callAt(padova), sofia, day.now), age)
const withGuest = () => {
  const day = inCall()
  letIn(day, anna, padova, maria)
  return day
}
const withThird = (day = inCall()) => {
  supervise(day, sofia, padova, 'supervisorJoined')
  return day
}

const NOWHERE: MediaPlan = { room: null, send: 'muted', mayReceive: [], shows: [] }

describe('without a current view', () => {
  const ends: readonly [string, () => Day, (day: Day, age: number) => MediaPlan][] = [
    ['the holder in a consultation', talking, (day, age) => deskConsultPlan(day.desk(anna), age)],
    ['the colleague in it', talking, (day, age) => deskConsultPlan(day.desk(bruno), age)],
    [
      'a colleague on the way to the visitor',
      () => broughtIn('consultCompleted'),
      (day, age) => deskMediaPlan(day.desk(bruno), age),
    ],
    ['a colleague beside the holder', three, (day, age) => deskMediaPlan(day.desk(bruno), age)],
    ['a supervisor who joined', () => withThird(), supervisor],
    ['a guest', withGuest, guest],
  ]

  it.each(ends)('[SW-M4] [SW-M5] %s is muted after 20 s, and out after 40 s', (_who, situation, planAt) => {
    const day = situation()
    expect(planAt(day, 19_999)).toMatchObject({ send: 'live' })
    expect(planAt(day, 20_000)).toEqual({ ...planAt(day, 0), send: 'muted' })
    expect(planAt(day, 39_999).room).not.toBeNull()
    expect(planAt(day, 40_000)).toMatchObject(NOWHERE)
  })

  it('[SW-M5] whoever is with the visitor keeps what was typed there', () => {
    const day = withThird(withGuest())
    for (const planAt of [supervisor, guest]) {
      expect(planAt(day, 40_000).mayReturnTo).toEqual(planAt(day).room)
    }
  })

  it('[SW-M5] a replaced page is in no consultation', () => {
    const day = talking()
    expect(deskConsultPlan({ ...day.desk(anna), page: 'replaced' }, 0)).toEqual(NOWHERE)
  })

  it('[SW-M5] nobody is in a consultation whose room is not open', () => {
    const day = inCall()
    const desk = { offerId: offerOf(day, anna), operatorId: anna, epoch: day.epochOf(anna) }
    day.apply({ type: 'consultStarted', ...desk, to: bruno, note: '' })
    say(day, bruno, 'offerAnswered')
    expect(deskConsultPlan(day.desk(anna), 0)).toEqual(NOWHERE)
    expect(deskConsultPlan(day.desk(bruno), 0)).toEqual(NOWHERE)
  })
})

describe('while somebody is lost', () => {
  it('[SW-M4] [SW-M7] whoever is left of two who consult is muted', () => {
    const without = talking()
    lose(without, 'desk')
    expect(deskConsultPlan(without.desk(bruno), 0)).toMatchObject({ send: 'muted' })
    const colleagueGone = talking()
    colleagueGone.apply({ type: 'deskLeft', operatorId: bruno, epoch: colleagueGone.epochOf(bruno) })
    expect(deskConsultPlan(colleagueGone.desk(anna), 0)).toMatchObject({ send: 'muted' })
  })

  it('[SW-M4] a colleague on the way is muted for a visitor who is lost', () => {
    const day = broughtIn('consultCompleted')
    lose(day, 'totem')
    expect(deskMediaPlan(day.desk(bruno), 0)).toMatchObject({ send: 'muted' })
  })

  it('[SW-M8] of three, one who is lost mutes nobody', () => {
    const withoutHolder = three()
    lose(withoutHolder, 'desk')
    expect(totemMediaPlan(withoutHolder.totem(padova), 0).send).toBe('live')
    expect(deskMediaPlan(withoutHolder.desk(bruno), 0).send).toBe('live')
    const withoutVisitor = three()
    lose(withoutVisitor, 'totem')
    expect(deskMediaPlan(withoutVisitor.desk(anna), 0).send).toBe('live')
    expect(deskMediaPlan(withoutVisitor.desk(bruno), 0).send).toBe('live')
    const withoutSecond = three()
    loseSecond(withoutSecond)
    expect(totemMediaPlan(withoutSecond.totem(padova), 0).send).toBe('live')
    expect(deskMediaPlan(withoutSecond.desk(anna), 0).send).toBe('live')
  })

  it('[SW-M4] [SW-M8] whoever is left alone of three is muted', () => {
    const visitorAlone = three()
    lose(visitorAlone, 'desk')
    loseSecond(visitorAlone)
    expect(totemMediaPlan(visitorAlone.totem(padova), 0).send).toBe('muted')
    const holderAlone = three()
    lose(holderAlone, 'totem')
    loseSecond(holderAlone)
    expect(deskMediaPlan(holderAlone.desk(anna), 0).send).toBe('muted')
    const secondAlone = three()
    lose(secondAlone, 'totem')
    lose(secondAlone, 'desk')
    expect(deskMediaPlan(secondAlone.desk(bruno), 0).send).toBe('muted')
  })
})

describe('who is named', () => {
  const visitorOf = (day: Day) => `t-${day.callAt(padova)}`
  const deskOf = (day: Day, id: typeof anna) => `o-${offerOf(day, id)}`

  it('[SW-M7] while the consult rings both are in its room, muted, and shown nobody', () => {
    const day = inCall()
    consult(day, anna, bruno)
    const [first, second] = [deskOf(day, anna), deskOf(day, bruno)]
    const muted = { send: 'muted', shows: [] }
    expect(deskConsultPlan(day.desk(anna), 0)).toMatchObject({ ...muted, mayReceive: [second] })
    expect(deskConsultPlan(day.desk(bruno), 0)).toMatchObject({ ...muted, mayReceive: [first] })
  })

  it('[SW-M8] a colleague on the way meets the holder only where three are to talk', () => {
    const merged = broughtIn('consultMerged')
    const [first, second] = [deskOf(merged, anna), deskOf(merged, bruno)]
    expect(deskMediaPlan(merged.desk(bruno), 0).shows).toEqual([visitorOf(merged), first])
    expect(deskMediaPlan(merged.desk(anna), 0).shows).toEqual([visitorOf(merged), second])
    const completed = broughtIn('consultCompleted')
    expect(deskMediaPlan(completed.desk(bruno), 0).mayReceive).toEqual([visitorOf(completed)])
  })

  it('[SW-M9] a supervisor receives and shows those who talk to the visitor, and is named by a colleague on the way', () => {
    const both = (day: Day) => [deskOf(day, anna), deskOf(day, bruno)]
    const consulted = withThird(talking())
    // The visitor holds: nobody is heard.
    expect(supervisor(consulted)).toMatchObject({ send: 'muted', mayReceive: [], shows: [] })
    say(consulted, anna, 'consultCompleted')
    const [, second] = both(consulted)
    expect(supervisor(consulted)).toMatchObject({ send: 'live', shows: [visitorOf(consulted), second] })
    const identity = supervisor(consulted).room?.identity
    expect(deskMediaPlan(consulted.desk(bruno), 0).mayReceive).toContain(identity)
    const merged = withThird(broughtIn('consultMerged'))
    expect(supervisor(merged).shows).toEqual([visitorOf(merged), ...both(merged)])
    const beside = withThird(three())
    expect(supervisor(beside).shows).toEqual([visitorOf(beside), ...both(beside)])
  })

  it('[SW-M9] [SW-M10] papers and screens come to visitor and operators, and to no guest or supervisor', () => {
    const day = withThird(withGuest())
    for (const plan of [totemMediaPlan(day.totem(padova), 0), deskMediaPlan(day.desk(anna), 0)]) {
      expect(plan).not.toHaveProperty('takesPeopleOnly')
    }
    for (const plan of [guest(day), supervisor(day)]) expect(plan.takesPeopleOnly).toBe(true)
    const listened = inCall()
    supervise(listened, sofia, padova, 'listeningStarted')
    expect(supervisor(listened).takesPeopleOnly).toBe(true)
    say(day, anna, 'callHeld')
    for (const plan of [guest(day), supervisor(day)]) expect(plan.takesPeopleOnly).toBe(true)
  })

  it('[SW-M9] [SW-M10] whoever has a paper or a screen to send gives it to visitor and operators alone', () => {
    const listenedTo = (day: Day) => {
      supervise(day, sofia, padova, 'listeningStarted')
      return day
    }
    const withNext = withGuest()
    withNext.silence(anna)
    withNext.apply({ type: 'deskLeft', operatorId: anna, epoch: withNext.epochOf(anna) })
    withNext.to('09:00:20')
    withNext.answer(bruno)
    const given: string[] = []
    for (const day of [
      withThird(withGuest()),
      listenedTo(withGuest()),
      withNext,
      withThird(broughtIn('consultMerged')),
      withThird(broughtIn('consultCompleted')),
      withThird(three()),
    ]) {
      for (const plan of [
        totemMediaPlan(day.totem(padova), 0),
        ...[anna, bruno].map((id) => deskMediaPlan(day.desk(id), 0)),
      ]) {
        expect(plan.peopleOnly ?? []).toEqual(plan.mayReceive.filter((identity) => /^[gsl]-/.test(identity)))
        given.push(...(plan.peopleOnly ?? []))
      }
    }
    for (const prefix of ['g-', 's-', 'l-']) expect(given.some((name) => name.startsWith(prefix))).toBe(true)
  })

  it('[SW-M9] [SW-M10] a guest shows a supervisor who joined', () => {
    const day = withThird(withGuest())
    expect(guest(day).shows).toContain(supervisor(day).room?.identity)
  })

  it('[SW-M10] a guest is with the next operator from the answer on, and never sees themselves', () => {
    const day = withGuest()
    day.silence(anna)
    day.apply({ type: 'deskLeft', operatorId: anna, epoch: day.epochOf(anna) })
    day.to('09:00:20')
    expect(guest(day)).toMatchObject({ send: 'muted', shows: [] })
    day.answer(bruno)
    const [visitor, desk] = [visitorOf(day), deskOf(day, bruno)]
    expect(guest(day)).toMatchObject({ send: 'live', mayReceive: [visitor, desk], shows: [visitor, desk] })
    expect(deskMediaPlan(day.desk(bruno), 0)).toMatchObject({
      send: 'live',
      mayReceive: [visitor, `g-${maria}`],
      shows: [visitor, `g-${maria}`],
    })
  })
})

it('[SW-160] a supervisor is shown no call that another supervisor is in', () => {
  const day = inCall()
  supervise(day, sofia, padova, 'listeningStarted')
  expect(supervisionView(day.board, day.callAt(padova), anna, day.now).call).toBeNull()
})
