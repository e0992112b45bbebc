import { type Board, emptyBoard, NO_CHANNELS } from '../board.ts'
import type { BoardEvent, Fact, Refusal } from '../events.ts'
import {
  bodyId,
  type CallId,
  callId,
  type EpochMs,
  epochMs,
  type OfferId,
  type OperatorId,
  operatorId,
  type PageEpoch,
  pageEpoch,
  serviceSlug,
  type TotemId,
  totemId,
} from '../ids.ts'
import { nextDueAt } from '../next-due.ts'
import { DEFAULT_RULES, type Rules } from '../settings.ts'
import { transition } from '../transition.ts'

/** The real core on a clock that jumps, and the events that pages would send it. */
export interface VirtualBoard {
  board(): Board
  now(): EpochMs
  /** Moves the clock; nothing happens by itself. */
  to(at: EpochMs): void
  /** When the board needs a tick; null: not before the next event. */
  dueAt(): EpochMs | null
  tick(): readonly Fact[]
  /** The first `count` operators are on duty, the others on their break. */
  staff(count: number): readonly Fact[]
  /** Somebody steps up to a free totem and calls. */
  place(): Placed
  leave(totem: TotemId, call: CallId): readonly Fact[]
  /** The operator answers, and both ends see and hear each other at once. */
  answer(operator: OperatorId, offer: OfferId): readonly Fact[]
  /** Hung up and written down. */
  finish(operator: OperatorId, offer: OfferId, call: CallId): readonly Fact[]
}

export interface Placed {
  call: CallId
  totem: TotemId
  refusal: Refusal | null
  facts: readonly Fact[]
}

/** Longer than any simulation. Pages on this board always beat, and beats are no events: their leases last. */
const FOREVER_MS = 1e13

const URP = serviceSlug('urp')

/** @param rules what differs from the defaults; leases and backstops that only broken pages need are off */
export function createVirtualBoard(rules: Partial<Rules>): VirtualBoard {
  let now = epochMs(0)
  let placed = 0
  const pages = new Map<TotemId, PageEpoch>()
  const desks = new Map<OperatorId, PageEpoch>()
  let board = emptyBoard({
    bodyId: bodyId('virtual'),
    bodyName: '',
    phone: '',
    listeningAllowed: false,
    rules: {
      ...DEFAULT_RULES,
      deskLeaseMs: FOREVER_MS,
      totemLeaseMs: FOREVER_MS,
      callBeatMs: FOREVER_MS,
      farewellMs: 0,
      // Whoever has gone has said so: nobody needs to be asked.
      stillHereAfterMs: 0,
      ...rules,
    },
    operators: new Map(),
    services: new Map([
      [
        URP,
        {
          slug: URP,
          title: '',
          skillNeeds: [],
          languageRelaxAfterMs: 0,
          overflow: [],
          opening: { kind: 'always' },
        },
      ],
    ]),
    totems: new Map(),
    offices: new Map(),
    closures: [],
  })
  let facts: Fact[] = []

  function happen(event: BoardEvent): Refusal | null {
    const step = transition(board, event, now)
    board = step.board
    facts.push(...step.facts)
    return step.refusal
  }
  /** What the events in `work` have brought about. */
  function during(work: () => void): readonly Fact[] {
    facts = []
    work()
    return facts
  }

  /** Whoever calls next finds a totem that nobody stands at. */
  function freeTotem(): TotemId {
    const taken = new Set<TotemId>()
    for (const call of board.calls.values()) if (call.state !== 'over') taken.add(call.totemId)
    for (const id of pages.keys()) if (!taken.has(id)) return id
    const id = totemId(`totem-${pages.size + 1}`)
    const opening = { kind: 'always' as const }
    const totem = { id, slug: id, name: id, address: '', nearby: [], opening, inService: true }
    const totems = new Map(board.settings.totems).set(id, totem)
    board = { ...board, settings: { ...board.settings, totems } }
    happen({ type: 'totemPageOpened', totemId: id })
    pages.set(id, board.totems.get(id)?.epoch ?? pageEpoch(0))
    return id
  }

  function hire(id: OperatorId): void {
    const one = {
      id,
      displayName: id,
      officeName: '',
      officeId: null,
      skills: [],
      languages: [],
      isActive: true,
    }
    const operators = new Map(board.settings.operators).set(id, one)
    board = { ...board, settings: { ...board.settings, operators } }
    happen({ type: 'deskOpened', operatorId: id, previousEpoch: null, takeOver: false })
    desks.set(id, board.operators.get(id)?.desk.epoch ?? pageEpoch(0))
    happen({ type: 'devicesChecked', ...deskOf(id), channels: NO_CHANNELS })
  }

  const deskOf = (id: OperatorId) => ({ operatorId: id, epoch: desks.get(id) ?? pageEpoch(0) })
  const pageOf = (id: TotemId) => ({ totemId: id, epoch: pages.get(id) ?? pageEpoch(0) })

  return {
    board: () => board,
    now: () => now,
    to(at) {
      now = at
    },
    dueAt: () => nextDueAt(board, now),
    tick: () => during(() => happen({ type: 'clockTicked' })),
    staff: (count) =>
      during(() => {
        for (let n = desks.size + 1; n <= count; n++) hire(operatorId(`operator-${n}`))
        let place = 0
        for (const id of desks.keys()) {
          place += 1
          happen({ type: 'intentSet', ...deskOf(id), intent: place <= count ? 'available' : 'on_break' })
        }
      }),
    place() {
      placed += 1
      const call = callId(`call-${String(placed).padStart(9, '0')}`)
      const totem = freeTotem()
      let refusal: Refusal | null = null
      const said = during(() => {
        refusal = happen({
          type: 'callPlaced',
          callId: call,
          ...pageOf(totem),
          service: URP,
          needs: { skills: [], language: null, mode: 'spoken' },
          channels: NO_CHANNELS,
          preferred: null,
        })
        if (refusal === null) happen({ type: 'roomOpened', callId: call })
      })
      return { call, totem, refusal, facts: said }
    },
    leave: (totem, call) => during(() => happen({ type: 'visitorLeft', callId: call, ...pageOf(totem) })),
    answer: (operator, offer) =>
      during(() => {
        happen({ type: 'offerAnswered', offerId: offer, ...deskOf(operator) })
        // Neither end declares a channel here, so that one word of one end is enough to have met.
        happen({ type: 'deskReceives', offerId: offer, ...deskOf(operator), channels: NO_CHANNELS })
      }),
    finish: (operator, offer, call) =>
      during(() => {
        happen({ type: 'operatorHungUp', offerId: offer, ...deskOf(operator) })
        happen({ type: 'wrapUpSaved', callId: call, ...deskOf(operator) })
      }),
  }
}
