import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Board, Call } from './board.ts'
import { windowsFor } from './callback-times.ts'
import { callDues, offerDues, operatorDues, totemDues } from './deadlines.ts'
import { rosterNow } from './duty.ts'
import {
  aboutGuest,
  asGuest,
  consult,
  consulting,
  dario,
  letIn,
  maria,
  meetSecond,
  offerOf,
  putUp,
  say,
  sofia,
  supervise,
  tickAtDesk,
  tickAtTotem,
  transfer,
  ugo,
} from './engaged-day.ts'
import type { BoardEvent, Fact, Step } from './events.ts'
import { guestIdentity } from './guests.ts'
import {
  type CallId,
  type EpochMs,
  epochMs,
  guestId,
  type OfferId,
  type OperatorId,
  operatorId,
  type TotemId,
} from './ids.ts'
import { nextDueAt } from './next-due.ts'
import { type Occupation, occupationOf } from './occupation.ts'
import { placesOn } from './places.ts'
import { queueOf } from './queue.ts'
import { isEligible, rosterAt } from './roster.ts'
import { DEFAULT_RULES } from './settings.ts'
import {
  type Asked,
  anna,
  at,
  bruno,
  chiara,
  Day,
  damaso,
  NO_NEEDS,
  padova,
  SOUND_ONLY,
  taxOffice,
  tributi,
  urp,
  urpOffice,
  VIDEO,
  villanova,
} from './situation.ts'
import type { Showing } from './stage.ts'
import { transition } from './transition.ts'

const operators = [anna, bruno, chiara]
const totems = [padova, villanova, damaso]

/** Kinds of event that have come up so far, on any day. */
const seen = new Set<string>()

/** The real board under random hands; after every event all invariants are checked. */
class Watched extends Day {
  private readonly counted = new Map<string, number>()
  private readonly occupations = new Map<OperatorId, Occupation>()

  override apply(event: BoardEvent) {
    seen.add(event.type)
    const step = transition(this.board, event, this.now)
    checkStep(step, this.now)
    checkEnds(step, this.now)
    checkFree(this.board, step)
    checkExperience(this.board, step)
    checkShown(this.board, step)
    checkHandOver(this.board, step)
    checkRefusal(this.board, step, this.now)
    checkRooms(this.board, step, this.now)
    checkPlaces(this.board, step)
    checkAsks(step)
    checkSilence(step)
    checkGuests(step)
    this.board = step.board
    this.facts.push(...step.facts)
    checkCounts(this.counted, step)
    checkOccupations(this.occupations, step)
    return step.refusal
  }

  /** The clock goes ahead, and no page has beaten meanwhile. */
  jump(ms: number): void {
    this.now = epochMs(this.now + ms)
    this.apply({ type: 'clockTicked' })
  }

  wait(ms: number, beating: boolean): void {
    const until = this.now + ms
    while (this.now < until) {
      this.now = epochMs(Math.min(until, this.now + (beating ? 4_000 : 12_000)))
      if (beating) this.beat()
      this.apply({ type: 'clockTicked' })
    }
  }
}

/** SW-250 to SW-256: never more than there are places for, nobody left in a call that is over, each gone once. */
function checkGuests({ board, facts, effects }: Step): void {
  for (const { state, guests } of board.calls.values()) {
    const live = guests.filter((guest) => guest.state !== 'over')
    expect(live.length).toBeLessThanOrEqual(state === 'over' ? 0 : 2)
  }
  const gone = facts.flatMap((fact) =>
    fact.type === 'guestOver' ? [`${fact.callId} ${guestIdentity(fact.guestId)}`] : [],
  )
  expect(new Set(gone).size).toBe(gone.length)
  for (const effect of effects) {
    if (effect.type !== 'removeParticipant' || !effect.identity.startsWith('g-')) continue
    expect(gone).toContain(`${effect.callId} ${effect.identity}`)
  }
}

function checkStep({ board, facts }: Step, now: EpochMs): void {
  const live = [...board.offers.values()].filter((offer) => offer.state !== 'over')
  // SW-27: at most one live offer per operator and per call.
  expect(new Set(live.map((offer) => offer.operatorId)).size).toBe(live.length)
  const primary = live.filter((offer) => offer.role === 'primary')
  expect(new Set(primary.map((offer) => offer.callId)).size).toBe(primary.length)
  for (const offer of live) {
    expect(board.operators.get(offer.operatorId)?.work).toEqual({ kind: 'engaged', offerId: offer.id })
    if (offer.role === 'consult') {
      // SW-158: whoever was called in is in a call that knows of them.
      const stages = { ringing: ['ringing'], accepted: ['consulting', 'joining'], active: ['beside'] }
      const call = board.calls.get(offer.callId)
      const second = call?.state === 'in_call' ? call.second : null
      expect(second?.offerId).toBe(offer.id)
      expect(stages[offer.state]).toContain(second?.stage)
      continue
    }
    const call = board.calls.get(offer.callId)
    const expected = (call?.callback ? BY_TELEPHONE : AT_TOTEM)[offer.state]
    expect(call).toMatchObject({ state: expected, offerId: offer.id })
  }
  for (const operator of board.operators.values()) {
    if (operator.work.kind !== 'engaged') continue
    const { offerId } = operator.work
    expect(live.some((offer) => offer.id === offerId)).toBe(true)
  }
  for (const call of board.calls.values()) checkCall(call, live.length, board, now)
  checkOrder(facts, board, now)
  // Nothing that is due is left undone, so the tick that follows can never spin.
  const due = nextDueAt(board, now)
  if (due !== null) expect(due).toBeGreaterThan(now)
}

const AT_TOTEM = { ringing: 'offered', accepted: 'connecting', active: 'in_call' }
const BY_TELEPHONE = { ringing: 'offered', accepted: 'dialling', active: 'on_phone' }

function checkCall(call: Call, liveOffers: number, board: Step['board'], now: EpochMs): void {
  // SW-244: nothing of the stage outlives the call.
  if (call.state === 'over') expect(call.stage).toBeNull()
  if (call.stage) expect(call.stage.shown !== null || call.stage.ticks.length > 0).toBe(true)
  checkCallback(call)
  if (call.state !== 'waiting' && call.state !== 'over') {
    expect(liveOffers).toBeGreaterThan(0)
    expect(board.offers.get(call.offerId)?.state).not.toBe('over')
    expect(board.offers.get(call.offerId)?.role).toBe('primary')
  }
  if (call.state === 'in_call') {
    // SW-158: nobody is named in a call whose offer is over; the visitor of a consultation holds.
    const { second, hold } = call
    if (second) expect(board.offers.get(second.offerId)).toMatchObject({ role: 'consult' })
    if (second) expect(board.offers.get(second.offerId)?.state).not.toBe('over')
    if (second?.stage === 'ringing' || second?.stage === 'consulting') expect(hold).not.toBeNull()
  }
  if (call.state !== 'waiting' || !holdsPlace(call, now)) return
  // No call waits beside an operator who could be rung for it.
  for (const operator of board.operators.values()) expect(isEligible(board, operator, call, now)).toBe(false)
}

/** SW-124: a callback has no room and stands at no totem; whatever stands at one has. */
function checkCallback(call: Call): void {
  expect(call.media.kind === 'none').toBe(call.callback !== null)
  if (!call.callback || call.state === 'over') return
  expect(call.callback.failedDials).toBeLessThan(DEFAULT_RULES.callbackAttempts)
  expect(['waiting', 'offered', 'dialling', 'on_phone']).toContain(call.state)
}

/** SW-124: a callback that is not due yet is waited for by nobody. */
const holdsPlace = (call: Call, now: EpochMs): boolean => queueOf([call], now, DEFAULT_RULES).length > 0

/** SW-405: while a room is away nobody is blamed for what needs one. SW-409: nobody's word keeps it for longer than a minute. */
function checkRooms(before: Board, { board, facts }: Step, now: EpochMs): void {
  for (const { state, media } of board.calls.values()) {
    if (state === 'over' || media.kind !== 'away') continue
    expect(media.deadline - now).toBeLessThanOrEqual(board.settings.rules.roomAwayMs)
  }
  for (const fact of facts) {
    if (fact.type !== 'offerOver' || before.calls.get(fact.callId)?.media.kind !== 'away') continue
    expect(['media_failed', 'lost']).not.toContain(fact.outcome)
  }
}

/** SW-10: nobody is rung out of a wrap-up that is still theirs. */
function checkFree(before: Board, { facts }: Step): void {
  for (const fact of facts) {
    if (fact.type !== 'offerMade' || before.operators.get(fact.operatorId)?.work.kind !== 'wrap_up') continue
    expect(facts).toContainEqual(expect.objectContaining({ type: 'wrapUpOver', operatorId: fact.operatorId }))
  }
}

/** SW-152: a first operator goes only once the second has the call, connected. */
function checkHandOver(before: Board, { board, facts }: Step): void {
  for (const fact of facts) {
    if (fact.type !== 'callTakenOver') continue
    expect(board.offers.get(fact.from)).toMatchObject({ state: 'over' })
    const held = board.calls.get(fact.callId)
    if (held?.state === 'in_call') expect(board.offers.get(held.offerId)).toMatchObject({ state: 'active' })
  }
  for (const call of before.calls.values()) {
    if (call.state !== 'in_call' || call.second?.stage !== 'joining') continue
    const isReleased = board.offers.get(call.offerId)?.state === 'over'
    const after = board.calls.get(call.id)
    const isOver = after?.state === 'over' || facts.some((fact) => fact.type === 'callOver')
    const isLost = facts.some((fact) => fact.type === 'callWaitsAgain' && fact.callId === call.id)
    const isTaken = facts.some((fact) => fact.type === 'callTakenOver' && fact.callId === call.id)
    if (isReleased) expect(isOver || isLost || isTaken).toBe(true)
  }
}

/** A refusal changes nothing: what the board became is what time alone would have made of it. */
function checkRefusal(before: Board, { board, refusal }: Step, now: EpochMs): void {
  if (refusal === null) return
  expect(board).toEqual(transition(before, { type: 'clockTicked' }, now).board)
}

/** SW-20: whoever was rung now could not have been rung for an older call that still waits. */
function checkOrder(facts: readonly Fact[], board: Step['board'], now: EpochMs): void {
  for (const fact of facts) {
    if (fact.type !== 'offerMade' || fact.role === 'consult') continue
    const rung = board.calls.get(fact.callId)
    const operator = board.operators.get(fact.operatorId)
    if (!rung || !operator) continue
    const roster = rosterAt(board, now)
    for (const older of queueOf(board.calls.values(), now, board.settings.rules)) {
      if (older.id === rung.id) break
      if (older.state !== 'waiting') continue
      expect(roster.candidates(older, now).has(operator.id)).toBe(false)
    }
  }
}

/** SW-120: a callback that takes a call's place has it exactly, and the call has ended for it and for nothing else. */
function checkPlaces(before: Board, { board, facts }: Step): void {
  for (const fact of facts) {
    if (fact.type !== 'callbackQueued') continue
    const callback = board.calls.get(fact.callId)
    const left = fact.inPlaceOf === null ? undefined : before.calls.get(fact.inPlaceOf)
    if (!callback || !left) continue
    const { enqueuedAt, priority, service, needs, totemId } = left
    const from = callback.callback?.window?.from ?? epochMs(0)
    expect(callback).toMatchObject({ priority, service, needs, totemId })
    expect(callback.enqueuedAt).toBe(Math.max(enqueuedAt, from))
    if (left.state === 'over') continue
    expect(board.calls.get(left.id)).toMatchObject({ outcome: { kind: 'callback', callbackId: callback.id } })
  }
}

/** SW-220: the last word of the log about a wait is what the board goes by. */
function checkAsks({ board, facts }: Step): void {
  const last = new Map<CallId, Fact & { type: 'callWaitsAgain' | 'callbackQueued' }>()
  for (const fact of facts)
    if (fact.type === 'callWaitsAgain' || fact.type === 'callbackQueued') last.set(fact.callId, fact)
  for (const [id, { service, priority, preferred, notBefore }] of last) {
    const call = board.calls.get(id)
    expect(call).toMatchObject({ service, priority, preferred })
    expect(call?.callback?.notBefore ?? null).toBe(notBefore)
  }
}

/** SW-129: whatever is counted or logged, the visitor's own words are not. */
function checkSilence({ facts, effects }: Step): void {
  expect(JSON.stringify([facts, effects])).not.toMatch(/1234567|Carta/)
}

/** SW-26, SW-181: whatever is counted happens once, and nothing happens to what has ended. */
function checkCounts(counted: Map<string, number>, { facts }: Step): void {
  const times = (what: string) => counted.get(what) ?? 0
  for (const fact of facts) {
    const about = 'offerId' in fact ? fact.offerId : 'callId' in fact ? fact.callId : null
    const isOnce = ONCE_PER_OFFER.has(fact.type) || ONCE_PER_CALL.has(fact.type) || fact.type === 'wrapUpOver'
    if (about === null || !isOnce) continue
    const what = fact.type === 'callbackQueued' ? 'callEnqueued' : fact.type
    expect(times(`${what} ${about}`)).toBe(0)
    if (what !== 'callEnqueued' && 'callId' in fact) expect(times(`callEnqueued ${fact.callId}`)).toBe(1)
    if (fact.type === 'offerAccepted' || fact.type === 'callConnected') {
      expect(times(`offerMade ${about}`)).toBe(1)
      expect(times(`offerOver ${about}`)).toBe(0)
      expect(times(`callOver ${fact.callId}`)).toBe(0)
    }
    counted.set(`${what} ${about}`, 1)
  }
}

const ONCE_PER_OFFER: ReadonlySet<string> = new Set([
  'offerMade',
  'offerAccepted',
  'callConnected',
  'offerOver',
])
const ONCE_PER_CALL: ReadonlySet<string> = new Set(['callEnqueued', 'callbackQueued', 'callOver'])

/** By what a call that goes on ends, if by nothing else. SW-405: of two who have not met, their room comes first. */
function endingsOf(call: Exclude<Call, { state: 'over' }>): EpochMs[] {
  const room = 'deadline' in call.media ? [call.media.deadline] : []
  if (call.state !== 'connecting') return [call.deadline, ...room]
  const lost = Object.values(call.lost).filter((at) => at !== null)
  if (room.length > 0) return room
  return lost.length > 0 ? lost : [call.deadline]
}

/** SW-28, SW-71: whatever is not over ends by itself; somebody will look, and not later than it is due. */
function checkEnds({ board }: Step, now: EpochMs): void {
  const due = [
    ...[...board.offers.values()].flatMap(offerDues),
    ...[...board.totems.values()].flatMap(totemDues),
    ...[...board.calls.values()].flatMap(callDues),
    ...[...board.operators.values()].flatMap(operatorDues),
  ]
  const ending = new Set(due.map(({ at }) => at))
  const next = nextDueAt(board, now)
  if (ending.size > 0) expect(next).toBeLessThanOrEqual(Math.min(...ending))
  for (const call of board.calls.values()) {
    // A ring ends by its offer, a colleague's by theirs.
    if (call.state === 'over' || call.state === 'offered') continue
    expect(endingsOf(call).every((at) => ending.has(at))).toBe(true)
  }
  for (const offer of board.offers.values()) {
    if (offer.state === 'ringing') expect(ending).toContain(offer.expiresAt)
  }
  for (const { work } of board.operators.values()) {
    if (work.kind === 'wrap_up') expect(ending).toContain(work.wrapUp.endsAt)
  }
}

/** SW-180: the last word of the log is what an operator does, and it never repeats itself. */
function checkOccupations(last: Map<OperatorId, Occupation>, { board, facts }: Step): void {
  for (const fact of facts) {
    if (fact.type !== 'occupationChanged') continue
    expect(last.get(fact.operatorId) ?? 'away').not.toBe(fact.occupation)
    last.set(fact.operatorId, fact.occupation)
  }
  for (const operator of board.operators.values()) {
    expect(last.get(operator.id) ?? 'away').toBe(occupationOf(board, operator))
  }
}

/** SW-171: every wrap-up teaches one handle time, every answer and every end of a wait its length, once. */
function checkExperience(before: Board, { board, facts }: Step): void {
  const ended = facts.filter((fact) => fact.type === 'wrapUpOver').length
  if (board.experience === before.experience && ended === 0) return
  const { handleTimesMs, abandons, waitedMs } = board.experience
  expect(handleTimesMs.length).toBeLessThanOrEqual(50)
  expect(handleTimesMs.every((ms) => ms >= 0)).toBe(true)
  expect(handleTimesMs.length).toBe(Math.min(50, before.experience.handleTimesMs.length + ended))
  const gaveUp = facts.filter(
    (fact) =>
      fact.type === 'callOver' && fact.outcome.kind === 'abandoned' && fact.outcome.by !== 'totem_lost',
  ).length
  expect(abandons - before.experience.abandons).toBeLessThanOrEqual(gaveUp)
  // Beyond 100 hours all of it counts half.
  expect(waitedMs).toBeGreaterThanOrEqual(Math.floor(before.experience.waitedMs / 2))
  expect(facts).not.toEqual([])
}

/** SW-173: a range that was shown rises only together with the word that it takes longer. */
function checkShown(before: Board, { board }: Step): void {
  for (const call of board.calls.values()) {
    const was = before.calls.get(call.id)
    // A call that was answered and waits again, even at the same instant, is told anew.
    if (was?.state !== 'waiting' && was?.state !== 'offered') continue
    if (call.state !== 'waiting' || !call.shown || !was.shown || call.shown === was.shown) continue
    const rises = (call.shown.toMin ?? 99) > (was.shown.toMin ?? 99) || call.shown.fromMin > was.shown.fromMin
    if (rises && (call.shown.toMin ?? 99) >= (was.shown.toMin ?? 99)) expect(call.shown.longer).toBe(true)
    if (!call.shown.longer) {
      expect(call.shown.until ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
        was.shown.until ?? Number.POSITIVE_INFINITY,
      )
    }
  }
}

/** SW-197: what is kept along from board to board is what a board that nobody has seen before would say. */
class Doubted extends Watched {
  override apply(event: BoardEvent) {
    const [before, now] = [this.board, this.now]
    const refusal = super.apply(event)
    const anew = transition(unseen(before), event, now)
    expect(this.board).toEqual(anew.board)
    expect(this.facts.slice(-anew.facts.length || this.facts.length)).toEqual(anew.facts)
    expect(nextDueAt(this.board, now)).toBe(nextDueAt(unseen(this.board), now))
    checkWakeUps(this.board, now)
    const queue = queueOf(this.board.calls.values(), now, this.board.settings.rules)
    expect(placesOn(this.board, now).calls).toEqual(queue)
    const [kept, plain] = [rosterNow(this.board, now), rosterAt(this.board, now)]
    for (const call of queue) expect(kept.candidates(call, now)).toEqual(plain.candidates(call, now))
    return refusal
  }
}

/** Nothing that happens by itself, or lets a waiting call be matched, is slept through. */
function checkWakeUps(board: Board, now: EpochMs): void {
  const calls = [...board.calls.values()]
  const waiting = calls.filter((call) => call.state === 'waiting')
  const operators = [...board.operators.values()]
  const pages = [...operators.map(({ desk }) => desk), ...board.totems.values()]
  const instants = [
    ...pages.flatMap(({ presence, leaseEndsAt }) => (presence === 'here' ? [leaseEndsAt] : [])),
    ...operators.flatMap(({ work }) => (work.kind === 'wrap_up' ? [work.wrapUp.endsAt] : [])),
    ...(waiting.length > 0 ? operators.map(({ readyAt }) => readyAt) : []),
    ...[...board.offers.values()].flatMap((offer) => (offer.state === 'ringing' ? [offer.expiresAt] : [])),
    ...calls.flatMap((call) => (call.state === 'over' ? [call.forgetAt] : [])),
    ...waiting.flatMap(({ deadline, exclusions, preferred, callback }) => [
      deadline,
      ...exclusions.map(({ until }) => until),
      ...(preferred ? [preferred.until] : []),
      ...(callback ? [callback.notBefore] : []),
    ]),
  ]
  const due = nextDueAt(board, now)
  for (const at of instants) if (at > now) expect(due).toBeLessThanOrEqual(at)
}

/** The same board, of which nothing has been worked out. */
const unseen = (board: Board): Board => ({
  ...board,
  operators: new Map(board.operators),
  totems: new Map(board.totems),
  calls: new Map(board.calls),
  offers: new Map(board.offers),
})

interface Action {
  name: string
  run: (day: Watched) => void
}

class Command implements fc.Command<object, Watched> {
  private readonly action: Action
  constructor(action: Action) {
    this.action = action
  }
  check = () => true
  run(_model: object, day: Watched): void {
    this.action.run(day)
  }
  toString = () => this.action.name
}

const anyOperator = fc.constantFrom(...operators)
const anyTotem = fc.constantFrom(...totems)

const ofOperator = (name: string, run: (day: Watched, id: OperatorId) => void) =>
  anyOperator.map((id) => new Command({ name: `${name}(${id})`, run: (day) => run(day, id) }))
const ofTotem = (name: string, run: (day: Watched, id: TotemId) => void) =>
  anyTotem.map((id) => new Command({ name: `${name}(${id})`, run: (day) => run(day, id) }))

/** Ten people's numbers, so that some ask twice. */
const leaveNumber = (name: string, run: (day: Watched, id: TotemId, asked: Asked) => void) =>
  fc.record({ id: anyTotem, person: fc.nat({ max: 9 }), slot: fc.option(fc.nat({ max: 3 })) }).map(
    ({ id, person, slot }) =>
      new Command({
        name: `${name}(${id}, ${person}, ${slot})`,
        run(day) {
          const windows = windowsFor(day.board.settings, urp, day.now)
          const window = slot === null ? null : (windows[slot] ?? null)
          run(day, id, { phone: `33${person} 1234567`, window })
        },
      }),
  )

const ofRoom = (type: 'roomLost' | 'roomOpened') =>
  ofTotem(type, (day, id) => day.apply({ type, callId: day.callAt(id) }))

const media = (day: Watched, id: TotemId, type: 'endGone' | 'endSeen', end: 'totem' | 'desk') =>
  day.apply({ type, callId: day.callAt(id), end })

/** Whoever has this totem's call, and whom they have called in. */
function heldAt(day: Watched, totem: TotemId): { holder: OperatorId; second: OperatorId } {
  const call = day.board.calls.get(day.callAt(totem))
  const held = call?.state === 'in_call' ? call : null
  const operatorOf = (id: OfferId | undefined) => (id && day.board.offers.get(id)?.operatorId) ?? nobody
  return { holder: operatorOf(held?.offerId), second: operatorOf(held?.second?.offerId) }
}
const nobody = operatorId('nobody')

/** Few guests and browsers, so that they often meet their invite. */
const anyGuest = fc.constantFrom(maria, ugo, guestId('zoe'))
const anyBrowser = fc.constantFrom('phone', 'stranger')
const DESK_ABOUT_GUESTS = ['guestInvited', 'guestAdmitted', 'guestDismissed'] as const

/** Few pages, so that ticks often meet their list. */
const anyShowing = fc.constantFrom<Showing | null>(
  { kind: 'checklist', slug: 'carta' },
  { kind: 'sheet', slug: 'carta', part: 'howTo.0' },
  { kind: 'qr', page: { kind: 'checklist', slug: 'carta' } },
  { kind: 'screen' },
  null,
)
const anyTicking = fc.record({
  slug: fc.constantFrom('carta', 'delega'),
  item: fc.nat({ max: 2 }),
  isTicked: fc.boolean(),
})

type Held = (day: Watched, holder: OperatorId, second: OperatorId, totem: TotemId) => void
const ofHeld = (name: string, run: Held) =>
  ofTotem(name, (day, totem) => {
    beInCall(day, totem)
    const { holder, second } = heldAt(day, totem)
    run(day, holder, second, totem)
  })

/** The same where a colleague has been called in. */
const ofSecond = (name: string, run: Held) =>
  ofTotem(name, (day, totem) => {
    beInCall(day, totem)
    const { holder, second } = heldAt(day, totem)
    if (second === nobody) {
      for (const colleague of operators) {
        if (day.board.operators.get(colleague)?.work.kind !== 'idle') continue
        beReady(day, colleague)
        day.now = epochMs(day.now + day.board.settings.rules.readyGuardMs)
        consulting(day, holder, colleague)
      }
    }
    run(day, holder, heldAt(day, totem).second, totem)
  })

/** Everything that an operator does to be rung. */
function beReady(day: Watched, id: OperatorId): void {
  day.openDesk(id, { reload: true })
  day.checkDevices(id)
  day.intend(id, 'available')
  day.comeBack(id)
  const work = day.board.operators.get(id)?.work
  if (work?.kind !== 'wrap_up') return
  const { callId } = work.wrapUp
  day.apply({ type: 'wrapUpSaved', callId, operatorId: id, epoch: day.epochOf(id) })
}

/** Most random days would have no call in hand: somebody takes one. */
function beInCall(day: Watched, totem: TotemId): void {
  if (heldAt(day, totem).holder !== nobody) return
  day.place(totem)
  const call = day.board.calls.get(day.callAt(totem))
  const offer = call?.state === 'offered' ? day.board.offers.get(call.offerId) : undefined
  if (!offer) return
  day.answer(offer.operatorId)
  day.meet(offer.operatorId, totem)
}

/** What happens in calls that are in hand, mostly by those whose turn it is. */
const inCallCommands = [
  ofHeld('hold', (day, holder) => say(day, holder, 'callHeld')),
  ofHeld('resume', (day, holder) => say(day, holder, 'callResumed')),
  ofHeld('keptWhileAway', (day, holder, _second, totem) => {
    const callId = day.callAt(totem)
    day.apply({ type: 'roomLost', callId })
    for (let times = 0; times < 4; times++) {
      day.wait(20_000, true)
      say(day, holder, 'deskJoined')
      day.apply({ type: 'totemJoined', callId, totemId: totem, epoch: day.pageOf(totem) })
    }
  }),
  ofSecond('complete', (day, holder) => say(day, holder, 'consultCompleted')),
  ofSecond('merge', (day, holder) => say(day, holder, 'consultMerged')),
  ofSecond('return', (day, holder) => say(day, holder, 'consultReturned')),
  ofSecond('secondAnswers', (day, _holder, second) => say(day, second, 'offerAnswered')),
  ofSecond('secondDeclines', (day, _holder, second) => say(day, second, 'offerDeclined')),
  ofSecond('secondLeaves', (day, _holder, second) => say(day, second, 'operatorHungUp')),
  ofSecond('secondJoined', (day, _holder, second) => say(day, second, 'deskJoined')),
  ofSecond('secondCommands', (day, _holder, second) => say(day, second, 'callHeld')),
  ofSecond('meetSecond', (day, _holder, second, totem) => meetSecond(day, second, totem)),
  ofSecond('handOver', (day, holder, second, totem) => {
    say(day, holder, 'consultCompleted')
    meetSecond(day, second, totem)
  }),
  ofSecond('halfJoined', (day, holder, second, totem) => {
    say(day, holder, 'consultMerged')
    meetSecond(day, second, totem, SOUND_ONLY)
  }),
  ofSecond('secondSilent', (day, _holder, second) => day.silence(second)),
  ofSecond('secondReloads', (day, _holder, second) => day.openDesk(second, { reload: true })),
  ofSecond('holderReloads', (day, holder) => day.openDesk(holder, { reload: true })),
  fc.tuple(anyTotem, anyShowing).map(([totem, showing]) => {
    const run = (day: Watched) => {
      beInCall(day, totem)
      putUp(day, heldAt(day, totem).holder, showing)
    }
    return new Command({ name: `putUp(${totem}, ${JSON.stringify(showing)})`, run })
  }),
  fc.tuple(anyTotem, fc.boolean(), anyTicking).map(([totem, isAtTotem, ticking]) => {
    const run = (day: Watched) =>
      isAtTotem ? tickAtTotem(day, totem, ticking) : tickAtDesk(day, heldAt(day, totem).holder, ticking)
    return new Command({ name: `tick(${totem}, ${isAtTotem}, ${JSON.stringify(ticking)})`, run })
  }),
  ofHeld('hangUp', (day, holder) => say(day, holder, 'operatorHungUp')),
  ofSecond('threeTalk', (day, holder, second, totem) => {
    say(day, second, 'offerAnswered')
    say(day, holder, 'consultMerged')
    meetSecond(day, second, totem)
  }),
  ofHeld('transferToUrp', (day, holder) => transfer(day, holder, { kind: 'service', service: urp })),
  ofHeld('transferToTributi', (day, holder) => transfer(day, holder, { kind: 'service', service: tributi })),
  ofHeld('transferToTaxOffice', (day, holder) =>
    transfer(day, holder, { kind: 'office', officeId: taxOffice }),
  ),
  fc.tuple(anyTotem, anyOperator).map(([totem, to]) => {
    const run = (day: Watched) =>
      transfer(day, heldAt(day, totem).holder, { kind: 'operator', operatorId: to })
    return new Command({ name: `transfer(${totem}, ${to})`, run })
  }),
  fc.tuple(anyTotem, anyOperator).map(([totem, to]) => {
    const run = (day: Watched) => {
      beInCall(day, totem)
      consult(day, heldAt(day, totem).holder, to)
    }
    return new Command({ name: `consult(${totem}, ${to})`, run })
  }),
  fc.tuple(anyTotem, anyOperator).map(([totem, to]) => {
    const run = (day: Watched) => {
      beInCall(day, totem)
      consulting(day, heldAt(day, totem).holder, to)
    }
    return new Command({ name: `consulting(${totem}, ${to})`, run })
  }),
  fc
    .tuple(anyOperator, anyTotem)
    .map(([o, t]) => new Command({ name: `inCall(${o}, ${t})`, run: (day) => day.inCall(o, t) })),
  fc
    .tuple(
      anyOperator,
      anyTotem,
      fc.constantFrom('consultRoomOpened', 'consultRoomFailed', 'secondSeen', 'secondGone'),
    )
    .map(([o, t, type]) => {
      const run = (day: Watched) => day.apply({ type, callId: day.callAt(t), offerId: offerOf(day, o) })
      return new Command({ name: `${type}(${o}, ${t})`, run })
    }),
  fc.tuple(anyTotem, anyGuest, fc.constantFrom(...DESK_ABOUT_GUESTS)).map(([totem, guest, type]) => {
    const run = (day: Watched) => {
      beInCall(day, totem)
      aboutGuest(day, heldAt(day, totem).holder, guest, type)
    }
    return new Command({ name: `${type}(${totem}, ${guest})`, run })
  }),
  fc
    .tuple(anyTotem, anyGuest, fc.constantFrom('guestArrived', 'guestRenewed', 'guestLeft'), anyBrowser)
    .map(([totem, guest, type, browser]) => {
      const run = (day: Watched) => asGuest(day, totem, guest, type, browser)
      return new Command({ name: `${type}(${totem}, ${guest}, ${browser})`, run })
    }),
  ofHeld('guestComes', (day, holder, _second, totem) => {
    letIn(day, holder, totem, maria)
  }),
  fc
    .tuple(
      fc.constantFrom(sofia, dario),
      anyTotem,
      fc.constantFrom('listeningStarted', 'supervisorJoined', 'supervisionRenewed', 'supervisorLeft'),
    )
    .map(([who, t, type]) => {
      const run = (day: Watched) => supervise(day, who, t, type)
      return new Command({ name: `${type}(${who}, ${t})`, run })
    }),
]

const commands = fc.commands(
  [
    ...inCallCommands,
    fc
      .record({ ms: fc.integer({ min: 1, max: 45_000 }), beating: fc.boolean() })
      .map(
        ({ ms, beating }) =>
          new Command({ name: `wait(${ms}, ${beating})`, run: (day) => day.wait(ms, beating) }),
      ),
    fc
      .integer({ min: 3_600_000, max: 48 * 3_600_000 })
      .map((ms) => new Command({ name: `jump(${ms})`, run: (day) => day.jump(ms) })),
    ofOperator('openDesk', (day, id) => day.openDesk(id, { takeOver: true })),
    ofOperator('reloadDesk', (day, id) => day.openDesk(id, { reload: true })),
    ofOperator('checkDevices', (day, id) => day.checkDevices(id)),
    ofOperator('available', (day, id) => day.intend(id, 'available')),
    ofOperator('pause', (day, id) => day.intend(id, 'on_break')),
    ofOperator('overruled', (day, id) => day.overrule(id, 'off_duty')),
    ofOperator('overruledLate', (day, id) => day.overrule(id, 'available', { expected: 'on_break' })),
    ofOperator('answer', (day, id) => day.answer(id)),
    ofOperator('decline', (day, id) => day.decline(id)),
    ofOperator('hangUp', (day, id) => day.hangUpAtDesk(id)),
    ofOperator('comeBack', (day, id) => day.comeBack(id)),
    ofOperator('silence', (day, id) => day.silence(id)),
    ofOperator('leaveDesk', (day, id) => {
      day.apply({ type: 'deskLeft', operatorId: id, epoch: day.epochOf(id) })
    }),
    ofOperator('joined', (day, id) => {
      day.apply({ type: 'deskJoined', offerId: day.heldOffer(id), operatorId: id, epoch: day.epochOf(id) })
    }),
    ofTotem('openTotem', (day, id) => day.openTotem(id)),
    ofTotem('place', (day, id) => day.place(id)),
    ofTotem('placeTributi', (day, id) => day.place(id, tributi)),
    ofTotem('placeArabic', (day, id) => day.place(id, tributi, { needs: { ...NO_NEEDS, language: 'ar' } })),
    ofTotem('placeSigning', (day, id) => day.place(id, urp, { needs: { ...NO_NEEDS, mode: 'lis' } })),
    ofTotem('placeForBruno', (day, id) => day.place(id, tributi, { preferred: bruno })),
    ofTotem('stillHere', (day, id) => {
      const [callId, epoch] = [day.callAt(id), day.pageOf(id)]
      day.apply({ type: 'visitorStillHere', callId, totemId: id, epoch })
    }),
    ofTotem('placeWithoutRoom', (day, id) => day.place(id, urp, { isRoomOpen: false })),
    ofTotem('leave', (day, id) => day.leave(id)),
    ofTotem('silence', (day, id) => day.silence(id)),
    ofTotem('totemGone', (day, id) => media(day, id, 'endGone', 'totem')),
    ofTotem('deskGone', (day, id) => media(day, id, 'endGone', 'desk')),
    ofTotem('totemSeen', (day, id) => media(day, id, 'endSeen', 'totem')),
    ofTotem('deskSeen', (day, id) => media(day, id, 'endSeen', 'desk')),
    ofTotem('roomFailed', (day, id) => day.apply({ type: 'roomFailed', callId: day.callAt(id) })),
    ofRoom('roomLost'),
    ofRoom('roomOpened'),
    leaveNumber('callMeBack', (day, id, asked) => day.callMeBack(id, asked)),
    leaveNumber('askForCallback', (day, id, asked) => day.askForCallback(id, asked)),
    ofOperator('streamClosed', (day, id) => {
      day.apply({ type: 'deskStreamClosed', operatorId: id, epoch: day.epochOf(id) })
    }),
    ofOperator('devicesGone', (day, id) => day.checkDevices(id, null)),
    ofOperator('onlySound', (day, id) => {
      const offerId = day.heldOffer(id)
      const channels = SOUND_ONLY
      day.apply({ type: 'deskChannelsDeclared', offerId, operatorId: id, epoch: day.epochOf(id), channels })
    }),
    ofOperator('extendWrapUp', (day, id) => {
      const work = day.board.operators.get(id)?.work
      if (work?.kind !== 'wrap_up') return
      const { callId } = work.wrapUp
      day.apply({ type: 'wrapUpExtended', callId, operatorId: id, epoch: day.epochOf(id) })
    }),
    ofTotem('onlySound', (day, id) => {
      const of = { callId: day.callAt(id), totemId: id, epoch: day.pageOf(id) }
      day.apply({ type: 'totemChannelsDeclared', ...of, channels: SOUND_ONLY })
    }),
    ofTotem('joined', (day, id) => {
      day.apply({ type: 'totemJoined', callId: day.callAt(id), totemId: id, epoch: day.pageOf(id) })
    }),
    ofTotem('farewell', (day, id) => {
      const over = [...day.board.calls.values()].find((one) => one.totemId === id && one.state === 'over')
      const callId = over?.id ?? day.callAt(id)
      day.apply({ type: 'farewellEnded', callId, totemId: id, epoch: day.pageOf(id) })
    }),
    ofTotem('returned', (day, id) =>
      day.apply({ type: 'totemReturned', totemId: id, epoch: day.pageOf(id) }),
    ),
    ofOperator('returned', (day, id) => {
      day.apply({ type: 'deskReturned', operatorId: id, epoch: day.epochOf(id) })
    }),
    ofOperator('reached', (day, id) => day.dialled(id, 'reached')),
    ofOperator('noAnswer', (day, id) => day.dialled(id, 'no_answer')),
    ofOperator('busy', (day, id) => day.dialled(id, 'busy')),
    ofOperator('wrongNumber', (day, id) => day.dialled(id, 'wrong_number')),
    ofOperator('saveWrapUp', (day, id) => day.saveWrapUp(id)),
    fc
      .tuple(anyOperator, anyTotem)
      .map(([o, t]) => new Command({ name: `meet(${o}, ${t})`, run: (day) => day.meet(o, t) })),
  ],
  { maxCommands: 60, size: 'max' },
)

/** The same hands on a body where one call is in hand and the others' pages mostly stay alive. */
const busyCommands = fc.commands(
  [
    ...inCallCommands,
    fc
      .integer({ min: 1, max: 30_000 })
      .map((ms) => new Command({ name: `wait(${ms})`, run: (day) => day.wait(ms, true) })),
    fc
      .integer({ min: 120_000, max: 700_000 })
      .map((ms) => new Command({ name: `waitLong(${ms})`, run: (day) => day.wait(ms, true) })),
    ofOperator('openDesk', (day, id) => day.openDesk(id, { takeOver: true })),
    ofOperator('reloadDesk', (day, id) => day.openDesk(id, { reload: true })),
    ofOperator('back', beReady),
    ofOperator('silence', (day, id) => day.silence(id)),
    ofOperator('leaveDesk', (day, id) => {
      day.apply({ type: 'deskLeft', operatorId: id, epoch: day.epochOf(id) })
    }),
    ofOperator('return', (day, id) => {
      day.apply({ type: 'deskReturned', operatorId: id, epoch: day.epochOf(id) })
    }),
    ofTotem('openTotem', (day, id) => day.openTotem(id)),
    ofTotem('leave', (day, id) => day.leave(id)),
    ofTotem('totemGone', (day, id) => media(day, id, 'endGone', 'totem')),
    ofTotem('deskGone', (day, id) => media(day, id, 'endGone', 'desk')),
    ofRoom('roomLost'),
    ofRoom('roomOpened'),
  ],
  { maxCommands: 40, size: 'max' },
)

/** A body already at work, so that short random days get somewhere. */
function busyDay(): Watched {
  const day = new Watched('08:00', {
    skills: { anna: ['tributi'], chiara: ['tributi'] },
    offices: { anna: urpOffice, bruno: taxOffice, chiara: taxOffice },
    // An hour of random steps must see callbacks become due, dialled again and expire.
    rules: { callbackRetryMs: 60_000, callbackExpiresMs: 20 * 60_000, callbackWindowMs: 15 * 60_000 },
    serviceOpening: { kind: 'hours', intervals: [{ opensAt: at('08:00'), closesAt: at('10:00') }] },
    listeningAllowed: true,
  })
  for (const id of operators) day.onDuty(id, '08:30')
  for (const id of totems) day.openTotem(id)
  day.to('08:31')
  // Warm, so that waits are foreseen.
  const handleTimesMs = Array.from({ length: 15 }, () => 120_000)
  day.board = { ...day.board, experience: { handleTimesMs, abandons: 2, waitedMs: 600_000 } }
  return day
}

/** Some each time, and thousands in `npm run test:full`. */
const runs = (some: number) => ({ numRuns: process.env.FULL === '1' ? some * 20 : some })

// Seconds of computing, and a busy machine may take several times as long.
describe('whatever happens in whatever order', {
  timeout: process.env.FULL === '1' ? 1_800_000 : 120_000,
}, () => {
  test.prop([commands], runs(140))(
    '[SW-20] [SW-27] [SW-28] [SW-181] [SW-220] one offer each, no call stranded, first come first served, every call ends once',
    (list) => {
      fc.modelRun(() => ({ model: {}, real: busyDay() }), list)
    },
  )

  test.prop([commands], runs(30))(
    '[SW-28] left alone, every call ends and every operator is free',
    (list) => {
      const day = busyDay()
      fc.modelRun(() => ({ model: {}, real: day }), list)
      for (const id of [...operators, ...totems]) day.silence(id)
      day.wait(3 * 3_600_000, false)
      expect([...day.board.calls.values()].filter((call) => call.state !== 'over')).toEqual([])
      for (const operator of day.board.operators.values()) {
        expect(['idle', 'not_responding']).toContain(operator.work.kind)
      }
      const begun = day.facts.filter(
        ({ type }) => type === 'callEnqueued' || type === 'callbackQueued',
      ).length
      expect(day.facts.filter((fact) => fact.type === 'callOver')).toHaveLength(begun)
    },
  )

  test.prop([busyCommands], runs(50))(
    '[SW-152] [SW-158] calls in hand are held, shared and moved on, and still everyone is let go in the end',
    (list) => {
      const day = busyDay()
      day.inCall(anna, padova)
      fc.modelRun(() => ({ model: {}, real: day }), list)
      for (const id of [...operators, ...totems]) day.silence(id)
      day.wait(3_600_000, false)
      for (const offer of day.board.offers.values()) expect(offer.state).toBe('over')
      for (const call of day.board.calls.values()) expect(call.state).toBe('over')
      for (const { work } of day.board.operators.values())
        expect(['idle', 'not_responding']).toContain(work.kind)
    },
  )

  test.prop([commands], runs(70))(
    '[SW-20] [SW-101] [SW-103] [SW-105] [SW-107] [SW-110] wishes, overflow and rising priority strand nobody, and every call ends',
    (list) => {
      const day = ruledDay()
      fc.modelRun(() => ({ model: {}, real: day }), list)
      for (const id of [...operators, ...totems]) day.silence(id)
      day.wait(3_600_000, false)
      const left = [...day.board.calls.values()].filter((call) => call.state !== 'over' && !call.callback)
      expect(left).toEqual([])
    },
  )

  test.prop([commands], runs(30))(
    '[SW-197] what is kept along from board to board is what it would be if it were worked out anew',
    (list) => {
      const day = ruledDay(Doubted)
      const handleTimesMs = Array.from({ length: 15 }, () => 120_000)
      day.board = { ...day.board, experience: { handleTimesMs, abandons: 2, waitedMs: 600_000 } }
      fc.modelRun(() => ({ model: {}, real: day }), list)
    },
  )

  test.prop([commands], runs(50))('a repeated event changes nothing more', (list) => {
    const day = busyDay()
    fc.modelRun(() => ({ model: {}, real: day }), list)
    const event: BoardEvent = {
      type: 'callPlaced',
      callId: day.callAt(padova),
      totemId: padova,
      epoch: day.pageOf(padova),
      service: urp,
      needs: NO_NEEDS,
      channels: VIDEO,
      preferred: null,
    }
    const once = transition(day.board, event, day.now)
    const twice = transition(once.board, event, day.now)
    if (once.refusal === null) expect(twice.refusal).toBe('call-exists')
    expect(twice.board.calls).toEqual(once.board.calls)
  })

  it('every kind of event came up', () => {
    const kinds = Object.keys(EVERY_KIND)
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([])
  })

  const steps = fc.array(fc.tuple(fc.boolean(), anyOperator, anyTotem, fc.nat({ max: 8 })), { maxLength: 80 })
  test.prop([steps], runs(30))('[SW-80] two bodies side by side are as two alone', (list) => {
    const [left, right, leftAlone, rightAlone] = [busyDay(), busyDay(), busyDay(), busyDay()]
    for (const [isLeft, o, t, kind] of list) take(isLeft ? left : right, o, t, kind)
    for (const [isLeft, o, t, kind] of list) if (isLeft) take(leftAlone, o, t, kind)
    for (const [isLeft, o, t, kind] of list) if (!isLeft) take(rightAlone, o, t, kind)
    expect(left.board).toEqual(leftAlone.board)
    expect(right.board).toEqual(rightAlone.board)
  })
})

/** The same with every rule of the queue in force, and short enough to matter within a random day. */
function ruledDay(kind: typeof Watched = Watched): Watched {
  const day = new kind('08:00', {
    skills: {
      anna: [{ skill: 'tributi', level: 5 }],
      bruno: [{ skill: 'tributi', level: 2 }],
      chiara: ['lis'],
    },
    languages: { chiara: ['it', 'ar'] },
    offices: { chiara: taxOffice },
    services: {
      urp: { overflow: [{ do: 'offer_callback', afterMs: 30_000 }] },
      tributi: {
        skillNeeds: [
          { skill: 'tributi', minLevel: 1, relaxAfterMs: null },
          { skill: 'tributi', minLevel: 4, relaxAfterMs: 25_000 },
        ],
        languageRelaxAfterMs: 40_000,
        overflow: [
          { do: 'widen', afterMs: 60_000, dropSkills: ['tributi'] },
          { do: 'ask_office', afterMs: 70_000, officeId: taxOffice },
          { do: 'ask', afterMs: 80_000, service: urp },
          { do: 'end', afterMs: 150_000 },
        ],
      },
    },
    rules: { priorityRisesEveryMs: 10_000, stillHereAfterMs: 50_000 },
    listeningAllowed: true,
  })
  for (const id of operators) day.onDuty(id, '08:30')
  for (const id of totems) day.openTotem(id)
  return day.to('08:31')
}

/** A kind that is missing here does not compile. */
const EVERY_KIND: Record<BoardEvent['type'], true> = {
  totemPageOpened: true,
  totemReturned: true,
  callPlaced: true,
  totemChannelsDeclared: true,
  visitorLeft: true,
  visitorStillHere: true,
  farewellEnded: true,
  totemJoined: true,
  totemReceives: true,
  totemReceivesSecond: true,
  callbackRequested: true,
  deskOpened: true,
  deskReturned: true,
  deskStreamClosed: true,
  deskLeft: true,
  devicesChecked: true,
  intentSet: true,
  operatorCameBack: true,
  wrapUpSaved: true,
  wrapUpExtended: true,
  offerAnswered: true,
  offerDeclined: true,
  operatorHungUp: true,
  deskJoined: true,
  deskReceives: true,
  deskChannelsDeclared: true,
  callbackDialled: true,
  visitorTicked: true,
  stageSet: true,
  stageTicked: true,
  callHeld: true,
  callResumed: true,
  callTransferred: true,
  consultStarted: true,
  consultCompleted: true,
  consultMerged: true,
  consultReturned: true,
  guestInvited: true,
  guestAdmitted: true,
  guestDismissed: true,
  guestArrived: true,
  guestRenewed: true,
  guestLeft: true,
  listeningStarted: true,
  supervisorJoined: true,
  supervisionRenewed: true,
  supervisorLeft: true,
  intentOverruled: true,
  roomOpened: true,
  roomFailed: true,
  roomLost: true,
  endSeen: true,
  endGone: true,
  consultRoomOpened: true,
  consultRoomFailed: true,
  secondSeen: true,
  secondGone: true,
  clockTicked: true,
}

/** One of a few steps, by number. */
function take(day: Watched, operator: OperatorId, totem: TotemId, kind: number): void {
  if (kind === 0) day.place(totem)
  if (kind === 1) day.answer(operator)
  if (kind === 2) day.decline(operator)
  if (kind === 3) day.leave(totem)
  if (kind === 4) day.meet(operator, totem)
  if (kind === 5) day.hangUpAtDesk(operator)
  if (kind === 6) day.wait(7_000, true)
  if (kind === 7) day.callMeBack(totem)
  if (kind === 8) day.dialled(operator, 'no_answer')
}
