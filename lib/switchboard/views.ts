import type {
  BreakReason,
  CallOutcome,
  Channels,
  Devices,
  Intent,
  LostEnds,
  Needs,
  TimeWindow,
} from './board.ts'
import type { AdmissionRefusal, Refusal } from './events.ts'
import type { GuestKind } from './guests.ts'
import type { HandOverTargets } from './hand-over-targets.ts'
import type { Hold } from './hold.ts'
import type {
  CallId,
  EpochMs,
  GuestId,
  OfferId,
  OperatorId,
  PageEpoch,
  PhoneNumber,
  ServiceSlug,
  TotemId,
} from './ids.ts'
import type { WaitRange } from './shown-wait.ts'
import type { ShownOnStage } from './stage.ts'

/**
 * What one audience may know, whole. Times are instants of the database's clock; `serverNow` lets a
 * browser turn them into durations without trusting its own.
 */
export interface TotemView {
  audience: 'totem'
  serverNow: EpochMs
  /** `replaced`: a newer page speaks for this totem; this one must stop. */
  page: 'current' | 'replaced'
  epoch: PageEpoch
  bodyName: string
  phone: string
  totem: { id: TotemId; slug: string; name: string }
  /** What the call button would get now, per service. */
  callable: Readonly<Record<string, Callable>>
  call: TotemCall | null
}

/** `closesAt` null: open round the clock, or hours unknown. */
export type Callable =
  | { kind: 'yes'; closesAt: EpochMs | null; waiting: number; wait: ExpectedWait }
  | { kind: 'no'; why: AdmissionRefusal; nextSteps: NextSteps }

/** What a visitor can do instead: every refusal comes with them. Instants are null where they are not known. */
export interface NextSteps {
  /** As people dial it. */
  phone: string
  /** When such a call may be placed here by the hours; null also where they would allow it now. */
  opensAt: EpochMs | null
  /** The same by the hours of the place alone, and of the service alone. */
  totemOpensAt: EpochMs | null
  serviceOpensAt: EpochMs | null
  /** Where the same call would be taken now; null: nowhere, or the reason holds everywhere. */
  totem: OpenTotem | null
  /** They may leave a number and be called. */
  callback: boolean
}

export interface OpenTotem {
  name: string
  address: string
  closesAt: EpochMs | null
}

/** `now`: somebody is rung at once. `position`: no more can be said than how many wait. */
export type ExpectedWait = { kind: 'now' } | ({ kind: 'range' } & WaitRange) | { kind: 'position' }

export interface TotemCall {
  id: CallId
  service: { slug: ServiceSlug; title: string }
  room: RoomView
  /** Who this end is in the room. */
  identity: string
  /** How the visitor wants to talk: who only writes opens no camera, not even after a reload. */
  mode: Needs['mode']
  channels: Channels
  enqueuedAt: EpochMs
  /** Let in by an operator; they stay when the call goes to the next one. */
  guests: readonly GuestInCall[]
  phase: TotemPhase
}

export interface RoomView {
  name: string
  /** `away`: for now, `mayJoin` all the same. `none`: a callback, for which nobody opens camera or microphone. */
  media: 'opening' | 'open' | 'away' | 'failed' | 'none'
}

/** What a waiting visitor is told. `longer`: it takes longer than was said before. */
export type WaitShown = ({ kind: 'range'; longer: boolean } & WaitRange) | { kind: 'position' }

/**
 * `position` counts from 1. `again`: it had been offered or answered before. `stillHere`: the visitor is
 * asked whether they are, and has until then to say so.
 */
export type TotemPhase =
  | {
      kind: 'waiting'
      position: number
      again: boolean
      wait: WaitShown
      stillHere: { answerBy: EpochMs } | null
      /** Overflow has come to offering a callback instead. */
      callbackOffered: boolean
    }
  | { kind: 'ringing'; position: number; again: boolean; ringing: OperatorAtTotem }
  | { kind: 'connecting'; operator: OperatorAtTotem; lost: LostEnds }
  | ({ kind: 'in_call'; operator: OperatorAtTotem; connectedAt: EpochMs; lost: LostEnds } & BesidesAtTotem)
  | { kind: 'over'; outcome: CallOutcome }

/** What else is true of a call in hand. */
export interface BesidesAtTotem {
  /** `lapsed`: no longer on hold, but the operator has not come back yet. */
  hold: { stage: 'held' | 'lapsed'; since: EpochMs } | null
  /** Another operator who is coming to the visitor, or talks to them too. */
  colleague: ColleagueAtTotem | null
  supervisor: SupervisorInCall | null
  /** What both ends look at. */
  stage: ShownOnStage | null
}

export interface ColleagueAtTotem {
  /** Whose reception the totem confirms while they are joining. */
  offerId: OfferId
  stage: 'joining' | 'beside'
  /** `take_over`: they are to have the call instead of the operator. */
  aim: 'take_over' | 'stay'
  operator: OperatorAtTotem
  isLost: boolean
}

/** Named to everybody in the call, always. */
export interface SupervisorInCall {
  displayName: string
  /** A listener sends nothing; a third is seen and heard. */
  as: 'listening' | 'third'
  identity: string
}

/** A call in hand with nobody but visitor and operator. */
export const NOTHING_BESIDES = { hold: null, colleague: null, supervisor: null, stage: null } as const

export interface OperatorAtTotem {
  displayName: string
  officeName: string
  /** Who they are in the room: `o-<offerId>`. */
  identity: string
  /** What the desk declared it sends; the totem confirms each. */
  channels: Channels
}

export interface DeskView {
  audience: 'desk'
  serverNow: EpochMs
  /** `replaced`: the desk is open elsewhere; this page must stop. */
  page: 'current' | 'replaced'
  epoch: PageEpoch
  bodyName: string
  operator: { id: OperatorId; displayName: string; officeName: string }
  intent: Intent
  /** `supervisor`: somebody else decided it, and the desk says so. */
  intentBy: 'self' | 'supervisor'
  /** What the break is for, where somebody said. */
  breakReason: BreakReason | null
  devices: Devices
  work: DeskWork
  /** Calls waiting in this body, in order: the first of them. */
  queue: readonly QueuedCall[]
  /** How many there are. */
  queueLength: number
  /** Where the call in hand could go. Null: this desk has none that it could send on. */
  handOver: HandOverTargets | null
}

export interface QueuedCall {
  position: number
  totemName: string
  serviceTitle: string
  language: string | null
  enqueuedAt: EpochMs
  /** To be called by telephone. */
  isCallback: boolean
}

export type DeskWork =
  | { kind: 'idle'; readyAt: EpochMs }
  | { kind: 'not_responding'; since: EpochMs }
  | { kind: 'ringing'; offer: DeskOffer; offeredAt: EpochMs; expiresAt: EpochMs }
  | { kind: 'connecting'; offer: DeskOffer; lost: LostEnds }
  | ({ kind: 'in_call'; offer: DeskOffer; connectedAt: EpochMs; lost: LostEnds } & BesidesAtDesk)
  /** A colleague asks: the desk rings for them, not for the visitor. */
  | { kind: 'consult_ringing'; consult: DeskConsult; offeredAt: EpochMs; expiresAt: EpochMs }
  | { kind: 'consulting'; consult: DeskConsult; endsAt: EpochMs; isLost: boolean }
  /** On the way to the visitor, whose channels are to be confirmed by `deadline`. */
  | {
      kind: 'joining'
      offer: DeskOffer
      aim: 'take_over' | 'stay'
      first: OperatorAtTotem
      deadline: EpochMs
      isVisitorLost: boolean
      supervisor: SupervisorInCall | null
    }
  /** The number is told once the desk has taken it on, and to no other. */
  | { kind: 'dialling'; offer: DeskOffer; phone: PhoneNumber }
  | { kind: 'on_phone'; offer: DeskOffer; phone: PhoneNumber; reachedAt: EpochMs }
  | {
      kind: 'wrap_up'
      callId: CallId
      totemName: string
      service: ServiceSlug
      serviceTitle: string
      endsAt: EpochMs
      isExtended: boolean
    }

/** What else is true of a call in hand. */
export interface BesidesAtDesk {
  hold: Hold | null
  colleague: ColleagueAtDesk | null
  supervisor: SupervisorInCall | null
  stage: ShownOnStage | null
}

/** The other operator in the call. `first`: it is this desk that was called in. */
export interface ColleagueAtDesk {
  part: 'first' | 'second'
  stage: 'ringing' | 'consulting' | 'joining' | 'beside'
  operator: OperatorAtTotem
  /** Where the two consult. Null: in the visitor's room, or nowhere. */
  room: RoomView | null
  /** When this stage ends by itself. Null: it does not. */
  until: EpochMs | null
  isLost: boolean
}

/** What a colleague asks this desk about. */
export interface DeskConsult {
  offerId: OfferId
  callId: CallId
  totemName: string
  service: ServiceSlug
  serviceTitle: string
  needs: Needs
  note: string
  from: OperatorAtTotem
  room: RoomView
  /** Who this desk is in the room. */
  identity: string
  channels: Channels
  isFromLost: boolean
}

/** What whoever had the call before left for this desk. */
export interface HandoverAtDesk {
  fromName: string
  note: string
  at: EpochMs
}

export interface DeskOffer {
  id: OfferId
  callId: CallId
  totemName: string
  service: ServiceSlug
  serviceTitle: string
  needs: Needs
  enqueuedAt: EpochMs
  /** The call had been with somebody before. */
  again: boolean
  handover: HandoverAtDesk | null
  room: RoomView
  /** Who this desk is in the room: `o-<offerId>`. */
  identity: string
  /** Who the totem is in the room: `t-<callId>`. */
  visitorIdentity: string
  /** What this desk declared it sends: a page that comes back to the call keeps to it. */
  channels: Channels
  /** What the totem declared it sends; the desk confirms each. */
  visitorChannels: Channels
  /** Invited, at the door, and in the call. */
  guests: readonly GuestAtDesk[]
  /** Null: the visitor is at the totem. */
  callback: CallbackAtDesk | null
}

/** What the desk may know of a callback before it takes it on. */
export interface CallbackAtDesk {
  reason: string
  window: TimeWindow | null
  requestedAt: EpochMs
  /** How often it was dialled in vain, and how often at most. */
  failedDials: number
  dialsAtMost: number
}

/** Somebody whom the operator has let in: named to everybody in the call, always. */
export interface GuestInCall {
  /** Who they are in the room. */
  identity: string
  as: GuestKind
  name: string
}

/** Somebody invited, as the desk that has the call knows them. */
export interface GuestAtDesk extends GuestInCall {
  id: GuestId
  state: 'invited' | 'at_door' | 'admitted'
  /** Of an unused invite: until when its link can be used. */
  until: EpochMs | null
}

/** What the page of somebody invited may know. */
export interface GuestView {
  audience: 'guest'
  serverNow: EpochMs
  bodyName: string
  /** Null: not (or no longer) known here. */
  guest: { as: GuestKind; name: string } | null
  stage: GuestStage
}

export type GuestStage =
  /** Nothing of the call is told to whoever has not been let in, but who has it. */
  | { kind: 'at_door'; operator: OperatorAtTotem | null }
  | {
      kind: 'admitted'
      room: RoomView
      identity: string
      visitorIdentity: string
      /** `between_operators`: on its way to the next one, and nobody is seen or heard. */
      talk: 'on' | 'on_hold' | 'between_operators'
      operators: readonly OperatorAtTotem[]
      others: readonly GuestInCall[]
      /** Somebody speaks with their hands: nobody's picture rests for the sake of the voices. */
      isSigned: boolean
      supervisor: SupervisorInCall | null
    }
  | { kind: 'over'; why: Refusal }

/** What a supervisor may know of the call they are in; null: they are in none (any more). */
export interface SupervisionView {
  audience: 'supervision'
  serverNow: EpochMs
  call: {
    id: CallId
    as: SupervisorInCall['as']
    totemName: string
    serviceTitle: string
    room: RoomView
    /** Who this supervisor is in the room. */
    identity: string
    visitorIdentity: string
    /** Those who talk to the visitor now. */
    operators: readonly OperatorAtTotem[]
    guests: readonly GuestInCall[]
    /** Somebody speaks with their hands: nobody's picture rests for the sake of the voices. */
    isSigned: boolean
    isOnHold: boolean
  } | null
}

/** Who the totem is in its call's room. */
export const totemIdentity = (id: CallId): string => `t-${id}`
/** Who a desk is in the room of the call it was offered. */
export const deskIdentity = (id: OfferId): string => `o-${id}`
/** The room of a call. Random, because the call's id is. */
export const roomName = (id: CallId): string => `call-${id}`
/** The room of two operators who consult. */
export const consultRoomName = (id: OfferId): string => `consult-${id}`
