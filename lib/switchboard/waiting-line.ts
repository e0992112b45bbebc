import { changesOf } from './agenda.ts'
import type { Board, Call } from './board.ts'
import { Followed, keptAlong } from './followed.ts'
import { type CallId, type EpochMs, epochMs, plus } from './ids.ts'
import { type Demand, demandKey, wishesOf } from './needs.ts'
import { nextStepAt } from './overflow-step.ts'
import { byPlace, holdsPlace, isQueued } from './queue.ts'
import type { Settings } from './settings.ts'
import { isToldTheMost } from './shown-wait.ts'
import { SortedList } from './sorted-list.ts'
import { type Appointment, Timetable } from './timetable.ts'

type Seen = Pick<Board, 'settings' | 'calls'>
export type Waiting = Call & { state: 'waiting' }

/**
 * Waiting calls each of which may be taken by exactly those who may take the others: whoever cannot take the
 * first of them cannot take any. In order.
 */
type Peers = SortedList<Waiting>

/** What calls that hold a place wait for, and who waits for it. */
export class Demanded {
  readonly key: string
  readonly demand: Demand
  readonly #order: Order
  readonly #untold: SortedList<Waiting>
  #calls = 0

  constructor(demand: Demand, order: Order) {
    this.key = demandKey(demand)
    this.demand = demand
    this.#order = order
    this.#untold = new SortedList<Waiting>(order)
  }

  /** How many. */
  get calls(): number {
    return this.#calls
  }

  /** Visitors behind this call, or all, who have not been told yet that they wait for longer than anybody can say. */
  untoldAfter(last: Call | null): readonly Waiting[] {
    return last ? this.#untold.after((call) => this.#order(call, last) <= 0) : this.#untold.toArray()
  }

  add(call: Waiting): void {
    this.#calls += 1
    if (isUntold(call)) this.#untold.add(call)
  }

  remove(call: Waiting): void {
    this.#calls -= 1
    if (isUntold(call)) this.#untold.remove(call)
  }
}

type Order = ReturnType<typeof byPlace>

const isWaitingVisitor = ({ state, callback }: Call): boolean => state === 'waiting' && callback === null

const isUntold = ({ callback, shown }: Call): boolean => !callback && !isToldTheMost(shown)

/** A call in the line. Null: it rings, or holds no place yet. */
export interface InLine {
  readonly call: Call
  demanded: Demanded | null
}

/** Those who wait, in order and by what they ask for. */
class WaitingLine {
  readonly #settings: Settings
  readonly #order: Order
  /** All that wait or ring, also callbacks that hold no place yet. */
  readonly #queue: SortedList<InLine>
  readonly #inLine = new Map<CallId, InLine>()
  #waitingVisitors = 0
  readonly #peers = new Map<string, Peers>()
  readonly #peersOf = new Map<CallId, string>()
  readonly #demands = new Map<string, Demanded>()
  /** When a call comes to ask for something else by itself, as seen from `#now`. */
  readonly #changes = new Timetable<Waiting>()
  readonly #steps = new Timetable<Waiting>()
  #now = epochMs(0)

  readonly #calls = new Followed<CallId, Call>((id, was, is) => {
    if (was && isQueued(was)) this.#leave(was)
    if (is && isQueued(is)) this.#join(is)
    const waiting = is?.state === 'waiting' ? is : null
    const stepAt = waiting && nextStepAt(this.#settings, waiting)
    this.#steps.put(id, waiting && stepAt !== null ? [{ at: stepAt, what: waiting }] : [])
  })

  constructor(settings: Settings) {
    this.#settings = settings
    this.#order = byPlace(settings.rules)
    this.#queue = new SortedList((a, b) => this.#order(a.call, b.call))
  }

  follow({ calls }: Seen): void {
    this.#calls.follow(calls)
  }

  moveTo(now: EpochMs): void {
    const back = now < this.#now
    this.#now = now
    if (back) {
      // No clock that decides runs backwards; somebody asks about the past.
      for (const { call } of this.#queue) if (call.state === 'waiting') this.#askAnew(call)
    }
    for (;;) {
      const change = this.#changes.first
      if (!change || change.at > now) return
      this.#askAnew(change.what)
    }
  }

  /** All that wait or ring, in order, also callbacks that hold no place yet. */
  get queue(): readonly InLine[] {
    return this.#queue.toArray()
  }

  /** How many stand at a totem while no desk rings for them. */
  get waitingVisitors(): number {
    return this.#waitingVisitors
  }

  /** Of all that ask for the same of the same operators the first, in order. */
  get heads(): readonly Waiting[] {
    return [...this.#peers.values()].flatMap(({ first }) => first ?? []).sort(this.#order)
  }

  /** All that ask for the same of the same operators as this one. */
  peersOf({ id }: Waiting): readonly Waiting[] {
    return this.#peers.get(this.#peersOf.get(id) ?? '')?.toArray() ?? []
  }

  /** What is waited for, always in the same order. */
  get demands(): readonly Demanded[] {
    return [...this.#demands].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, demanded]) => demanded)
  }

  /** The first whose next step of overflow is due by time. */
  get firstStep(): Appointment<Waiting> | undefined {
    return this.#steps.first
  }

  #join(call: Call): void {
    const inLine = { call, demanded: null }
    this.#inLine.set(call.id, inLine)
    this.#queue.add(inLine)
    this.#waitingVisitors += Number(isWaitingVisitor(call))
    if (call.state === 'waiting') this.#ask(call)
  }

  #leave(call: Call): void {
    if (call.state === 'waiting') this.#stopAsking(call)
    const inLine = this.#inLine.get(call.id)
    if (inLine) this.#queue.remove(inLine)
    this.#inLine.delete(call.id)
    this.#waitingVisitors -= Number(isWaitingVisitor(call))
  }

  #ask(call: Waiting): void {
    const changes = changesOf(this.#settings, call).filter((at) => at > this.#now)
    const next = changes.sort((a, b) => a - b)[0]
    this.#changes.put(call.id, next === undefined ? [] : [{ at: next, what: call }])
    if (!holdsPlace(call, this.#now)) return
    const key = peersKey(this.#settings, call, this.#now)
    const peers = this.#peers.get(key) ?? new SortedList<Waiting>(this.#order)
    peers.add(call)
    this.#peers.set(key, peers)
    this.#peersOf.set(call.id, key)
    const demanded = this.#demands.get(demandKey(call)) ?? new Demanded(call, this.#order)
    demanded.add(call)
    this.#demands.set(demanded.key, demanded)
    const inLine = this.#inLine.get(call.id)
    if (inLine) inLine.demanded = demanded
  }

  #stopAsking(call: Waiting): void {
    this.#changes.put(call.id, [])
    const key = this.#peersOf.get(call.id)
    if (key === undefined) return
    this.#peersOf.delete(call.id)
    const peers = this.#peers.get(key)
    peers?.remove(call)
    if (peers?.length === 0) this.#peers.delete(key)
    const inLine = this.#inLine.get(call.id)
    const demanded = inLine?.demanded
    if (!demanded) return
    inLine.demanded = null
    demanded.remove(call)
    if (demanded.calls === 0) this.#demands.delete(demanded.key)
  }

  #askAnew(call: Waiting): void {
    this.#stopAsking(call)
    this.#ask(call)
  }
}

const lineOfBoard = keptAlong(
  ({ calls }: Seen) => calls,
  (settings) => new WaitingLine(settings),
)

/** The line of this board as it is at this instant. */
export function lineOf(board: Seen, now: EpochMs): WaitingLine {
  const line = lineOfBoard(board)
  line.moveTo(now)
  return line
}

/** Whom a call is kept apart from, or wants, is its own affair. */
function peersKey(settings: Settings, call: Waiting, now: EpochMs): string {
  const isPreferring = call.preferred !== null && call.preferred.until > now
  if (isPreferring || call.exclusions.some(({ until }) => until > now)) return call.id
  return `${demandKey(call)} ${inForce(settings, call, now)} ${call.wait.overflow.steps}`
}

const inForce = (settings: Settings, call: Waiting, now: EpochMs): string =>
  wishesOf(settings, call)
    .flatMap(({ afterMs }, index) => (plus(call.waitingSince, afterMs) > now ? [index] : []))
    .join()
