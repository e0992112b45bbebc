import { describe, expect, it } from 'vitest'
import { boardDifference } from '../storage/board-difference.ts'
import { type Board, emptyBoard, NO_CHANNELS } from './board.ts'
import { deskView } from './desk-view.ts'
import type { BoardEvent } from './events.ts'
import {
  bodyId,
  callId,
  type EpochMs,
  epochMs,
  type OperatorId,
  operatorId,
  pageEpoch,
  serviceSlug,
  type TotemId,
  totemId,
} from './ids.ts'
import { nextDueAt } from './next-due.ts'
import { DEFAULT_RULES } from './settings.ts'
import { transition } from './transition.ts'

const LONG_MS = 3_600_000

/** A body of any size, whose calls, operators and pages tell when they are looked at. */
class LargeBody {
  board: Board
  private now: EpochMs = epochMs(0)
  private readonly seen = new Set<string>()
  private placed = 0

  constructor(operators: readonly OperatorId[], totems: readonly TotemId[]) {
    const opening = { kind: 'always' as const }
    const urp = serviceSlug('urp')
    this.board = emptyBoard({
      bodyId: bodyId('large'),
      bodyName: '',
      phone: '',
      listeningAllowed: false,
      rules: {
        ...DEFAULT_RULES,
        deskLeaseMs: LONG_MS,
        totemLeaseMs: LONG_MS,
        openRoomMs: LONG_MS,
        wrapUpMs: LONG_MS,
        stillHereAfterMs: 0,
        readyGuardMs: 0,
        queueLimit: 10_000,
      },
      operators: new Map(
        operators.map((id) => [
          id,
          { id, displayName: id, officeName: '', officeId: null, skills: [], languages: [], isActive: true },
        ]),
      ),
      services: new Map([
        [urp, { slug: urp, title: '', skillNeeds: [], languageRelaxAfterMs: 0, overflow: [], opening }],
      ]),
      totems: new Map(
        totems.map((id) => [
          id,
          { id, slug: id, name: id, address: '', nearby: [], opening, inService: true },
        ]),
      ),
      offices: new Map(),
      closures: [],
    })
    // Patient visitors: beyond the sixth of one operator's queue all are told that it takes long.
    const handleTimesMs = Array.from({ length: 20 }, () => 300_000)
    this.board = { ...this.board, experience: { handleTimesMs, abandons: 0, waitedMs: 6_000_000 } }
    for (const id of operators) this.goOnDuty(id)
    for (const id of totems) this.tell({ type: 'totemPageOpened', totemId: id })
  }

  tell(event: BoardEvent): void {
    this.now = epochMs(this.now + 10)
    const { board, refusal } = transition(this.board, event, this.now)
    expect(refusal).toBeNull()
    nextDueAt(board, this.now)
    boardDifference(this.board, board)
    this.board = board
  }

  place(totem: TotemId): void {
    this.placed += 1
    this.tell({
      type: 'callPlaced',
      callId: callId(`call-${String(this.placed).padStart(6, '0')}`),
      totemId: totem,
      epoch: pageEpoch(1),
      service: serviceSlug('urp'),
      needs: { skills: [], language: null, mode: 'spoken' },
      channels: NO_CHANNELS,
      preferred: null,
    })
  }

  /** Whatever rings is answered and hung up. @returns the end of its wrap-up, still to be told */
  take(): BoardEvent {
    const offer = [...this.board.offers.values()].findLast(({ state }) => state === 'ringing')
    if (!offer) throw new Error('nothing rings')
    const desk = { operatorId: offer.operatorId, epoch: pageEpoch(1) }
    this.tell({ type: 'offerAnswered', ...desk, offerId: offer.id })
    this.tell({ type: 'operatorHungUp', ...desk, offerId: offer.id })
    return { type: 'wrapUpSaved', ...desk, callId: offer.callId }
  }

  /** How many calls, operators, pages and offers the commands in `work` look at when they come again. */
  lookedAtDuring(work: () => void): number {
    this.board = {
      ...this.board,
      operators: this.watched(this.board.operators),
      totems: this.watched(this.board.totems),
      calls: this.watched(this.board.calls),
      offers: this.watched(this.board.offers),
    }
    // Whoever sees a board for the first time looks at everything.
    work()
    this.seen.clear()
    work()
    return this.seen.size
  }

  private watched<Id extends string, Item extends object>(
    items: ReadonlyMap<Id, Item>,
  ): ReadonlyMap<Id, Item> {
    const watch = (id: Id, item: Item): Item =>
      new Proxy(item, {
        get: (target, name, receiver): unknown => {
          this.seen.add(id)
          return Reflect.get(target, name, receiver)
        },
      })
    return new Map([...items].map(([id, item]) => [id, watch(id, item)]))
  }

  private goOnDuty(id: OperatorId): void {
    this.tell({ type: 'deskOpened', operatorId: id, previousEpoch: null, takeOver: true })
    const desk = { operatorId: id, epoch: pageEpoch(1) }
    this.tell({ type: 'devicesChecked', ...desk, channels: NO_CHANNELS })
    this.tell({ type: 'intentSet', ...desk, intent: 'available' })
  }
}

const operators = (count: number) => Array.from({ length: count }, (_, index) => operatorId(`o-${index}`))
const totems = (count: number) => Array.from({ length: count }, (_, index) => totemId(`t-${index}`))

/** One operator takes the oldest call of a queue, and one more is placed. */
function beside(waiting: number): number {
  const inOrder = totems(waiting + 1)
  const body = new LargeBody(operators(1), inOrder)
  for (const totem of inOrder) body.place(totem)
  let saved = body.take()
  return body.lookedAtDuring(() => {
    body.tell(saved)
    saved = body.take()
    for (const totem of inOrder.splice(0, 1)) {
      body.place(totem)
      inOrder.push(totem)
    }
  })
}

/** One of many idle operators takes the only call through. */
function among(count: number): number {
  const body = new LargeBody(operators(count), totems(1))
  return body.lookedAtDuring(() => {
    for (const totem of totems(1)) body.place(totem)
    body.tell(body.take())
  })
}

describe('[SW-380] what a desk is sent', () => {
  const viewBeside = (waiting: number) => {
    const inOrder = totems(waiting + 1)
    const body = new LargeBody(operators(1), inOrder)
    for (const totem of inOrder) body.place(totem)
    body.take()
    return deskView(body.board, operatorId('o-0'), pageEpoch(1), epochMs(1_000_000))
  }

  it('is the whole queue while that is short', () => {
    const view = viewBeside(50)
    expect(view.queue.map(({ position }) => position)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
    expect(view.queueLength).toBe(50)
  })

  it('is its beginning and its length where it is long', () => {
    const view = viewBeside(500)
    expect(view.queue.map(({ position }) => position)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
    expect(view.queueLength).toBe(500)
  })
})

// Ten times as many: to find a place in a list takes a few looks more, to go through it ten times as many.
describe('[SW-196] a command looks at as much on a large board as on a small one', () => {
  it('however many calls wait', () => {
    const small = beside(60)
    expect(small).toBeGreaterThan(3)
    expect(beside(600)).toBeLessThan(3 * small)
  })

  it('however many operators are on duty', () => {
    const small = among(30)
    expect(small).toBeGreaterThan(3)
    expect(among(300)).toBeLessThan(3 * small)
  })
})
