import type { Refusal } from '../events.ts'
import { type Forecast, forecastsOf } from '../forecast.ts'
import { type CallId, type EpochMs, epochMs, type OfferId, type OperatorId, type TotemId } from '../ids.ts'
import type { Rules } from '../settings.ts'
import type { ShownWait } from '../shown-wait.ts'
import { createAgenda } from './agenda.ts'
import { createDraws } from './draws.ts'
import { createVirtualBoard } from './virtual-board.ts'

/** A counter that might be. */
export interface Plan {
  seed: number
  /** How long calls come in; whoever waits then is still served. */
  hours: number
  /** Calls per hour; several: by hour of the day, and again from the first. */
  callsPerHour: readonly number[]
  /** Operators on duty, from when. The first from 0. */
  staff: readonly { fromMs: number; operators: number }[]
  /** From the ring to being free again, wrap-up included. `cv` 1: exponential; else lognormal. */
  handle: { meanMs: number; cv: number }
  /** How long visitors wait on average before they give up; exponential. */
  patienceMs: number
  /** From the ring to the answer; part of the handle time. */
  answerMs: number
  rules: Partial<Rules>
}

/** One visitor's call, as it went. Instants from the beginning of the simulation. */
export interface Visit {
  arrivedMs: number
  /** How long the operator is, or would have been, occupied, and how long the visitor would wait. */
  handleMs: number
  patienceMs: number
  /** First rung, and answered; null: neither. */
  rungMs: number | null
  answeredMs: number | null
  abandonedMs: number | null
  refusal: Refusal | null
  /**
   * From arrival to the first ring; for whoever gave up, to the ring they would have got by staying. Null:
   * refused, or not known at the end.
   */
  waitMs: number | null
  /** What the core foresaw at arrival, and what it showed. */
  forecast: Forecast
  shown: ShownWait | null
}

export interface Simulation {
  visits: readonly Visit[]
  /** Of all operators together, while calls came in. */
  onDutyMs: number
  busyMs: number
}

type Happening =
  | { kind: 'arrives' }
  | { kind: 'givesUp'; call: CallId; totem: TotemId }
  | { kind: 'answers'; call: CallId; offer: OfferId; operator: OperatorId }
  | { kind: 'finishes'; call: CallId; offer: OfferId; operator: OperatorId }
  | { kind: 'staffed'; operators: number }

const HOUR_MS = 3_600_000

/**
 * Drives the real core through the plan: every event is one that a page would send, and time jumps to the
 * next of them or to the board's own next deadline. Pure: the same plan gives the same visits. Each visitor's
 * own draws come from the seed in order of arrival, so that plans that differ in staff see the same visitors.
 */
export function simulate(plan: Plan): Simulation {
  const board = createVirtualBoard({ readyGuardMs: 0, ...plan.rules })
  const arrivals = createDraws(plan.seed)
  const handles = createDraws(plan.seed + 1)
  const patiences = createDraws(plan.seed + 2)
  const agenda = createAgenda<Happening>()
  const endsMs = plan.hours * HOUR_MS
  const visits: Visit[] = []
  const live = new Map<CallId, Visit>()
  /** Gave up, and still would not have been rung. */
  const ghosts = new Set<Visit>()
  let onDutyMs = 0
  let busyMs = 0

  function expectArrival(): void {
    const at = nextArrival(board.now(), plan.callsPerHour, (mean) => arrivals.exponential(mean))
    if (at < endsMs) agenda.add(at, { kind: 'arrives' })
  }

  function arrive(): void {
    const { meanMs, cv } = plan.handle
    const handleMs = Math.round(cv === 1 ? handles.exponential(meanMs) : handles.lognormal(meanMs, cv))
    const patienceMs = Math.round(patiences.exponential(plan.patienceMs))
    const { call, totem, refusal, facts } = board.place()
    const arrivedMs = board.now()
    const visit: Visit = {
      arrivedMs,
      handleMs,
      patienceMs,
      rungMs: null,
      answeredMs: null,
      abandonedMs: null,
      refusal,
      waitMs: null,
      forecast: forecastsOf(board.board(), board.now()).of(call),
      shown: board.board().calls.get(call)?.shown ?? null,
    }
    visits.push(visit)
    if (refusal === null) {
      live.set(call, visit)
      agenda.add(arrivedMs + patienceMs, { kind: 'givesUp', call, totem })
    }
    note(facts)
    expectArrival()
  }

  function giveUp(call: CallId, totem: TotemId): void {
    const visit = live.get(call)
    if (!visit || visit.answeredMs !== null) return
    note(board.leave(totem, call))
    if (visit.waitMs === null) ghosts.add(visit)
  }

  /** What the core has decided, and what people then do. */
  function note(facts: ReturnType<typeof board.tick>): void {
    for (const fact of facts) {
      if (!('callId' in fact)) continue
      const visit = live.get(fact.callId)
      if (!visit) continue
      const now = board.now()
      if (fact.type === 'offerMade') {
        visit.rungMs ??= now
        visit.waitMs ??= now - visit.arrivedMs
        settleGhosts(visit.arrivedMs)
        const answer: Happening = {
          kind: 'answers',
          call: fact.callId,
          offer: fact.offerId,
          operator: fact.operatorId,
        }
        if (plan.answerMs > 0) agenda.add(now + plan.answerMs, answer)
        else happen(answer)
      }
      if (fact.type === 'offerAccepted') {
        visit.answeredMs = now
        const { callId: call, offerId: offer, operatorId: operator } = fact
        const until = Math.max(now, (visit.rungMs ?? now) + visit.handleMs)
        agenda.add(until, { kind: 'finishes', call, offer, operator })
      }
      if (fact.type === 'callOver') {
        live.delete(fact.callId)
        if (visit.answeredMs === null) visit.abandonedMs = now
      }
    }
  }

  /** Whoever had come before the call that rings now would have been rung by now. */
  function settleGhosts(arrivedMs: number): void {
    for (const ghost of ghosts) {
      if (ghost.arrivedMs > arrivedMs) continue
      ghost.waitMs = board.now() - ghost.arrivedMs
      ghosts.delete(ghost)
    }
  }

  function happen(what: Happening): void {
    switch (what.kind) {
      case 'arrives':
        arrive()
        break
      case 'givesUp':
        giveUp(what.call, what.totem)
        break
      case 'answers':
        note(board.answer(what.operator, what.offer))
        break
      case 'finishes':
        note(board.finish(what.operator, what.offer, what.call))
        break
      case 'staffed':
        note(board.staff(what.operators))
        break
    }
  }

  function passUntil(at: EpochMs): void {
    const counted = Math.max(0, Math.min(at, endsMs) - board.now())
    let isAnybodyFree = false
    for (const { work, intent } of board.board().operators.values()) {
      const isBusy = work.kind === 'engaged' || work.kind === 'wrap_up'
      if (isBusy) busyMs += counted
      if (isBusy || intent === 'available') onDutyMs += counted
      isAnybodyFree ||= !isBusy && intent === 'available'
    }
    if (isAnybodyFree) settleGhosts(Number.POSITIVE_INFINITY)
    board.to(at)
  }

  for (const { fromMs, operators } of plan.staff) agenda.add(fromMs, { kind: 'staffed', operators })
  expectArrival()
  for (;;) {
    const at = agenda.nextAt()
    const due = board.dueAt()
    if (due !== null && (at === null || due <= at)) {
      if (at === null && live.size === 0) break
      passUntil(due)
      note(board.tick())
      continue
    }
    const next = agenda.take()
    if (at === null || !next) break
    passUntil(epochMs(at))
    happen(next)
  }
  return { visits, onDutyMs, busyMs }
}

/** When the next call comes: at every moment with that hour's rate. Exponential times have no memory, so each new hour may draw anew. */
function nextArrival(from: EpochMs, callsPerHour: readonly number[], draw: (mean: number) => number): number {
  if (!callsPerHour.some((rate) => rate > 0)) return Number.POSITIVE_INFINITY
  let at: number = from
  for (;;) {
    const hour = Math.floor(at / HOUR_MS)
    const rate = callsPerHour[hour % callsPerHour.length] ?? 0
    const endOfHour = callsPerHour.length === 1 ? Number.POSITIVE_INFINITY : (hour + 1) * HOUR_MS
    const next = rate > 0 ? at + draw(HOUR_MS / rate) : Number.POSITIVE_INFINITY
    if (next < endOfHour) return Math.round(next)
    at = endOfHour
  }
}
