import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { admissionRefusal } from './admission.ts'
import { type EpochMs, epochMs, serviceSlug } from './ids.ts'
import { nextSteps } from './next-steps.ts'
import type { Closure, Opening } from './settings.ts'
import { anna, at, Day, damaso, NO_NEEDS, padova, type Setup, urp, villanova } from './situation.ts'
import type { NextSteps } from './views.ts'

/** "15:00-18:00", several; hours past 24 are those of the next day. */
const open = (...intervals: string[]): Opening => ({
  kind: 'hours',
  intervals: intervals.map((text) => {
    const [opens = '', closes = ''] = text.split('-')
    return { opensAt: at(opens), closesAt: at(closes) }
  }),
})

const closed = (closes: string, opens: string, exempt: readonly string[] = []): Closure => ({
  closesAt: at(closes),
  opensAt: at(opens),
  reason: 'ponte',
  exempt: new Set(exempt.map(serviceSlug)),
})

/** Anna on duty, three totems with their pages open, at 09:05. */
function morning(setup: Setup): Day {
  const day = new Day('08:00', setup).onDuty(anna, '09:00')
  for (const id of [padova, villanova, damaso]) day.openTotem(id)
  return day.to('09:05')
}

function stepsAt(day: Day): NextSteps {
  const callable = day.totem(padova).callable[urp]
  if (callable?.kind !== 'no') throw new Error('it can be called')
  return callable.nextSteps
}

describe('when it opens next', () => {
  it('[SW-94] is when totem and service are both open, not when either is', () => {
    const day = morning({
      totemOpenings: { padova: open('15:00-18:00', '39:00-42:00') },
      serviceOpening: open('08:30-13:00', '32:30-41:00'),
    })
    expect(day.place(padova)).toBe('totem-closed')
    expect(stepsAt(day)).toMatchObject({
      phone: '059 20312',
      opensAt: at('39:00'),
      totemOpensAt: at('15:00'),
      serviceOpensAt: null,
    })
  })

  it('[SW-94] is not invented where hours never meet, or none are known', () => {
    const never = morning({ totemOpening: open('15:00-18:00'), serviceOpening: open('08:30-13:00') })
    expect(stepsAt(never).opensAt).toBeNull()
    const unknown = new Day('08:00', { totemOpening: { kind: 'unknown' } }).to('09:05')
    expect(unknown.place(padova)).toBe('nobody-on-duty')
    expect(stepsAt(unknown)).toMatchObject({ opensAt: null, totemOpensAt: null, phone: '059 20312' })
  })

  const hour = fc.integer({ min: 0, max: 47 })
  const openings = fc.array(fc.tuple(hour, hour), { maxLength: 4 }).map((pairs): Opening => {
    const edges = [...new Set(pairs.flat())].sort((a, b) => a - b)
    const intervals = edges.flatMap((opens, n) => {
      const closes = edges[n + 1]
      return n % 2 === 0 && closes !== undefined ? [`${opens}:00-${closes}:00`] : []
    })
    return open(...intervals)
  })
  const closures = fc
    .array(fc.tuple(hour, fc.integer({ min: 1, max: 12 })), { maxLength: 2 })
    .map((list) => list.map(([closes, length]) => closed(`${closes}:00`, `${closes + length}:00`)))

  test.prop([openings, openings, closures], { numRuns: 500 })(
    '[SW-94] is the first hour in which nothing is closed, by looking at every hour',
    (totemOpening, serviceOpening, list) => {
      const day = new Day('00:00', { totemOpening, serviceOpening, closures: list })
      const demand = { service: urp, needs: NO_NEEDS }
      const refusalAt = (now: EpochMs) => admissionRefusal(day.board, padova, demand, now)
      const isClosedAt = (now: EpochMs) => refusalAt(now)?.endsWith('-closed') ?? false
      const hours = Array.from({ length: 60 }, (_, n) => at(`${n}:00`))
      const expected = isClosedAt(day.now) ? (hours.find((each) => !isClosedAt(each)) ?? null) : null
      const steps = nextSteps(day.board, padova, demand, 'totem-closed', day.now)
      expect(steps.opensAt).toBe(expected)
    },
  )
})

describe('another totem', () => {
  const onlyHereClosed: Setup = {
    totemOpenings: { padova: open('15:00-18:00'), damaso: open('08:00-13:00') },
  }

  it('[SW-94] is one where the same call would be taken now', () => {
    expect(stepsAt(morning(onlyHereClosed)).totem).toEqual({
      name: 'Totem damaso',
      address: 'via damaso',
      closesAt: at('13:00'),
    })
  })

  it('[SW-94] is the nearest of those that are listed', () => {
    const setup = { ...onlyHereClosed, nearby: { padova: [villanova, damaso] } }
    expect(stepsAt(morning(setup)).totem).toMatchObject({ name: 'Totem villanova', closesAt: null })
  })

  it('[SW-94] is no closed one, none that is out of service, none in use and none without a page', () => {
    const day = morning({ ...onlyHereClosed, outOfService: [villanova] })
    day.place(damaso)
    expect(stepsAt(day).totem).toBeNull()
    const silent = morning(onlyHereClosed)
    silent.silence(damaso)
    silent.silence(villanova)
    silent.to('09:06')
    expect(stepsAt(silent).totem).toBeNull()
  })

  it('[SW-94] is none where the reason holds at every totem', () => {
    const day = morning({ serviceOpening: open('15:00-18:00') })
    expect(day.place(padova)).toBe('service-closed')
    expect(stepsAt(day).totem).toBeNull()
  })

  it('[SW-94] is shown where it is only here too late', () => {
    const day = morning({ totemOpenings: { padova: open('08:00-09:06') } })
    const handleTimesMs = Array.from({ length: 20 }, () => 300_000)
    day.board = { ...day.board, experience: { handleTimesMs, abandons: 0, waitedMs: 0 } }
    day.inCall(anna, damaso)
    expect(day.place(padova)).toBe('closing-soon')
    expect(stepsAt(day).totem).toMatchObject({ name: 'Totem villanova' })
  })

  it('[SW-94] is never the one that the visitor stands at', () => {
    const day = morning({ ...onlyHereClosed, totemOpenings: {} })
    const why = 'totem-closed'
    const { totem } = nextSteps(day.board, damaso, { service: urp, needs: NO_NEEDS }, why, day.now)
    expect(totem).toMatchObject({ name: 'Totem padova' })
  })

  it('[SW-94] is shown at a totem that is out of service', () => {
    const day = morning({ outOfService: [padova] })
    expect(day.place(padova)).toBe('totem-out-of-service')
    expect(stepsAt(day).totem).toMatchObject({ name: 'Totem damaso' })
  })
})

describe('leaving a number', () => {
  it('[SW-94] is among the steps while one would be taken', () => {
    const closed = { totemOpening: open('15:00-18:00') }
    expect(stepsAt(morning(closed)).callback).toBe(true)
    expect(stepsAt(morning({ ...closed, rules: { callbacksPerTotem: 0 } })).callback).toBe(false)
  })
})

it('[SW-94] [SW-122] leaving a number instead of a call is none where a call goes on', () => {
  const day = morning({})
  day.place(padova)
  const demand = { service: urp, needs: NO_NEEDS }
  expect(nextSteps(day.board, padova, demand, 'call-exists', day.now).callback).toBe(false)
  day.callMeBack(padova)
  expect(nextSteps(day.board, padova, demand, 'call-exists', day.now).callback).toBe(true)
})

describe('a closure of the whole body', () => {
  it('[SW-93] refuses everywhere, also what never closes, and ends by itself', () => {
    const day = morning({ closures: [closed('09:00', '24:00')] })
    expect(day.place(padova)).toBe('body-closed')
    expect(stepsAt(day)).toMatchObject({ opensAt: at('24:00'), totem: null })
    day.to('24:00')
    expect(day.place(padova)).toBeNull()
  })

  it('[SW-93] is named before the closed totem', () => {
    const day = morning({ closures: [closed('09:00', '24:00')], totemOpening: open('34:00-36:00') })
    expect(day.place(padova)).toBe('body-closed')
    expect(stepsAt(day).opensAt).toBe(at('34:00'))
  })

  it('[SW-93] leaves the services of offices that stay open', () => {
    const day = morning({ closures: [closed('09:00', '24:00', ['urp'])] })
    expect(day.place(padova)).toBeNull()
  })

  it('[SW-93] is told to the totem ahead of time, as an end of the hours', () => {
    const day = morning({ closures: [closed('12:00', '24:00')] })
    expect(day.totem(padova).callable[urp]).toMatchObject({ kind: 'yes', closesAt: at('12:00') })
  })
})

describe('a body without hours', () => {
  it('[SW-92] that nobody has entered is callable while someone is on duty', () => {
    const unknown: Opening = { kind: 'unknown' }
    const day = morning({ totemOpening: unknown, serviceOpening: unknown })
    expect(day.place(padova)).toBeNull()
  })

  it('[SW-92] refuses with a code and changes nothing while nobody is', () => {
    const unknown: Opening = { kind: 'unknown' }
    const day = new Day('08:00', { totemOpening: unknown, serviceOpening: unknown }).openTotem(padova)
    day.to('09:00')
    const before = day.board
    expect(day.place(padova)).toBe('nobody-on-duty')
    expect(day.board).toEqual(before)
    expect(day.facts.at(-1)).toMatchObject({ type: 'callRefused', refusal: 'nobody-on-duty' })
  })

  it('[SW-92] that were entered and are none is closed, and no opening is promised', () => {
    const day = morning({ totemOpening: open(), serviceOpening: open() })
    const before = day.board
    expect(day.place(padova)).toBe('totem-closed')
    expect(day.board).toEqual(before)
    expect(stepsAt(day)).toMatchObject({ opensAt: null, totem: null, phone: '059 20312' })
  })
})

it('[SW-94] a service that nobody knows is refused with a phone number', () => {
  const day = morning({})
  const before = day.board
  expect(day.place(padova, serviceSlug('fantasma'))).toBe('service-unknown')
  expect(day.board).toEqual(before)
  const demand = { service: serviceSlug('fantasma'), needs: NO_NEEDS }
  expect(nextSteps(day.board, padova, demand, 'service-unknown', epochMs(day.now))).toMatchObject({
    phone: '059 20312',
    totem: null,
    callback: false,
  })
})
