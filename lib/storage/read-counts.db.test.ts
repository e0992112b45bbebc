import { randomUUID } from 'node:crypto'
import { fc, test } from '@fast-check/vitest'
import { afterAll, describe, expect, it } from 'vitest'
import { env } from '../config/env.ts'
import type { BoardEvent, Fact } from '../switchboard/events.ts'
import {
  type BodyId,
  bodyId,
  type EpochMs,
  epochMs,
  type OperatorId,
  type ServiceSlug,
} from '../switchboard/ids.ts'
import type { Counts } from '../switchboard/measures.ts'
import { DEFAULT_RULES } from '../switchboard/settings.ts'
import { createTrial } from '../switchboard/shell/trial.ts'
import {
  anna,
  at,
  bruno,
  chiara,
  Day,
  damaso,
  padova,
  tributi,
  urp,
  villanova,
} from '../switchboard/situation.ts'
import type { DeskWork } from '../switchboard/views.ts'
import { createPool } from './pool.ts'
import { readCounts } from './read-counts.ts'
import { readTotals } from './totals.ts'

const pool = createPool(env().databaseUrl, 20)
afterAll(() => pool.end())

interface Logged {
  at: EpochMs
  fact: Fact
}

/** A day of the real core that keeps when everything happened. No two commands happen at once. */
class LoggedDay extends Day {
  readonly log: Logged[] = []
  override apply(event: BoardEvent) {
    this.now = epochMs(this.now + 1)
    const known = this.facts.length
    const refusal = super.apply(event)
    for (const fact of this.facts.slice(known)) this.log.push({ at: this.now, fact })
    return refusal
  }

  pass(ms: number): void {
    const until = this.now + ms
    while (this.now < until) {
      this.now = epochMs(Math.min(until, this.now + 4_000))
      this.beat()
      this.apply({ type: 'clockTicked' })
    }
  }
}

const operators = [anna, bruno, chiara]
const totems = [padova, villanova, damaso]
const pick = <Item>(items: readonly Item[], n: number): Item => {
  const item = items[n % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** Beginning with the n-th, the first operator whose work this is. */
const whoIs = (day: LoggedDay, work: DeskWork['kind'], n: number): OperatorId | undefined =>
  [...operators.slice(n), ...operators.slice(0, n)].find((id) => day.work(id) === work)

const withWhoIs =
  (work: DeskWork['kind'], act: (day: LoggedDay, id: OperatorId, n: number) => unknown) =>
  (day: LoggedDay, n: number) => {
    const id = whoIs(day, work, n)
    return id && act(day, id, n)
  }

const meet = withWhoIs('connecting', (day, id) => totems.map((totem) => day.meet(id, totem)))
const answer = withWhoIs('ringing', (day, id) => day.answer(id))
const hangUp = withWhoIs('in_call', (day, id) => day.hangUpAtDesk(id))
const comeBack = withWhoIs('not_responding', (day, id) => day.comeBack(id))
const place = (day: LoggedDay, n: number) => day.place(pick(totems, n))

function goOnDuty(day: LoggedDay, n: number): void {
  const id = pick(operators, n)
  day.openDesk(id, { reload: true })
  day.checkDevices(id)
  day.intend(id, 'available')
}

/** The more often a day should have it, the more often it stands here. */
const actions: ((day: LoggedDay, n: number) => unknown)[] = [
  ...[place, place, place, answer, answer, answer, meet, meet, meet, hangUp, hangUp, comeBack],
  (day, n) => day.place(pick(totems, n), tributi),
  (day, n) => day.place(pick(totems, n), urp, { isRoomOpen: false }),
  (day, n) => day.leave(pick(totems, n)),
  (day, n) => day.openTotem(pick(totems, n)),
  (day, n) => day.silence(pick(totems, n)),
  withWhoIs('ringing', (day, id) => day.decline(id)),
  withWhoIs('ringing', (day, id) => day.silence(id)),
  (day, n) => day.silence(pick(operators, n)),
  (day, n) => day.intend(pick(operators, n), 'on_break'),
  goOnDuty,
  goOnDuty,
]

/** What happens, to whom, and how long after the last. */
const steps = fc.array(
  fc.tuple(fc.nat({ max: actions.length - 1 }), fc.nat({ max: 2 }), fc.nat({ max: 9_000 })),
  { minLength: 40, maxLength: 200, size: 'max' },
)

function dayOf(list: readonly (readonly [number, number, number])[]): LoggedDay {
  const day = new LoggedDay('08:00', { skills: { anna: ['tributi'], chiara: ['tributi'] } })
  for (const id of operators) day.onDuty(id, '08:30')
  for (const [kind, n, ms] of list) {
    day.pass(ms)
    pick(actions, kind)(day, n)
  }
  return day
}

/** Stores a log as that of a body of its own. */
async function store(log: readonly Logged[]): Promise<BodyId> {
  const id = bodyId(randomUUID())
  const start = id.slice(0, 24)
  const named = (text: string) => text.replace(/call-(\d+)/g, (_, n: string) => start + n.padStart(12, '0'))
  await pool.query(`insert into switchboard.bodies (id, revision, changed_at) values ($1, 1, now())`, [id])
  for (const operator of operators) {
    await pool.query(
      `insert into switchboard.operators (body_id, id, intent, epoch, presence, lease_ends_at, work, ready_at,
         idle_since) values ($1, $2, 'available', 1, 'here', now(), 'idle', now(), now())`,
      [id, operator],
    )
  }
  const rows = log.map(({ at, fact }) => ({
    at,
    type: fact.type,
    call_id: 'callId' in fact ? fact.callId : null,
    operator_id: 'operatorId' in fact ? fact.operatorId : null,
    fact,
  }))
  await pool.query(
    `insert into switchboard.call_events (body_id, at, type, call_id, operator_id, fact)
     select $1, switchboard.instant(at), type, call_id, operator_id, fact
     from rows from (jsonb_to_recordset($2::jsonb) as (at bigint, type text, call_id uuid, operator_id text, fact jsonb))
       with ordinality as r(at, type, call_id, operator_id, fact, position) order by position`,
    [id, named(JSON.stringify(rows))],
  )
  return id
}

/** The same counts, worked out naively: every call, ring and operator by itself, without SQL. */
function counted(log: readonly Logged[], from: EpochMs, to: EpochMs, service: ServiceSlug | null): Counts {
  const within = (at: EpochMs) => at >= from && at < to
  const counts = {
    offered: 0,
    answered: 0,
    answeredInTime: 0,
    answeredWaitMs: 0,
    abandoned: 0,
    shortAbandoned: 0,
    abandonedWaitMs: 0,
    longestWaitMs: null as number | null,
    overOtherwise: {} as Record<string, number>,
    refused: {} as Record<string, number>,
    ringsAccepted: 0,
    ringsDeclined: 0,
    ringsExpired: 0,
    ringsLost: 0,
    ringsLeft: 0,
    handled: 0,
    handleMs: 0,
    busyMs: 0,
    idleMs: 0,
  }
  const add = (into: Record<string, number>, key: string) => {
    into[key] = (into[key] ?? 0) + 1
  }
  const waited = (ms: number) => {
    counts.longestWaitMs = Math.max(counts.longestWaitMs ?? 0, ms)
  }
  const serviceOf = new Map<string, ServiceSlug>()
  const enqueuedAt = new Map<string, EpochMs>()
  const isAsked = (call: string) => service === null || serviceOf.get(call) === service
  for (const { at, fact } of log) {
    if (fact.type === 'callRefused' && within(at) && (service === null || fact.service === service)) {
      add(counts.refused, fact.refusal)
    }
    if (fact.type !== 'callEnqueued') continue
    serviceOf.set(fact.callId, fact.service)
    enqueuedAt.set(fact.callId, at)
    if (within(at) && isAsked(fact.callId)) counts.offered += 1
  }
  for (const [call, since] of enqueuedAt) {
    if (!isAsked(call)) continue
    const connected = log.find(({ fact }) => fact.type === 'callConnected' && fact.callId === call)
    if (connected) {
      const ms = connected.at - since
      if (!within(connected.at)) continue
      counts.answered += 1
      counts.answeredWaitMs += ms
      if (ms <= 30_000) counts.answeredInTime += 1
      waited(ms)
      continue
    }
    for (const { at, fact } of log) {
      if (fact.type !== 'callOver' || fact.callId !== call || !within(at)) continue
      waited(at - since)
      if (fact.outcome.kind === 'abandoned') {
        counts.abandoned += 1
        counts.abandonedWaitMs += at - since
        if (at - since < 10_000) counts.shortAbandoned += 1
      } else add(counts.overOtherwise, fact.outcome.kind)
    }
  }
  for (const { fact: ring } of log) {
    if (ring.type !== 'offerMade' || !isAsked(ring.callId)) continue
    const end = log.find(
      ({ fact }) =>
        (fact.type === 'offerAccepted' || fact.type === 'offerOver') && fact.offerId === ring.offerId,
    )
    if (!end || !within(end.at)) continue
    if (end.fact.type === 'offerAccepted') counts.ringsAccepted += 1
    else if (end.fact.type === 'offerOver' && end.fact.outcome === 'declined') counts.ringsDeclined += 1
    else if (end.fact.type === 'offerOver' && end.fact.outcome === 'expired') counts.ringsExpired += 1
    else if (
      log.some((l) => l.at === end.at && l.fact.type === 'callWaitsAgain' && l.fact.callId === ring.callId)
    )
      counts.ringsLost += 1
    else counts.ringsLeft += 1
  }
  for (const operator of operators) {
    const changes = log.flatMap(({ at, fact }) =>
      fact.type === 'occupationChanged' && fact.operatorId === operator ? [{ at, is: fact.occupation }] : [],
    )
    for (const [index, { at: began, is }] of changes.entries()) {
      const ended = changes[index + 1]?.at ?? to
      const clipped = Math.max(0, Math.min(ended, to) - Math.max(began, from))
      if (is === 'busy') counts.busyMs += clipped
      if (is === 'idle') counts.idleMs += clipped
      const next = changes[index + 1]
      if (is !== 'busy' || !next || !within(next.at)) continue
      const talk = log.find(
        ({ at, fact }) =>
          fact.type === 'callConnected' && fact.operatorId === operator && at >= began && at <= next.at,
      )
      if (talk?.fact.type !== 'callConnected' || !isAsked(talk.fact.callId)) continue
      counts.handled += 1
      counts.handleMs += next.at - began
    }
  }
  return service === null ? counts : { ...counts, busyMs: null, idleMs: null }
}

const read = (id: BodyId, from: EpochMs, to: EpochMs, service: ServiceSlug | null = null) =>
  readCounts(pool, { bodyId: id, from, to, service, rules: DEFAULT_RULES })

const everything = [at('00:00'), at('23:59')] as const

describe('what is counted of random days', { timeout: 120_000 }, () => {
  const cuts = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }))

  const seen = new Map<keyof Counts, number>()

  test.prop([steps, cuts], { numRuns: 60 })(
    '[SW-182] is what a naive recount of the log finds, in any period and for any service',
    async (list, seconds) => {
      const { log } = dayOf(list)
      const id = await store(log)
      const [from, to] = seconds.toSorted((a, b) => a - b).map((s) => epochMs(at('08:30') + s * 1000))
      if (from === undefined || to === undefined) throw new Error('two cuts')
      for (const service of [null, urp, tributi]) {
        const counts = counted(log, ...everything, service)
        for (const name of SUMS) seen.set(name, (seen.get(name) ?? 0) + (counts[name] ?? 0))
        expect(await read(id, ...everything, service)).toEqual(counts)
        expect(await read(id, from, to, service)).toEqual(counted(log, from, to, service))
      }
    },
  )

  it('[SW-182] and the days were not dull', () => {
    for (const name of SUMS) expect([name, seen.get(name)]).not.toEqual([name, 0])
  })

  test.prop([steps, fc.integer({ min: 0, max: 900 })], { numRuns: 15 })(
    '[SW-182] adds up over adjacent periods, and a past period never changes',
    async (list, second) => {
      const day = dayOf(list)
      const middle = epochMs(at('08:30') + second * 1000)
      const early = await store(day.log.filter((logged) => logged.at < middle))
      const whole = await store(day.log)
      const morning = await read(whole, at('00:00'), middle)
      expect(await read(early, at('00:00'), middle)).toEqual(morning)
      const rest = await read(whole, middle, at('23:59'))
      const all = await read(whole, ...everything)
      for (const name of SUMS) expect((morning[name] ?? 0) + (rest[name] ?? 0)).toBe(all[name])
    },
  )

  test.prop([steps, fc.infiniteStream(fc.nat())], { numRuns: 20 })(
    '[SW-182] counts nothing twice that was logged twice, late or out of order',
    async (list, numbers) => {
      const { log } = dayOf(list)
      const instants = [...new Set(log.map((logged) => logged.at))]
      const shuffled = [...instants, ...instants.filter(() => next(numbers) % 2 === 0)]
        .map((instant) => ({ instant, rank: next(numbers) }))
        .sort((a, b) => a.rank - b.rank)
      const untidy = shuffled.flatMap(({ instant }) => log.filter((logged) => logged.at === instant))
      const [tidy, other] = [await store(log), await store(untidy)]
      for (const service of [null, tributi]) {
        expect(await read(other, ...everything, service)).toEqual(await read(tidy, ...everything, service))
      }
    },
  )
})

const SUMS = [
  'offered',
  'answered',
  'answeredInTime',
  'answeredWaitMs',
  'abandoned',
  'shortAbandoned',
  'abandonedWaitMs',
  'ringsAccepted',
  'ringsDeclined',
  'ringsExpired',
  'ringsLost',
  'ringsLeft',
  'handled',
  'handleMs',
  'busyMs',
  'idleMs',
] as const satisfies (keyof Counts)[]

function next(numbers: Iterator<number>): number {
  const { value } = numbers.next()
  return Number(value)
}

it('[SW-182] accepted and connected are two instants: the wait ends with the second', async () => {
  const day = new LoggedDay().onDuty(anna, '09:00')
  day.to('09:01')
  day.place(padova)
  day.to('09:01:10')
  day.answer(anna)
  day.to('09:01:14')
  day.meet(anna, padova)
  const counts = await read(await store(day.log), ...everything)
  expect(counts).toMatchObject({ offered: 1, answered: 1, answeredInTime: 1, ringsAccepted: 1 })
  expect(Math.round(counts.answeredWaitMs / 1000)).toBe(14)
})

it('[SW-182] who leaves at once is counted apart, and the operator is not blamed', async () => {
  const day = new LoggedDay().onDuty(anna, '09:00')
  day.to('09:01')
  day.place(padova)
  day.to('09:01:09')
  day.leave(padova)
  day.place(padova)
  day.to('09:01:20')
  day.leave(padova)
  const counts = await read(await store(day.log), ...everything)
  expect(counts).toMatchObject({ offered: 2, answered: 0, abandoned: 2, shortAbandoned: 1, ringsLeft: 2 })
  expect(counts).toMatchObject({ ringsDeclined: 0, ringsExpired: 0, ringsLost: 0 })
})

describe('totals since the beginning', () => {
  const recount = async () =>
    (
      await pool.query(
        `select what, coalesce(label, '') as label, count(*)::int as count, coalesce(sum(ms), 0)::int as ms
         from switchboard.counted group by 1, 2 order by 1, 2`,
      )
    ).rows

  const totals = async () => {
    const sums = new Map<string, { what: string; label: string; count: number; ms: number }>()
    for (const { what, label, count, ms } of await readTotals(pool)) {
      const sum = sums.get(`${what} ${label}`) ?? { what, label, count: 0, ms: 0 }
      sums.set(`${what} ${label}`, { ...sum, count: sum.count + count, ms: sum.ms + ms })
    }
    return [...sums.values()]
  }

  it('[SW-183] are a recount of the log, whoever adds up and however often', async () => {
    const trials = await Promise.all([createTrial({ pool, totems: 6 }), createTrial({ pool, totems: 6 })])
    const instances = [1, 2, 3].map(() => createPool(env().databaseUrl, 3))
    let isOver = false
    const seen: number[][] = instances.map(() => [])
    const scraping = instances.map(async (instance, index) => {
      while (!isOver) {
        const rows = await readTotals(instance)
        seen[index]?.push(rows.reduce((sum, { count }) => sum + count, 0))
      }
    })
    await Promise.all(
      trials.map(async (t) => {
        for (const operator of t.operators) await t.onDuty(operator)
        for (let round = 0; round < 5; round++) {
          for (const totem of t.totems) {
            const call = await t.call(totem)
            await t.leave(totem, call)
          }
        }
      }),
    )
    isOver = true
    await Promise.all(scraping)
    expect(await totals()).toEqual(await recount())
    for (const counts of seen) expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    await Promise.all(instances.map((instance) => instance.end()))
  })

  it('[SW-183] tell durations apart by bounds, and never look at an event again', async () => {
    const before = await totals()
    const day = new LoggedDay().onDuty(anna, '09:00')
    day.to('09:01')
    day.place(padova)
    day.to('09:01:07')
    day.leave(padova)
    await store(day.log)
    const rows = await readTotals(pool)
    expect(rows).toContainEqual(expect.objectContaining({ what: 'over', label: 'abandoned', upToMs: 10_000 }))
    const after = await totals()
    expect(await totals()).toEqual(after)
    expect(after).not.toEqual(before)
    expect(after).toEqual(await recount())
  })
})
