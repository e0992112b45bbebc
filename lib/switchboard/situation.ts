import {
  type Board,
  type BreakReason,
  type Channels,
  emptyBoard,
  type Intent,
  type Needs,
  type TimeWindow,
} from './board.ts'
import { deskView } from './desk-view.ts'
import type { BoardEvent, CallbackOrigin, DialOutcome, Effect, Fact, Refusal } from './events.ts'
import {
  bodyId,
  type CallId,
  callId,
  type EpochMs,
  epochMs,
  type OfferId,
  type OfficeId,
  type OperatorId,
  offerId,
  officeId,
  operatorId,
  type PageEpoch,
  pageEpoch,
  type ServiceSlug,
  serviceSlug,
  type TotemId,
  totemId,
} from './ids.ts'
import { LayeredMap } from './layered-map.ts'
import {
  type Closure,
  DEFAULT_RULES,
  type Opening,
  type OperatorSkill,
  type Rules,
  type ServiceSettings,
  type Settings,
} from './settings.ts'
import { totemView } from './totem-view.ts'
import { transition } from './transition.ts'
import type { DeskView, DeskWork, TotemPhase, TotemView } from './views.ts'

/** Test support: a day at one body, told in clock times. */
export const anna = operatorId('anna')
export const bruno = operatorId('bruno')
export const chiara = operatorId('chiara')
/** A supervisor. */
export const sofia = operatorId('sofia')
export const padova = totemId('padova')
export const villanova = totemId('villanova')
export const damaso = totemId('damaso')
export const urp = serviceSlug('urp')
export const tributi = serviceSlug('tributi')
export const urpOffice = officeId('office-urp')
export const taxOffice = officeId('office-tributi')

export const VIDEO: Channels = { sound: true, picture: true, text: false }
export const SOUND_ONLY: Channels = { sound: true, picture: false, text: false }
export const NO_NEEDS: Needs = { skills: [], language: null, mode: 'spoken' }

/** "09:05" or "09:05:30" on the test's day. */
export function at(clock: string): EpochMs {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return epochMs(Date.UTC(2026, 10, 23) + ((hours * 60 + minutes) * 60 + seconds) * 1000)
}

export interface Setup {
  rules?: Partial<Rules>
  totemOpening?: Opening
  /** Of single totems, before `totemOpening`. */
  totemOpenings?: Partial<Record<string, Opening>>
  outOfService?: readonly TotemId[]
  nearby?: Partial<Record<string, readonly TotemId[]>>
  closures?: readonly Closure[]
  serviceOpening?: Opening
  /** A bare name: at level 3. */
  skills?: Partial<Record<string, readonly (string | OperatorSkill)[]>>
  languages?: Partial<Record<string, readonly string[]>>
  /** What differs from the services that are there anyway. */
  services?: Partial<Record<string, Partial<ServiceSettings>>>
  listeningAllowed?: boolean
  /** Of whom it is not said: none. */
  offices?: Partial<Record<string, OfficeId>>
}

export interface Placing {
  channels?: Channels
  isRoomOpen?: boolean
  needs?: Needs
  preferred?: OperatorId | null
}

export interface Overruling {
  by?: OperatorId
  expected?: Intent
  reason?: BreakReason
}

function settings(setup: Setup = {}): Settings {
  const { rules, totemOpening, serviceOpening, skills, languages, services, listeningAllowed } = setup
  const { totemOpenings, outOfService, nearby, closures } = setup
  const always: Opening = { kind: 'always' }
  return {
    bodyId: bodyId('modena'),
    bodyName: 'Comune di Modena',
    phone: '059 20312',
    listeningAllowed: listeningAllowed ?? false,
    rules: { ...DEFAULT_RULES, ...rules },
    operators: new Map(
      [anna, bruno, chiara].map((id) => [
        id,
        {
          id,
          displayName: id,
          officeName: 'URP',
          officeId: setup.offices?.[id] ?? null,
          skills: (skills?.[id] ?? []).map((skill) =>
            typeof skill === 'string' ? { skill, level: 3 } : skill,
          ),
          languages: languages?.[id] ?? ['it'],
          isActive: true,
        },
      ]),
    ),
    offices: new Map([urpOffice, taxOffice].map((id) => [id, { id, name: id }])),
    services: new Map(
      [
        { slug: urp, title: 'URP', skillNeeds: [], opening: serviceOpening ?? always },
        {
          slug: tributi,
          title: 'Tributi',
          skillNeeds: [{ skill: 'tributi', minLevel: 1, relaxAfterMs: null }],
          opening: always,
        },
      ].map((service) => [
        service.slug,
        { ...service, languageRelaxAfterMs: 30_000, overflow: [], ...services?.[service.slug] },
      ]),
    ),
    totems: new Map(
      [padova, villanova, damaso].map((id) => [
        id,
        {
          id,
          slug: id,
          name: `Totem ${id}`,
          address: `via ${id}`,
          nearby: nearby?.[id] ?? [],
          opening: totemOpenings?.[id] ?? totemOpening ?? always,
          inService: !(outOfService ?? []).includes(id),
        },
      ]),
    ),
    closures: closures ?? [],
  }
}

/** What a visitor who leaves a number may say. */
export interface Asked {
  id?: string
  phone?: string
  reason?: string
  window?: TimeWindow | null
}

/** One body through a day: applies events, keeps what happened, answers through views. */
export class Day {
  board: Board
  now: EpochMs
  readonly facts: Fact[] = []
  readonly effects: Effect[] = []
  private readonly pages = new Map<TotemId, PageEpoch>()
  private readonly desks = new Map<OperatorId, PageEpoch>()
  private placed = 0

  constructor(from = '08:00', setup: Setup = {}) {
    this.board = emptyBoard(settings(setup))
    this.now = at(from)
  }

  /**
   * Time passes; what is due happens at `clock`, leases of open pages renewed in between. Visitors who are
   * asked whether they are still there say so, unless they are not `staying`.
   */
  to(clock: string, { beating = true, staying = true } = {}): this {
    const until = at(clock)
    while (beating && this.now + 5_000 < until) {
      this.now = epochMs(this.now + 5_000)
      this.beat()
      this.apply({ type: 'clockTicked' })
      if (staying) for (const id of this.pages.keys()) this.sayStillHere(id)
    }
    this.now = until
    if (beating) this.beat()
    this.apply({ type: 'clockTicked' })
    return this
  }

  /** What the pages' beats do in the database: a plain renewal of live leases. */
  beat(): void {
    const { deskLeaseMs, totemLeaseMs } = this.board.settings.rules
    const operators = new LayeredMap(this.board.operators)
    const totems = new LayeredMap(this.board.totems)
    for (const [id, operator] of this.board.operators) {
      const { desk } = operator
      if (desk.presence !== 'here' || this.desks.get(id) !== desk.epoch) continue
      operators.set(id, { ...operator, desk: { ...desk, leaseEndsAt: epochMs(this.now + deskLeaseMs) } })
    }
    for (const [id, totem] of this.board.totems) {
      if (totem.presence !== 'here' || this.pages.get(id) !== totem.epoch) continue
      totems.set(id, { ...totem, leaseEndsAt: epochMs(this.now + totemLeaseMs) })
    }
    this.board = { ...this.board, operators, totems }
  }

  apply(event: BoardEvent): Refusal | null {
    const step = transition(this.board, event, this.now)
    this.board = step.board
    this.facts.push(...step.facts)
    this.effects.push(...step.effects)
    return step.refusal
  }

  effectsOf(type: Effect['type']): Effect[] {
    return this.effects.filter((effect) => effect.type === type)
  }

  // Operators

  openDesk(id: OperatorId, { takeOver = false, reload = false } = {}): Refusal | null {
    const previousEpoch = reload ? (this.desks.get(id) ?? null) : null
    const refusal = this.apply({ type: 'deskOpened', operatorId: id, previousEpoch, takeOver })
    const epoch = this.board.operators.get(id)?.desk.epoch
    if (!refusal && epoch) this.desks.set(id, epoch)
    return refusal
  }

  /** The desk's page stops beating without a word: cable, power. */
  silence(id: OperatorId | TotemId): void {
    this.desks.delete(operatorId(id))
    this.pages.delete(totemId(id))
  }

  checkDevices(id: OperatorId, channels: Channels | null = VIDEO): void {
    this.apply({ type: 'devicesChecked', operatorId: id, epoch: this.epochOf(id), channels })
  }

  intend(id: OperatorId, intent: 'available' | 'on_break' | 'off_duty'): Refusal | null {
    return this.apply({ type: 'intentSet', operatorId: id, epoch: this.epochOf(id), intent })
  }

  overrule(
    id: OperatorId,
    intent: Intent,
    { by = sofia, expected = this.desk(id).intent, reason }: Overruling = {},
  ): Refusal | null {
    const event = { type: 'intentOverruled' as const, operatorId: id, by, expected, intent }
    return this.apply(reason ? { ...event, reason } : event)
  }

  /** On duty and past the ready guard at `clock`. */
  onDuty(id: OperatorId, clock: string, channels: Channels = VIDEO): this {
    this.to(clock)
    this.openDesk(id)
    this.checkDevices(id, channels)
    this.intend(id, 'available')
    return this
  }

  answer(id: OperatorId, offer = this.ringingOffer(id)): Refusal | null {
    return this.apply({ type: 'offerAnswered', offerId: offer, operatorId: id, epoch: this.epochOf(id) })
  }

  decline(id: OperatorId): Refusal | null {
    const offer = this.ringingOffer(id)
    return this.apply({ type: 'offerDeclined', offerId: offer, operatorId: id, epoch: this.epochOf(id) })
  }

  comeBack(id: OperatorId): Refusal | null {
    return this.apply({ type: 'operatorCameBack', operatorId: id, epoch: this.epochOf(id) })
  }

  hangUpAtDesk(id: OperatorId): Refusal | null {
    return this.apply({
      type: 'operatorHungUp',
      offerId: this.heldOffer(id),
      operatorId: id,
      epoch: this.epochOf(id),
    })
  }

  /** What came of dialling. */
  dialled(id: OperatorId, outcome: DialOutcome): Refusal | null {
    const { work } = this.desk(id)
    const offer = 'offer' in work ? work.offer.id : offerId('none')
    return this.apply({
      type: 'callbackDialled',
      offerId: offer,
      operatorId: id,
      epoch: this.epochOf(id),
      outcome,
    })
  }

  saveWrapUp(id: OperatorId): Refusal | null {
    const { work } = this.desk(id)
    const call = work.kind === 'wrap_up' ? work.callId : callId('none')
    return this.apply({ type: 'wrapUpSaved', callId: call, operatorId: id, epoch: this.epochOf(id) })
  }

  // Visitors

  openTotem(id: TotemId): this {
    this.apply({ type: 'totemPageOpened', totemId: id })
    const epoch = this.board.totems.get(id)?.epoch
    if (epoch) this.pages.set(id, epoch)
    return this
  }

  /** Places a call; its room opens at once unless `isRoomOpen` is false. */
  place(
    id: TotemId,
    service: ServiceSlug = urp,
    { channels = VIDEO, isRoomOpen = true, needs = NO_NEEDS, preferred = null }: Placing = {},
  ): Refusal | null {
    if (!this.pages.has(id)) this.openTotem(id)
    this.placed += 1
    const call = callId(`call-${this.placed}`)
    const epoch = this.pageOf(id)
    const refusal = this.apply({
      type: 'callPlaced',
      callId: call,
      totemId: id,
      epoch,
      service,
      needs,
      channels,
      preferred,
    })
    if (!refusal && isRoomOpen) this.apply({ type: 'roomOpened', callId: call })
    return refusal
  }

  leave(id: TotemId): Refusal | null {
    return this.apply({ type: 'visitorLeft', callId: this.callAt(id), totemId: id, epoch: this.pageOf(id) })
  }

  /** The visitor who waits here leaves a number. */
  callMeBack(id: TotemId, asked: Asked & { epoch?: PageEpoch } = {}): Refusal | null {
    return this.leaveNumber(id, { kind: 'call', callId: this.callAt(id) }, asked)
  }

  /** Where no call was admitted. */
  askForCallback(id: TotemId, asked: Asked & { service?: string } = {}): Refusal | null {
    if (!this.pages.has(id)) this.openTotem(id)
    const service = serviceSlug(asked.service ?? urp)
    return this.leaveNumber(id, { kind: 'refusal', service, needs: NO_NEEDS }, asked)
  }

  private leaveNumber(
    id: TotemId,
    from: CallbackOrigin,
    { phone = '338 123 4567', reason = 'Carta', window = null, ...more }: Asked & { epoch?: PageEpoch },
  ): Refusal | null {
    this.placed += 1
    return this.apply({
      type: 'callbackRequested',
      callbackId: callId(more.id ?? `callback-${this.placed}`),
      totemId: id,
      epoch: more.epoch ?? this.pageOf(id),
      from,
      phone,
      reason,
      window,
    })
  }

  /** "Sono qui", if they are asked. */
  sayStillHere(id: TotemId): void {
    const phase = this.phase(id)
    if (phase?.kind !== 'waiting' || !phase.stillHere) return
    this.apply({ type: 'visitorStillHere', callId: this.callAt(id), totemId: id, epoch: this.pageOf(id) })
  }

  /** Both ends confirm `channels` (all of them by default). */
  meet(operator: OperatorId, totem: TotemId, channels: Channels = VIDEO): void {
    const call = this.callAt(totem)
    this.apply({ type: 'totemReceives', callId: call, totemId: totem, epoch: this.pageOf(totem), channels })
    const offer = this.heldOffer(operator)
    this.apply({
      type: 'deskReceives',
      offerId: offer,
      operatorId: operator,
      epoch: this.epochOf(operator),
      channels,
    })
  }

  /** A call from `totem` that `operator` has answered and that is in call. */
  inCall(operator: OperatorId, totem: TotemId): this {
    this.place(totem)
    this.answer(operator)
    this.meet(operator, totem)
    return this
  }

  // Views

  totem(id: TotemId, epoch = this.pageOf(id)): TotemView {
    return totemView(this.board, id, epoch, this.now)
  }

  desk(id: OperatorId, epoch = this.epochOf(id)): DeskView {
    return deskView(this.board, id, epoch, this.now)
  }

  work(id: OperatorId): DeskWork['kind'] {
    return this.desk(id).work.kind
  }

  phase(id: TotemId): TotemPhase | null {
    return this.totem(id).call?.phase ?? null
  }

  callAt(id: TotemId): CallId {
    return this.totem(id).call?.id ?? callId('none')
  }

  ringingOffer(id: OperatorId): OfferId {
    const { work } = this.desk(id)
    return work.kind === 'ringing' ? work.offer.id : offerId('none')
  }

  heldOffer(id: OperatorId): OfferId {
    const { work } = this.desk(id)
    return 'offer' in work && work.kind !== 'ringing' ? work.offer.id : offerId('none')
  }

  epochOf(id: OperatorId): PageEpoch {
    return this.desks.get(id) ?? this.board.operators.get(id)?.desk.epoch ?? pageEpoch(0)
  }

  pageOf(id: TotemId): PageEpoch {
    return this.pages.get(id) ?? this.board.totems.get(id)?.epoch ?? pageEpoch(0)
  }
}
