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
import type { AdmissionRefusal } from './events.ts'
import type {
  CallId,
  EpochMs,
  OfferId,
  OperatorId,
  PageEpoch,
  PhoneNumber,
  ServiceSlug,
  TotemId,
} from './ids.ts'
import type { WaitRange } from './shown-wait.ts'

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
  channels: Channels
  enqueuedAt: EpochMs
  phase: TotemPhase
}

export interface RoomView {
  name: string
  /** `none`: a callback, for which nobody opens camera or microphone. */
  media: 'opening' | 'open' | 'failed' | 'none'
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
  | { kind: 'in_call'; operator: OperatorAtTotem; connectedAt: EpochMs; lost: LostEnds }
  | { kind: 'over'; outcome: CallOutcome }

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
  /** Calls waiting in this body, in order. */
  queue: readonly QueuedCall[]
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
  | { kind: 'in_call'; offer: DeskOffer; connectedAt: EpochMs; lost: LostEnds }
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
  room: RoomView
  /** Who this desk is in the room: `o-<offerId>`. */
  identity: string
  /** Who the totem is in the room: `t-<callId>`. */
  visitorIdentity: string
  /** What this desk declared it sends: a page that comes back to the call keeps to it. */
  channels: Channels
  /** What the totem declared it sends; the desk confirms each. */
  visitorChannels: Channels
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

/** Who the totem is in its call's room. */
export const totemIdentity = (id: CallId): string => `t-${id}`
/** Who a desk is in the room of the call it was offered. */
export const deskIdentity = (id: OfferId): string => `o-${id}`
/** The room of a call. Random, because the call's id is. */
export const roomName = (id: CallId): string => `call-${id}`
/** The room of two operators who consult. */
export const consultRoomName = (id: OfferId): string => `consult-${id}`
