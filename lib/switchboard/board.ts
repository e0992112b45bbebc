import type { Guest } from './guests.ts'
import type { Hold } from './hold.ts'
import type {
  CallId,
  EpochMs,
  OfferId,
  OfficeId,
  OperatorId,
  PageEpoch,
  PhoneNumber,
  ServiceSlug,
  TotemId,
} from './ids.ts'
import type { Preference } from './preference.ts'
import type { Second } from './second.ts'
import type { Settings } from './settings.ts'
import type { ShownWait } from './shown-wait.ts'
import type { Stage } from './stage.ts'
import type { Supervision } from './supervision.ts'
import type { Handover } from './transfer.ts'

/**
 * All that routing needs to know of one body at one moment. Immutable: a transition makes a new one
 * and leaves what it did not touch identical, so that storage can save the difference.
 */
export interface Board {
  settings: Settings
  operators: ReadonlyMap<OperatorId, Operator>
  totems: ReadonlyMap<TotemId, TotemPage>
  /** Live calls, and finished ones until their farewell is over. */
  calls: ReadonlyMap<CallId, Call>
  /** Live offers, and those that ended within the last `OFFER_MEMORY_MS`, so that a late answer learns why. */
  offers: ReadonlyMap<OfferId, Offer>
  experience: Experience
}

/** What a body's own calls have taught so far, for the estimate of the next wait. */
export interface Experience {
  /** How long the last calls occupied their operators, from the ring to the end of the wrap-up; the oldest first. */
  handleTimesMs: readonly number[]
  /** How often a visitor gave up waiting, and for how long visitors waited in all. */
  abandons: number
  waitedMs: number
}

/** The three channels of total conversation. */
export interface Channels {
  sound: boolean
  picture: boolean
  text: boolean
}

/** What the call asks of whoever answers; part of every call, even where empty. */
export interface Needs {
  skills: readonly string[]
  /** A wish, BCP 47; null: none said. */
  language: string | null
  /** How the visitor wants to talk. `lis`: sign language. */
  mode: 'spoken' | 'lis' | 'text'
}

/** The page that speaks for a totem: the newest one opened on it. */
export interface TotemPage {
  id: TotemId
  epoch: PageEpoch
  presence: Presence
  leaseEndsAt: EpochMs
}

/**
 * `here` while the lease is renewed; the engine writes `gone` once it has run out and its
 * consequences are drawn. Whoever asks "is it there?" compares the lease too.
 */
export type Presence = 'here' | 'gone'

/**
 * Three independent columns. *Intent* is what the person wants, *presence* whether a desk page is
 * alive (`desk`), *work* what the engine has given them.
 */
export interface Operator {
  id: OperatorId
  intent: Intent
  /** Whose decision the intent was: their own, or a supervisor's. */
  intentBy: OperatorId
  /** What they are on a break for, where somebody said; null in every other intent. */
  breakReason: BreakReason | null
  desk: DeskPage
  devices: Devices
  work: Work
  /** Not rung before this. */
  readyAt: EpochMs
  /** Since when they have had nothing to do: the longest idle is rung first. */
  idleSince: EpochMs
}

export type Intent = 'available' | 'on_break' | 'off_duty'

export const BREAK_REASONS = ['pause', 'training', 'back_office'] as const
export type BreakReason = (typeof BREAK_REASONS)[number]

export interface DeskPage {
  epoch: PageEpoch
  presence: Presence
  leaseEndsAt: EpochMs
}

/** `unchecked` operators are not rung. A checked desk declares what it can send. */
export type Devices = { kind: 'unchecked' } | { kind: 'checked'; channels: Channels }

/**
 * ```
 *            offer made            answered, call over
 *   idle ───────────────▶ engaged ─────────────────────▶ wrap_up ──(saved or time)──▶ idle
 *    ▲  ◀───────────────────┘ │
 *    │   declined, withdrawn  └──(offer expired)──▶ not_responding
 *    └──────────────────── "Ci sono" ──────────────────────┘
 * ```
 * Ringing, connecting and in call are not told apart here: the offer and its call say so.
 */
export type Work =
  | { kind: 'idle' }
  | { kind: 'engaged'; offerId: OfferId }
  | { kind: 'wrap_up'; wrapUp: WrapUp }
  | { kind: 'not_responding'; since: EpochMs }

export interface WrapUp {
  callId: CallId
  offerId: OfferId
  totemId: TotemId
  service: ServiceSlug
  /** When this operator was rung for the call: their work for it began. */
  offeredAt: EpochMs
  startedAt: EpochMs
  endsAt: EpochMs
  isExtended: boolean
}

/**
 * One attempt to ring one operator for one call.
 * ```
 *   ringing ──▶ accepted ──▶ active ──▶ over (completed, lost, not_reached)
 *      │           └──────────────────▶ over (media_failed, lost, completed, not_reached)
 *      └──▶ over (declined, expired, withdrawn)
 * ```
 */
export type Offer = OfferBase & OfferState

export interface OfferBase {
  id: OfferId
  callId: CallId
  operatorId: OperatorId
  /** `primary`: to have the call. `consult`: to be asked by whoever has it; it turns primary when it takes the call over. */
  role: OfferRole
  /** 1 for the first ring of a call. */
  attempt: number
  offeredAt: EpochMs
  /** What the desk declared it can send. */
  channels: Channels
}

export type OfferRole = 'primary' | 'consult'

export type OfferState =
  | { state: 'ringing'; expiresAt: EpochMs }
  | { state: 'accepted'; acceptedAt: EpochMs }
  | { state: 'active'; acceptedAt: EpochMs; connectedAt: EpochMs }
  | { state: 'over'; outcome: OfferOutcome; endedAt: EpochMs }

export type OfferOutcome =
  | 'completed'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'media_failed'
  | 'lost'
  | 'not_reached'

/**
 * One request for help.
 * ```
 *   waiting ⇄ offered ──▶ connecting ──▶ in_call ──▶ over
 *      ▲                      │             │
 *      └──────────────────────┴─────────────┘   media failed, operator lost: keeps enqueuedAt
 *   waiting, offered, connecting ──▶ over         visitor left, totem lost, waited too long
 * ```
 * A callback is a call without a totem's page and without a room; its operator dials:
 * ```
 *   waiting ⇄ offered ──▶ dialling ──▶ on_phone ──▶ over
 *      ▲                      │            │
 *      └──────────────────────┴────────────┘   nobody answers, operator lost: keeps enqueuedAt
 *   waiting, dialling, on_phone ──▶ over          not reached, wrong number, not called in time
 * ```
 */
export type Call = CallBase & CallState

export interface CallBase {
  id: CallId
  totemId: TotemId
  service: ServiceSlug
  needs: Needs
  /** What the totem declared it can send. */
  channels: Channels
  /** Higher first. */
  priority: number
  /** The call's place in the queue: kept whenever it waits again. */
  enqueuedAt: EpochMs
  /** Since when nobody has answered: later than `enqueuedAt` once it had been answered and came back. */
  waitingSince: EpochMs
  /** The wait that the visitor has been told; null: none yet. */
  shown: ShownWait | null
  media: RoomState
  /** Null: the visitor is at the totem. Else they have left a number, and `totemId` says where. */
  callback: CallbackRequest | null
  /** Offers made so far. */
  attempts: number
  exclusions: readonly Exclusion[]
  /** Answers in a row whose media never met. */
  mediaFailures: number
  /** What the last operator who transferred it left for the next. Null: nobody has. */
  handover: Handover | null
  /** Whom it waits for first: until then, as long as one of them is on duty. Null: for anybody who fits. */
  preferred: Preference | null
  /** What both ends look at, also while the call is on its way to the next operator. Null: nothing yet. */
  stage: Stage | null
  /** Invited into it, and for a while those who were: they stay when the call moves on. */
  guests: readonly Guest[]
  wait: Wait
}

/**
 * The call's LiveKit room. Nobody connects before it is open; a callback has none.
 * ```
 *   opening ──▶ open ⇄ away
 *      └──▶ failed ◀────┘     not there by the deadline
 * ```
 * `away`: it had been open, and the media server cannot be reached or has lost it. `heard`: when each end has last said
 * meanwhile that it is in it.
 */
export type RoomState =
  | { kind: 'opening'; deadline: EpochMs }
  | { kind: 'open' }
  | { kind: 'away'; deadline: EpochMs; heard: Record<End, EpochMs | null> }
  | { kind: 'failed' }
  | { kind: 'none' }

/**
 * What a visitor left so as to be called by telephone. `phone` and `reason` are told to the operator who
 * dials and to nobody else: they stand in no fact and no log, and storage wipes them after the end.
 */
export interface CallbackRequest {
  phone: PhoneNumber
  /** In the visitor's words; may be empty. */
  reason: string
  /** When they would like to be called; null: as soon as possible. */
  window: TimeWindow | null
  /** The call that ended for it and whose place it has; null: asked for where no call was admitted. */
  inPlaceOf: CallId | null
  requestedAt: EpochMs
  /** Holds no place in the queue and is not offered before this. */
  notBefore: EpochMs
  /** Over if it still waits then. */
  expiresAt: EpochMs
  /** How often it was dialled in vain. */
  failedDials: number
}

/** From `from` on, before `until`. */
export interface TimeWindow {
  from: EpochMs
  until: EpochMs
}

/** What waiting has come to. Made by `newWait`; kept, without effect, while the call is answered. */
export interface Wait {
  /** The hours end before: it is served until then. Null: no closing is known. */
  servedUntil: EpochMs | null
  overflow: Overflow
  stillHere: StillHere
}

/** What overflow has changed in what the call asks for. */
export interface Overflow {
  /** Steps of the service's list that have been taken. */
  steps: number
  /** Skills that are no longer asked for. */
  dropped: readonly string[]
  /** Whoever could answer about one of these may take the call, too. */
  alsoAs: readonly ServiceSlug[]
  /** Whoever belongs to one of these may take the call, too. */
  alsoOf: readonly OfficeId[]
  callbackOffered: boolean
}

/** "Sei ancora qui?" */
export type StillHere =
  /** Asked at `askAt`; null: never. */
  | { kind: 'quiet'; askAt: EpochMs | null }
  /** Without a touch by `answerBy` the visitor has walked off. */
  | { kind: 'asked'; answerBy: EpochMs }

/** This operator is not rung for this call before `until`. */
export interface Exclusion {
  operatorId: OperatorId
  until: EpochMs
}

export type CallState =
  | { state: 'waiting'; because: WaitingBecause; deadline: EpochMs }
  /** `deadline` is still that of the wait; the offer has its own. */
  | { state: 'offered'; offerId: OfferId; deadline: EpochMs }
  | {
      state: 'connecting'
      offerId: OfferId
      deadline: EpochMs
      /** What each end says it receives. */
      received: { totem: Channels; desk: Channels }
      lost: LostEnds
      mustJoin: readonly End[]
    }
  | {
      state: 'in_call'
      offerId: OfferId
      connectedAt: EpochMs
      /** Moved ahead by each end's beat: see `Rules.callBeatMs`. */
      deadline: EpochMs
      lost: LostEnds
      /** Ends whose page was opened anew: only that page's own word brings them back, because the room may still show the old one. */
      mustJoin: readonly End[]
      hold: Hold | null
      /** Another operator whom the holder has called in. */
      second: Second | null
      supervision: Supervision | null
    }
  /** The operator has the number and dials. `deadline`: moved ahead by the desk's beat. */
  | { state: 'dialling'; offerId: OfferId; deadline: EpochMs }
  /** The visitor has answered the telephone. */
  | { state: 'on_phone'; offerId: OfferId; reachedAt: EpochMs; deadline: EpochMs }
  | { state: 'over'; outcome: CallOutcome; endedAt: EpochMs; forgetAt: EpochMs }

export type WaitingBecause =
  | 'placed'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'media_failed'
  | 'operator_lost'
  | 'not_reached'
  | 'transferred'

/** A call that is in call. */
export type InCall = Call & { state: 'in_call' }

/** How every call is when it has just been connected: two ends, and nothing else. */
export const NOTHING_ELSE = { hold: null, second: null, supervision: null } as const

/** An end that is gone from a call, and until when it may come back. Null: it is there. */
export interface LostEnds {
  totem: EpochMs | null
  desk: EpochMs | null
}

export type End = 'totem' | 'desk'

/** How a call ended, for its totem and for the log. */
export type CallOutcome =
  | { kind: 'ended'; by: 'totem' | 'desk' | 'totem_lost' | 'both_lost' }
  /** `walked_off`: did not answer "Sei ancora qui?". */
  | { kind: 'abandoned'; by: 'visitor' | 'totem_lost' | 'walked_off' }
  /** Waited longer than `Rules.maxWaitMs`. */
  | { kind: 'expired' }
  /** Nobody took it, and its service says to give up then: see `OverflowStep`. */
  | { kind: 'overflowed' }
  /** The media server could not open a room or was away too long, two answers in a row never met, or the hours ended. */
  | { kind: 'closed'; why: 'media_away' | 'media_failed' | 'closing' }
  /** The visitor left a number: `callbackId` has the call's place. */
  | { kind: 'callback'; callbackId: CallId; window: TimeWindow | null }
  /** A callback's number did not lead to its visitor. */
  | { kind: 'callback_failed'; why: 'not_reached' | 'wrong_number' }

/** An ended offer stays on the board this long. */
export const OFFER_MEMORY_MS = 60_000

export const NO_CHANNELS: Channels = { sound: false, picture: false, text: false }

/** True when `received` has every channel of `declared`. */
export const covers = (received: Channels, declared: Channels): boolean =>
  (received.sound || !declared.sound) &&
  (received.picture || !declared.picture) &&
  (received.text || !declared.text)

/** A body that nothing has happened in yet. */
export const emptyBoard = (settings: Settings): Board => ({
  settings,
  operators: new Map(),
  totems: new Map(),
  calls: new Map(),
  offers: new Map(),
  experience: NO_EXPERIENCE,
})

export const NO_EXPERIENCE: Experience = { handleTimesMs: [], abandons: 0, waitedMs: 0 }
