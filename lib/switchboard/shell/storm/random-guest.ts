import type { Board, Call } from '../../board.ts'
import type { GuestEvent, OfferEvent } from '../../events.ts'
import { guestId } from '../../ids.ts'
import { anyCall } from './any-of.ts'
import type { Random } from './random.ts'

type Offer = Pick<OfferEvent, 'offerId' | 'operatorId' | 'epoch'>

/** What the holder might do about guests: invite them, and mostly let in whoever is at the door. */
export function randomGuestCommand(call: Call, offer: Offer, random: Random): OfferEvent {
  const known = call.guests.map(({ id }) => id)
  const guest =
    known.length > 0 && random.chance(0.6) ? random.pick(known) : guestId(`g${random.below(1000)}`)
  return random.pick<OfferEvent>([
    {
      type: 'guestInvited',
      ...offer,
      guestId: guest,
      as: 'signer',
      name: 'Maria',
      inviteHash: inviteOf(guest),
    },
    {
      type: 'guestInvited',
      ...offer,
      guestId: guest,
      as: 'relative',
      name: 'Ugo',
      inviteHash: inviteOf(guest),
    },
    { type: 'guestAdmitted', ...offer, guestId: guest },
    { type: 'guestAdmitted', ...offer, guestId: guest },
    { type: 'guestDismissed', ...offer, guestId: guest },
  ])
}

/** What the page of somebody invited might do, at times one that was not. */
export function randomGuestEvent(board: Board, random: Random): GuestEvent {
  const calls = [...board.calls.values()].filter(({ guests }) => guests.length > 0)
  const call = calls.length > 0 ? random.pick(calls) : null
  const guest = call ? random.pick(call.guests).id : guestId('none')
  const browser = random.chance(0.8) ? 'phone' : 'stranger'
  const of = { callId: call?.id ?? anyCall(board, random), guestId: guest, visitHash: `${guest} ${browser}` }
  return random.pick<GuestEvent>([
    { type: 'guestArrived', ...of, inviteHash: inviteOf(guest) },
    { type: 'guestArrived', ...of, inviteHash: inviteOf(guest) },
    { type: 'guestRenewed', ...of },
    { type: 'guestRenewed', ...of },
    { type: 'guestLeft', ...of },
  ])
}

const inviteOf = (guest: string): string => `invite ${guest}`
