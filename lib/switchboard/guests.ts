import type { Call } from './board.ts'
import type { Due } from './deadlines.ts'
import type { Draft } from './draft.ts'
import type { GuestEvent, Refusal } from './events.ts'
import { type CallId, type EpochMs, type GuestId, plus } from './ids.ts'

/**
 * Somebody whom the operator has invited into a call by a link: an interpreter, a colleague, a relative.
 * ```
 *   invited ──(opens the link, "Entra")──▶ at_door ──"Fai entrare"──▶ admitted
 *      │                                      │                           │
 *      └── withdrawn, expired                 └── refused, left           └── left, removed ──▶ over
 *                                every one of them ──(the call ends)──▶ over
 * ```
 * Whoever is over comes back with a new invite only.
 */
export type Guest = GuestBase & GuestState

export interface GuestBase {
  id: GuestId
  as: GuestKind
  /** Told to everybody in the call. */
  name: string
  /** Of the secret in the link, which nobody keeps. */
  inviteHash: string
}

/** `signer`: interprets sign language, and is shown large. `interpreter`: of a spoken language. */
export const GUEST_KINDS = ['signer', 'interpreter', 'colleague', 'relative'] as const
export type GuestKind = (typeof GUEST_KINDS)[number]

/** `visitHash`: of the credential that the one browser was given which has used the invite. */
export type GuestState =
  | { state: 'invited'; expiresAt: EpochMs }
  | { state: 'at_door'; visitHash: string; leaseEndsAt: EpochMs }
  | { state: 'admitted'; visitHash: string; admittedAt: EpochMs; leaseEndsAt: EpochMs }
  | { state: 'over'; visitHash: string | null; outcome: GuestOutcome }

/** `left`: said so, or their page was not heard of any more. */
export type GuestOutcome = 'withdrawn' | 'expired' | 'refused' | 'removed' | 'left' | 'call_over'

/** Who may be in a call at once by invitation: its room has places for no more. */
const GUESTS_AT_MOST = 2
/** Invites of one call that are remembered, so that a link says why it no longer works. */
const REMEMBERED_AT_MOST = 12

/** Who a guest is in the call's room; another one for every invite. */
export const guestIdentity = (id: GuestId): string => `g-${id}`

export const admittedTo = (call: Call): (Guest & { state: 'admitted' })[] =>
  call.guests.filter((guest) => guest.state === 'admitted')

/** [SW-250] A link for one person, for some minutes. */
export function inviteGuest(
  draft: Draft,
  call: Call,
  { guestId: id, as, name, inviteHash }: GuestBaseOfEvent,
): Refusal | null {
  // The same invite again.
  if (call.guests.some((guest) => guest.id === id)) return null
  const live = call.guests.filter(({ state }) => state !== 'over')
  if (live.length >= GUESTS_AT_MOST) return 'guests-full'
  const expiresAt = plus(draft.now, draft.rules.inviteMs)
  const over = call.guests.filter(({ state }) => state === 'over').slice(1 - REMEMBERED_AT_MOST)
  setGuests(draft, call, [...over, ...live, { id, as, name, inviteHash, state: 'invited', expiresAt }])
  draft.facts.push({ type: 'guestInvited', callId: call.id, guestId: id, as })
  return null
}

interface GuestBaseOfEvent extends Omit<GuestBase, 'id'> {
  guestId: GuestId
}

/** [SW-252] "Fai entrare". */
export function admitGuest(draft: Draft, call: Call, id: GuestId): Refusal | null {
  const guest = call.guests.find((one) => one.id === id)
  if (guest?.state === 'admitted') return null
  if (guest?.state !== 'at_door') return 'guest-not-at-door'
  const { visitHash, leaseEndsAt } = guest
  setGuest(draft, call, guest, { state: 'admitted', visitHash, admittedAt: draft.now, leaseEndsAt })
  draft.facts.push({ type: 'guestAdmitted', callId: call.id, guestId: id, as: guest.as })
  return null
}

/** [SW-252] [SW-255] "Rifiuta", "Fai uscire", or an invite taken back. Whoever is gone already has gone. */
export function dismissGuest(draft: Draft, call: Call, id: GuestId): Refusal | null {
  const guest = call.guests.find((one) => one.id === id)
  if (guest && guest.state !== 'over') endGuest(draft, call, guest, DISMISSED[guest.state])
  return null
}

const DISMISSED = { invited: 'withdrawn', at_door: 'refused', admitted: 'removed' } as const

/** What the page of somebody invited does. Null: accepted. */
export function applyGuestEvent(draft: Draft, event: GuestEvent): Refusal | null {
  const call = draft.calls.get(event.callId)
  if (!call) return 'call-over'
  const guest = call.guests.find(({ id }) => id === event.guestId)
  if (!guest) return call.state === 'over' ? 'call-over' : 'invite-unknown'
  if (guest.state === 'over') return refusalOf(guest.outcome)
  if (event.type === 'guestArrived') return arrive(draft, call, guest, event)
  if (guest.state === 'invited' || guest.visitHash !== event.visitHash) return 'invite-unknown'
  if (event.type === 'guestLeft') endGuest(draft, call, guest, 'left')
  else setGuest(draft, call, guest, { ...guest, leaseEndsAt: plus(draft.now, draft.rules.guestLeaseMs) })
  return null
}

/** [SW-251] The first browser has the invite, and only it comes back. */
function arrive(
  draft: Draft,
  call: Call,
  guest: Guest & { state: 'invited' | 'at_door' | 'admitted' },
  { inviteHash, visitHash }: Extract<GuestEvent, { type: 'guestArrived' }>,
): Refusal | null {
  if (guest.inviteHash !== inviteHash) return 'invite-unknown'
  if (guest.state !== 'invited') return guest.visitHash === visitHash ? null : 'invite-used'
  const leaseEndsAt = plus(draft.now, draft.rules.guestLeaseMs)
  setGuest(draft, call, guest, { state: 'at_door', visitHash, leaseEndsAt })
  draft.facts.push({ type: 'guestArrived', callId: call.id, guestId: guest.id, as: guest.as })
  return null
}

/** Why somebody is no longer a guest, as the page that asks is told. */
export function refusalOf(outcome: GuestOutcome): Refusal {
  switch (outcome) {
    case 'expired':
    case 'withdrawn':
      return 'invite-expired'
    case 'refused':
      return 'guest-refused'
    case 'removed':
      return 'guest-removed'
    case 'left':
      return 'guest-left'
    case 'call_over':
      return 'call-over'
  }
}

/** [SW-254] Of every state that is not the last the end: an unused link, a page that is not heard of. */
export const guestDues = (call: Call): Due[] =>
  call.guests.flatMap((guest): Due[] => {
    if (guest.state === 'over') return []
    return guest.state === 'invited'
      ? [{ at: guest.expiresAt, happen: (draft) => endGuest(draft, call, guest, 'expired') }]
      : [{ at: guest.leaseEndsAt, happen: (draft) => endGuest(draft, call, guest, 'left') }]
  })

function endGuest(
  draft: Draft,
  call: Call,
  guest: Exclude<Guest, { state: 'over' }>,
  outcome: GuestOutcome,
): void {
  if (guest.state === 'admitted') {
    draft.effects.push({ type: 'removeParticipant', callId: call.id, identity: guestIdentity(guest.id) })
  }
  noteOver(draft, call.id, guest, outcome)
  setGuest(draft, call, guest, overAs(guest, outcome))
}

/** [SW-256] The guests of a call that ends, all gone with it: its room is closed anyway. */
export const guestsAtEnd = (draft: Draft, call: Call): Guest[] =>
  call.guests.map((guest) => {
    if (guest.state === 'over') return guest
    noteOver(draft, call.id, guest, 'call_over')
    return stripped(guest, overAs(guest, 'call_over'))
  })

const overAs = (
  guest: Exclude<Guest, { state: 'over' }>,
  outcome: GuestOutcome,
): GuestState & { state: 'over' } => ({
  state: 'over',
  visitHash: guest.state === 'invited' ? null : guest.visitHash,
  outcome,
})

function noteOver(draft: Draft, callId: CallId, { id, as }: GuestBase, outcome: GuestOutcome): void {
  draft.facts.push({ type: 'guestOver', callId, guestId: id, as, outcome })
}

/** Replaces a guest's state, whose old fields go. */
const stripped = ({ id, as, name, inviteHash }: GuestBase, state: GuestState): Guest => ({
  id,
  as,
  name,
  inviteHash,
  ...state,
})

function setGuest(draft: Draft, call: Call, guest: Guest, state: GuestState): void {
  setGuests(
    draft,
    call,
    call.guests.map((one) => (one.id === guest.id ? stripped(guest, state) : one)),
  )
}

function setGuests(draft: Draft, call: Call, guests: readonly Guest[]): void {
  draft.calls.set(call.id, { ...call, guests })
}
