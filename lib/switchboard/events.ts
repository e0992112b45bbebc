import type {
  Board,
  BreakReason,
  CallOutcome,
  Channels,
  End,
  Exclusion,
  Intent,
  Needs,
  OfferOutcome,
  OfferRole,
  TimeWindow,
  WaitingBecause,
} from './board.ts'
import type { GuestKind, GuestOutcome } from './guests.ts'
import type { CallId, EpochMs, GuestId, OfferId, OperatorId, PageEpoch, ServiceSlug, TotemId } from './ids.ts'
import type { Occupation } from './occupation.ts'
import type { Preference } from './preference.ts'
import type { OverflowAction } from './settings.ts'
import type { Showing, Shown, Ticking } from './stage.ts'
import type { Supervision } from './supervision.ts'
import type { TransferTarget } from './transfer.ts'

/** A past-tense fact that reached the switchboard. Late and repeated ones are normal and harmless. */
export type BoardEvent =
  | TotemEvent
  | DeskEvent
  | SupervisorEvent
  | GuestEvent
  | IntentOverruled
  | MediaEvent
  | { type: 'clockTicked' }

/** From the page that speaks for a totem; fenced by its epoch. */
export type TotemEvent =
  | { type: 'totemPageOpened'; totemId: TotemId }
  /** A beat that came after the lease had run out. */
  | { type: 'totemReturned'; totemId: TotemId; epoch: PageEpoch }
  | {
      type: 'callPlaced'
      callId: CallId
      totemId: TotemId
      epoch: PageEpoch
      service: ServiceSlug
      needs: Needs
      channels: Channels
      /** Who has had this visitor before and should have them again. Null: nobody is known. */
      preferred: OperatorId | null
    }
  | { type: 'totemChannelsDeclared'; callId: CallId; totemId: TotemId; epoch: PageEpoch; channels: Channels }
  /** Cancelled while waiting, hung up in the call: the visitor is done with it. */
  | { type: 'visitorLeft'; callId: CallId; totemId: TotemId; epoch: PageEpoch }
  /** "Sono qui", asked "Sei ancora qui?". */
  | { type: 'visitorStillHere'; callId: CallId; totemId: TotemId; epoch: PageEpoch }
  /** "Fine" on the last screen: the totem shows home again. */
  | { type: 'farewellEnded'; callId: CallId; totemId: TotemId; epoch: PageEpoch }
  /** This end has joined the room (again) and published, or is in it still while the room is away. */
  | { type: 'totemJoined'; callId: CallId; totemId: TotemId; epoch: PageEpoch }
  /** Channels of the other end that this end receives now. */
  | { type: 'totemReceives'; callId: CallId; totemId: TotemId; epoch: PageEpoch; channels: Channels }
  /** The same of a second operator who is joining. */
  | {
      type: 'totemReceivesSecond'
      callId: CallId
      offerId: OfferId
      totemId: TotemId
      epoch: PageEpoch
      channels: Channels
    }
  | { type: 'visitorTicked'; callId: CallId; totemId: TotemId; epoch: PageEpoch; ticking: Ticking }
  /** The visitor would rather be called: `phone` and `reason` as they wrote them. */
  | {
      type: 'callbackRequested'
      callbackId: CallId
      totemId: TotemId
      epoch: PageEpoch
      from: CallbackOrigin
      phone: string
      reason: string
      window: TimeWindow | null
    }

/** What a visitor who leaves a number turns away from: a call that waits or came to nothing, or the refusal of one. */
export type CallbackOrigin =
  | { kind: 'call'; callId: CallId }
  | { kind: 'refusal'; service: ServiceSlug; needs: Needs }

/** What came of dialling a visitor's number. */
export type DialOutcome = 'reached' | 'no_answer' | 'busy' | 'wrong_number'

/** From an operator's desk page; fenced by its epoch. */
export type DeskEvent =
  /** `previousEpoch`: the same tab reloaded and proves it. `takeOver`: the person said yes to taking the desk from another page. */
  | { type: 'deskOpened'; operatorId: OperatorId; previousEpoch: PageEpoch | null; takeOver: boolean }
  /** A beat that came after the lease had run out. */
  | { type: 'deskReturned'; operatorId: OperatorId; epoch: PageEpoch }
  /** The live stream of this page closed and did not come back at once. */
  | { type: 'deskStreamClosed'; operatorId: OperatorId; epoch: PageEpoch }
  /** The page said goodbye (closed, reloaded or navigated away). */
  | { type: 'deskLeft'; operatorId: OperatorId; epoch: PageEpoch }
  | { type: 'devicesChecked'; operatorId: OperatorId; epoch: PageEpoch; channels: Channels | null }
  /** `reason`: of a break, where the operator says one. */
  | { type: 'intentSet'; operatorId: OperatorId; epoch: PageEpoch; intent: Intent; reason?: BreakReason }
  /** "Ci sono". */
  | { type: 'operatorCameBack'; operatorId: OperatorId; epoch: PageEpoch }
  | OfferEvent
  | { type: 'wrapUpSaved'; callId: CallId; operatorId: OperatorId; epoch: PageEpoch }
  | { type: 'wrapUpExtended'; callId: CallId; operatorId: OperatorId; epoch: PageEpoch }

/** About one offer, from the desk it was made to. */
export type OfferEvent =
  | HolderEvent
  | { type: 'offerAnswered'; offerId: OfferId; operatorId: OperatorId; epoch: PageEpoch }
  | { type: 'offerDeclined'; offerId: OfferId; operatorId: OperatorId; epoch: PageEpoch }
  | { type: 'operatorHungUp'; offerId: OfferId; operatorId: OperatorId; epoch: PageEpoch }
  | { type: 'deskJoined'; offerId: OfferId; operatorId: OperatorId; epoch: PageEpoch }
  | { type: 'deskReceives'; offerId: OfferId; operatorId: OperatorId; epoch: PageEpoch; channels: Channels }
  | {
      type: 'deskChannelsDeclared'
      offerId: OfferId
      operatorId: OperatorId
      epoch: PageEpoch
      channels: Channels
    }
  | {
      type: 'callbackDialled'
      offerId: OfferId
      operatorId: OperatorId
      epoch: PageEpoch
      outcome: DialOutcome
    }

/** From the desk that has the call; `offerId` is its own. */
export type HolderEvent = { offerId: OfferId; operatorId: OperatorId; epoch: PageEpoch } & (
  | { type: 'callHeld' }
  | { type: 'callResumed' }
  /** Sent on, without talking to whoever comes next. */
  | { type: 'callTransferred'; to: TransferTarget; note: string }
  /** Asks a colleague, who is rung. */
  | { type: 'consultStarted'; to: OperatorId; note: string }
  /** The colleague is to take the call over. */
  | { type: 'consultCompleted' }
  /** The colleague is to talk to the visitor as well. */
  | { type: 'consultMerged' }
  /** Back to the visitor, without the colleague. */
  | { type: 'consultReturned' }
  /** Put up for both ends; null: taken down. */
  | { type: 'stageSet'; showing: Showing | null }
  | { type: 'stageTicked'; ticking: Ticking }
  /** `inviteHash`: of the secret in the link. */
  | { type: 'guestInvited'; guestId: GuestId; as: GuestKind; name: string; inviteHash: string }
  | { type: 'guestAdmitted'; guestId: GuestId }
  /** Not let in, or led out, or the invite taken back. */
  | { type: 'guestDismissed'; guestId: GuestId }
)

/** From a supervisor's page. No epoch: two pages of one supervisor mean the same person. */
export type SupervisorEvent = { callId: CallId; supervisorId: OperatorId } & (
  | { type: 'listeningStarted'; displayName: string }
  /** As a visible third. */
  | { type: 'supervisorJoined'; displayName: string }
  | { type: 'supervisionRenewed' }
  | { type: 'supervisorLeft' }
)

/** From the page of somebody invited, which proves itself by what it was given when it used the invite. */
export type GuestEvent = {
  callId: CallId
  guestId: GuestId
  visitHash: string
} /** The link was opened and "Entra" touched. */ & (
  | { type: 'guestArrived'; inviteHash: string }
  | { type: 'guestRenewed' }
  | { type: 'guestLeft' }
)

/**
 * From a supervisor: what another person's intent is to be. `expected` is the intent that the supervisor
 * saw when they decided.
 */
export interface IntentOverruled {
  type: 'intentOverruled'
  operatorId: OperatorId
  /** The supervisor's account. */
  by: OperatorId
  expected: Intent
  intent: Intent
  reason?: BreakReason
}

/** From the media server, always after re-reading the room. */
export type MediaEvent =
  | { type: 'roomOpened'; callId: CallId }
  | { type: 'roomFailed'; callId: CallId }
  /** It had been open, and the media server cannot be reached or does not have it any more. */
  | { type: 'roomLost'; callId: CallId }
  | { type: 'endSeen'; callId: CallId; end: End }
  | { type: 'endGone'; callId: CallId; end: End }
  | { type: 'consultRoomOpened'; callId: CallId; offerId: OfferId }
  | { type: 'consultRoomFailed'; callId: CallId; offerId: OfferId }
  /** A second operator, in the visitor's room. */
  | { type: 'secondSeen'; callId: CallId; offerId: OfferId }
  | { type: 'secondGone'; callId: CallId; offerId: OfferId }

/** An order that the shell carries out after the commit; idempotent, retried. */
export type Effect =
  | { type: 'openRoom'; callId: CallId }
  | { type: 'closeRoom'; callId: CallId }
  | { type: 'removeParticipant'; callId: CallId; identity: string }
  /** A room for two operators, named after the offer that called the second in. */
  | { type: 'openConsultRoom'; callId: CallId; offerId: OfferId }
  | { type: 'closeConsultRoom'; callId: CallId; offerId: OfferId }

/** What happened, for the append-only log. Everything that is counted is counted from these. */
export type Fact =
  /** With all that decides its place in the queue: `enqueuedAt` is older than the fact where a place is inherited. */
  | {
      type: 'callEnqueued'
      callId: CallId
      totemId: TotemId
      service: ServiceSlug
      needs: Needs
      priority: number
      preferred: OperatorId | null
      enqueuedAt: EpochMs
    }
  /** `step` counts from 1. */
  | {
      type: 'callOverflowed'
      callId: CallId
      step: number
      does: OverflowAction['do']
      because: 'waited' | 'nobody_on_duty'
    }
  | { type: 'stillHereAsked'; callId: CallId }
  | { type: 'visitorStillHere'; callId: CallId }
  | { type: 'callRefused'; totemId: TotemId; service: ServiceSlug; refusal: AdmissionRefusal }
  /** A `consult` is rung, answered and connected like a call's own, but the call had been answered before: it is counted apart. */
  | { type: 'offerMade'; callId: CallId; offerId: OfferId; operatorId: OperatorId; role: OfferRole }
  | { type: 'offerAccepted'; callId: CallId; offerId: OfferId; operatorId: OperatorId; role: OfferRole }
  | {
      type: 'offerOver'
      callId: CallId
      offerId: OfferId
      operatorId: OperatorId
      role: OfferRole
      outcome: OfferOutcome
    }
  | { type: 'callConnected'; callId: CallId; offerId: OfferId; operatorId: OperatorId; role: OfferRole }
  /** `keptApart`: whom it is not offered to for a while [SW-23]. `notBefore`: of a callback, its next dialling. */
  | {
      type: 'callWaitsAgain'
      callId: CallId
      because: WaitingBecause
      service: ServiceSlug
      priority: number
      preferred: Preference | null
      notBefore: EpochMs | null
      keptApart: Exclusion | null
    }
  | { type: 'endLost'; callId: CallId; end: End }
  | { type: 'endReturned'; callId: CallId; end: End }
  | { type: 'callOver'; callId: CallId; outcome: CallOutcome; enqueuedAt: EpochMs }
  | {
      type: 'callbackQueued'
      callId: CallId
      totemId: TotemId
      service: ServiceSlug
      needs: Needs
      priority: number
      preferred: Preference | null
      enqueuedAt: EpochMs
      notBefore: EpochMs
      inPlaceOf: CallId | null
      window: TimeWindow | null
    }
  | { type: 'callbackRefused'; totemId: TotemId; refusal: CallbackRefusal }
  | {
      type: 'callbackDialled'
      callId: CallId
      offerId: OfferId
      operatorId: OperatorId
      outcome: DialOutcome
    }
  | {
      type: 'wrapUpOver'
      callId: CallId
      offerId: OfferId
      operatorId: OperatorId
      how: 'saved' | 'timed_out'
    }
  | { type: 'wrapUpExtended'; callId: CallId; operatorId: OperatorId }
  /** `by`: whoever decided it, the operator or a supervisor. */
  | {
      type: 'intentSet'
      operatorId: OperatorId
      intent: Intent
      reason: BreakReason | null
      by: OperatorId
    }
  | { type: 'operatorNotResponding'; operatorId: OperatorId; callId: CallId }
  | { type: 'operatorCameBack'; operatorId: OperatorId }
  | { type: 'deskOpened'; operatorId: OperatorId; epoch: PageEpoch }
  | { type: 'deskLost'; operatorId: OperatorId }
  | { type: 'occupationChanged'; operatorId: OperatorId; occupation: Occupation }
  | { type: 'stageShown'; callId: CallId; offerId: OfferId; kind: Shown['kind'] }
  | { type: 'callHeld'; callId: CallId; offerId: OfferId }
  | { type: 'callResumed'; callId: CallId; offerId: OfferId }
  | { type: 'holdRecalled'; callId: CallId; offerId: OfferId }
  | { type: 'holdLapsed'; callId: CallId; offerId: OfferId }
  | {
      type: 'callTransferred'
      callId: CallId
      offerId: OfferId
      operatorId: OperatorId
      to: TransferTarget
    }
  | { type: 'secondBroughtIn'; callId: CallId; offerId: OfferId; aim: 'take_over' | 'stay' }
  | { type: 'secondLost'; callId: CallId; offerId: OfferId }
  | { type: 'secondReturned'; callId: CallId; offerId: OfferId }
  /** `from`: the offer that had the call before. */
  | { type: 'callTakenOver'; callId: CallId; offerId: OfferId; operatorId: OperatorId; from: OfferId }
  | { type: 'supervisionStarted'; callId: CallId; supervisorId: OperatorId; as: Supervision['as'] }
  /** Without their name, which is nobody's business afterwards. */
  | { type: 'guestInvited'; callId: CallId; guestId: GuestId; as: GuestKind }
  | { type: 'guestArrived'; callId: CallId; guestId: GuestId; as: GuestKind }
  | { type: 'guestAdmitted'; callId: CallId; guestId: GuestId; as: GuestKind }
  | { type: 'guestOver'; callId: CallId; guestId: GuestId; as: GuestKind; outcome: GuestOutcome }
  | { type: 'supervisionOver'; callId: CallId; supervisorId: OperatorId; as: Supervision['as'] }

/** Why a call was not admitted; each has a screen with a next step. */
export type AdmissionRefusal =
  | 'body-closed'
  | 'totem-closed'
  | 'service-closed'
  | 'nobody-on-duty'
  | 'closing-soon'
  /** No account of the body has what the call requires: a mistake in the settings, or in the request. */
  | 'nobody-skilled'
  | 'queue-full'
  | 'totem-out-of-service'
  | 'service-unknown'
  | 'call-exists'

/** Why a number was not taken; each is said beside the field or the key that it is about. */
export type CallbackRefusal =
  | 'phone-invalid'
  | 'reason-too-long'
  | 'window-unavailable'
  /** Somebody will call this number about this service already. */
  | 'callback-exists'
  /** So many callbacks of this totem are open that no more can be promised. */
  | 'callbacks-full'
  /** Somebody has answered the call, or it was brought to its end. */
  | 'call-answered'
  | 'call-over'
  | 'call-unknown'
  | 'call-exists'
  | 'service-unknown'

/** An ordinary "no", explained by whoever asked. */
export type Refusal =
  | AdmissionRefusal
  | CallbackRefusal
  | 'page-replaced'
  | 'operator-unknown'
  /** Somebody else has changed the intent since the supervisor looked. */
  | 'intent-changed'
  | 'desk-replaced'
  | 'desk-elsewhere'
  | 'offer-expired'
  | 'offer-withdrawn'
  | 'offer-not-yours'
  | 'offer-over'
  | 'dialling-not-reported'
  | 'not-a-callback'
  | 'wrap-up-over'
  | 'wrap-up-extended-already'
  | 'devices-unchecked'
  /** Only an answered and connected call can be held, moved on, shared or supervised. */
  | 'not-in-call'
  | 'not-the-holder'
  | 'held-already'
  | 'not-held'
  | 'visitor-lost'
  | 'target-is-self'
  | 'target-not-on-duty'
  | 'target-busy'
  | 'target-unfit'
  | 'office-unknown'
  | 'consult-running'
  | 'consult-not-connected'
  | 'no-consult'
  | 'hand-over-running'
  /** The list has been taken down, or another one put up. */
  | 'not-on-stage'
  /** The call's room has no place for another guest. */
  | 'guests-full'
  | 'guest-not-at-door'
  /** No such invite, or it is somebody else's. */
  | 'invite-unknown'
  | 'invite-used'
  | 'invite-expired'
  | 'guest-refused'
  | 'guest-removed'
  | 'guest-left'
  | 'listening-off'
  | 'supervised-already'
  | 'not-supervising'
  /** No call of the body could ever ring this operator. */
  | 'no-skills'

/** The outcome of one transition. On a refusal the board may still have moved on: what was due has been done. */
export interface Step {
  board: Board
  effects: readonly Effect[]
  facts: readonly Fact[]
  refusal: Refusal | null
}
