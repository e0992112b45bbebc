import type {
  DeskView,
  DeskWork,
  GuestInCall,
  GuestView,
  RoomView,
  SupervisionView,
  SupervisorInCall,
  TotemPhase,
  TotemView,
} from './views.ts'

/**
 * What one end sends and to whom, and whom it may show: the whole table "who sees and hears whom".
 * A pure function of the view, so that a reload, a reconnection or a late message can never open a
 * microphone.
 */
export interface MediaPlan {
  /** The room to be in; null: in none (leave, stop the tracks). */
  room: PlannedPlace | null
  /** `muted`: published, nothing leaves. `live`: may leave, unless the person muted it. */
  send: 'muted' | 'live'
  /** Identities that may subscribe to what this end publishes. */
  mayReceive: readonly string[]
  /**
   * Of those who may receive, who may receive faces and voices alone: a paper and a screen are between the visitor and
   * the operators. Absent: nobody.
   */
  peopleOnly?: readonly string[]
  /** Identities this end shows and plays; anyone else in the room is ignored. */
  shows: readonly string[]
  /** Of those whom it shows this end takes faces and voices alone: they give it nothing else. Absent: papers and screens too. */
  takesPeopleOnly?: true
  /**
   * The room that this end is out of only because no view has come for so long: what is typed there is kept until
   * one says whether the call goes on. Absent: what was typed anywhere else is forgotten.
   */
  mayReturnTo?: { name: string; identity: string }
}

export interface PlannedPlace {
  name: string
  identity: string
  /** [SW-409] The server cannot see who is in it: an end that is says so, now and again. */
  isAway?: true
}

/** An end that has had no view for this long mutes by itself: the call may be someone else's by now. */
export const VIEW_TIMEOUT_MS = 20_000

/**
 * After this long without a view the switchboard has given this end up (lease 15–20 s, grace 20 s): the
 * camera closes, though nobody could say so.
 */
export const VIEW_LOST_MS = 40_000

/** [SW-M12] What still flows in a room that is away goes on, and whoever is out of it tries: it may be back any moment. */
export const mayJoin = ({ media }: RoomView): boolean => media === 'open' || media === 'away'

const placeIn = ({ name, media }: RoomView, identity: string): PlannedPlace =>
  media === 'away' ? { name, identity, isAway: true } : { name, identity }

const NOTHING: MediaPlan = { room: null, send: 'muted', mayReceive: [], shows: [] }

/** Without a view for so long that nothing may be open, and without a word that the call is over. */
const waitingOutside = (room: NonNullable<MediaPlan['room']>): MediaPlan => ({
  ...NOTHING,
  mayReturnTo: room,
})

/** @param viewAgeMs how long ago the stream last proved that `view` is current */
export function totemMediaPlan(view: TotemView, viewAgeMs: number): MediaPlan {
  const call = view.call
  if (view.page === 'replaced' || !call || call.phase.kind === 'over') return NOTHING
  if (!mayJoin(call.room)) return NOTHING
  const room = placeIn(call.room, call.identity)
  if (viewAgeMs >= VIEW_LOST_MS) return waitingOutside(room)
  const { phase } = call
  const guests = identitiesOf(call.guests)
  switch (phase.kind) {
    case 'waiting':
      return { room, send: 'muted', mayReceive: [], shows: [] }
    case 'ringing':
      return { room, send: 'muted', mayReceive: [phase.ringing.identity], shows: [] }
    case 'connecting': {
      const talking = [phase.operator.identity, ...guests]
      const isLive = phase.lost.desk === null && viewAgeMs < VIEW_TIMEOUT_MS
      return {
        room,
        send: isLive ? 'live' : 'muted',
        mayReceive: talking,
        peopleOnly: guests,
        shows: talking,
      }
    }
    case 'in_call':
      return { room, ...totemInCall(phase, call.guests, viewAgeMs < VIEW_TIMEOUT_MS) }
  }
}

type InCallAtTotem = Extract<TotemPhase, { kind: 'in_call' }>

/** [SW-M10] Those whom an operator has let in; nobody before that is in any view. */
const identitiesOf = (guests: readonly GuestInCall[]): string[] => guests.map(({ identity }) => identity)

/**
 * [SW-M6] On hold nothing leaves; [SW-M8] a colleague who joins is named like the holder; [SW-M9] so is a
 * supervisor, and [SW-M10] a guest.
 */
function totemInCall(
  phase: InCallAtTotem,
  invited: readonly GuestInCall[],
  isFresh: boolean,
): Omit<MediaPlan, 'room'> {
  const { operator, lost, hold, colleague, supervisor } = phase
  const holder = operator.identity
  const isTakenOver = colleague?.aim === 'take_over'
  if (hold && !isTakenOver) return { send: 'muted', mayReceive: [holder], shows: [] }
  const others = colleague ? [colleague.operator.identity] : []
  const guests = identitiesOf(invited)
  // The first is shown large: whoever reads hands needs them so [SW-M10].
  const signing = identitiesOf(invited.filter(({ as }) => as === 'signer'))
  // Whoever hands over is out of the talk, and the visitor is told of nobody but those who are in it.
  const talking = [...(isTakenOver ? [] : [holder]), ...others, ...guests]
  const isAnyoneThere = lost.desk === null || (colleague !== null && !colleague.isLost)
  return {
    send: isAnyoneThere && isFresh ? 'live' : 'muted',
    mayReceive: [...talking, ...namesOf(supervisor)],
    peopleOnly: [...guests, ...namesOf(supervisor)],
    shows: [
      ...signing,
      ...talking.filter((identity) => !signing.includes(identity)),
      ...voicesOf(supervisor),
    ],
  }
}

/** A listener receives like anybody in the call. */
const namesOf = (supervisor: SupervisorInCall | null): string[] => (supervisor ? [supervisor.identity] : [])

/** A listener is neither seen nor heard, whatever it may send. */
const voicesOf = (supervisor: SupervisorInCall | null): string[] =>
  supervisor?.as === 'third' ? [supervisor.identity] : []

/**
 * The desk in the visitor's room. A consult has a room and a plan of its own: `deskConsultPlan`.
 * @param viewAgeMs how long ago the stream last proved that `view` is current
 */
export function deskMediaPlan(view: DeskView, viewAgeMs: number): MediaPlan {
  const work = view.work
  if (view.page === 'replaced' || !('offer' in work)) return NOTHING
  if (!mayJoin(work.offer.room)) return NOTHING
  const room = placeIn(work.offer.room, work.offer.identity)
  if (viewAgeMs >= VIEW_LOST_MS) return waitingOutside(room)
  const visitor = work.offer.visitorIdentity
  const guests = identitiesOf(work.offer.guests.filter(({ state }) => state === 'admitted'))
  const isFresh = viewAgeMs < VIEW_TIMEOUT_MS
  switch (work.kind) {
    case 'ringing':
      return { room, send: 'muted', mayReceive: [visitor], shows: [] }
    case 'connecting': {
      const isLive = work.lost.totem === null && isFresh
      const talking = [visitor, ...guests]
      return {
        room,
        send: isLive ? 'live' : 'muted',
        mayReceive: talking,
        peopleOnly: guests,
        shows: talking,
      }
    }
    case 'in_call':
      return { room, ...deskInCall(work, visitor, guests, isFresh) }
    case 'joining': {
      const first = work.aim === 'stay' ? [work.first.identity] : []
      const isLive = !work.isVisitorLost && isFresh
      return {
        room,
        send: isLive ? 'live' : 'muted',
        mayReceive: [visitor, ...first, ...guests, ...namesOf(work.supervisor)],
        peopleOnly: [...guests, ...namesOf(work.supervisor)],
        shows: [visitor, ...first, ...guests, ...voicesOf(work.supervisor)],
      }
    }
    // A telephone call has no room.
    case 'dialling':
    case 'on_phone':
      return NOTHING
  }
}

type InCallAtDesk = Extract<DeskWork, { kind: 'in_call' }>

/** [SW-M6] A hold mutes this end, too, and only this desk's own "Riprendi" ends that. */
function deskInCall(
  { lost, hold, colleague, supervisor }: InCallAtDesk,
  visitor: string,
  guests: readonly string[],
  isFresh: boolean,
): Omit<MediaPlan, 'room'> {
  if (hold) return { send: 'muted', mayReceive: [visitor], shows: [] }
  const isWithVisitor = colleague?.stage === 'joining' || colleague?.stage === 'beside'
  const others = isWithVisitor ? [colleague.operator.identity] : []
  const isAnyoneThere = lost.totem === null || (colleague?.stage === 'beside' && !colleague.isLost)
  return {
    send: isAnyoneThere && isFresh ? 'live' : 'muted',
    mayReceive: [visitor, ...others, ...guests, ...namesOf(supervisor)],
    peopleOnly: [...guests, ...namesOf(supervisor)],
    shows: [visitor, ...others, ...guests, ...voicesOf(supervisor)],
  }
}

/**
 * [SW-M7] The room in which two operators consult, as a second one beside the visitor's. What is sent there
 * is a copy of the tracks, because muting acts on the shared one.
 * @param viewAgeMs how long ago the stream last proved that `view` is current
 */
export function deskConsultPlan(view: DeskView, viewAgeMs: number): MediaPlan {
  const seat = view.page === 'replaced' || viewAgeMs >= VIEW_LOST_MS ? null : consultSeatOf(view.work)
  if (seat?.room.media !== 'open') return NOTHING
  const room = { name: seat.room.name, identity: seat.identity }
  const peer = [seat.peer]
  if (!seat.isTalking) return { room, send: 'muted', mayReceive: peer, shows: [] }
  const isLive = !seat.isPeerLost && viewAgeMs < VIEW_TIMEOUT_MS
  return { room, send: isLive ? 'live' : 'muted', mayReceive: peer, shows: peer }
}

/** A desk's place in the room of a consult. */
export interface ConsultSeat {
  room: RoomView
  identity: string
  peer: string
  isTalking: boolean
  isPeerLost: boolean
}

/** Where a desk consults, as the one who asks or the one who is asked. Null: it does not. */
export function consultSeatOf(work: DeskWork): ConsultSeat | null {
  switch (work.kind) {
    case 'in_call': {
      const { colleague, offer } = work
      if (!colleague?.room) return null
      const { room, operator, stage, isLost } = colleague
      const isTalking = stage === 'consulting'
      return { room, identity: offer.identity, peer: operator.identity, isTalking, isPeerLost: isLost }
    }
    case 'consult_ringing':
    case 'consulting': {
      const { room, identity, from, isFromLost } = work.consult
      const isTalking = work.kind === 'consulting'
      return { room, identity, peer: from.identity, isTalking, isPeerLost: isFromLost }
    }
    default:
      return null
  }
}

/**
 * [SW-M9] A supervisor in the visitor's room: a listener sends nothing, ever; a third is one of those who talk. Neither
 * takes a paper or a screen.
 * @param viewAgeMs how long ago the stream last proved that `view` is current
 */
export function supervisorMediaPlan({ call }: SupervisionView, viewAgeMs: number): MediaPlan {
  if (!call || !mayJoin(call.room)) return NOTHING
  const room = { name: call.room.name, identity: call.identity }
  if (viewAgeMs >= VIEW_LOST_MS) return waitingOutside(room)
  const talking = call.isOnHold
    ? []
    : [call.visitorIdentity, ...call.operators.map(({ identity }) => identity), ...identitiesOf(call.guests)]
  const takes = { shows: talking, takesPeopleOnly: true } as const
  if (call.as === 'listening') return { room, send: 'muted', mayReceive: [], ...takes }
  const isLive = talking.length > 0 && viewAgeMs < VIEW_TIMEOUT_MS
  return { room, send: isLive ? 'live' : 'muted', mayReceive: talking, ...takes }
}

/**
 * [SW-M10] A guest in the visitor's room: nowhere before an operator has let them in; while the visitor holds or
 * the call goes to the next operator nothing leaves and nothing is shown. A paper or a screen is never theirs.
 * @param viewAgeMs how long ago the stream last proved that `view` is current
 */
export function guestMediaPlan({ stage }: GuestView, viewAgeMs: number): MediaPlan {
  if (stage.kind !== 'admitted' || !mayJoin(stage.room)) return NOTHING
  const room = { name: stage.room.name, identity: stage.identity }
  if (viewAgeMs >= VIEW_LOST_MS) return waitingOutside(room)
  if (stage.talk !== 'on') {
    return { room, send: 'muted', mayReceive: [], shows: [], takesPeopleOnly: true }
  }
  const talking = [
    stage.visitorIdentity,
    ...stage.operators.map(({ identity }) => identity),
    ...identitiesOf(stage.others),
  ]
  return {
    room,
    send: viewAgeMs < VIEW_TIMEOUT_MS ? 'live' : 'muted',
    mayReceive: [...talking, ...namesOf(stage.supervisor)],
    shows: [...talking, ...voicesOf(stage.supervisor)],
    takesPeopleOnly: true,
  }
}
