import type { Call, Offer } from './board.ts'
import type { Draft } from './draft.ts'
import { endRing, endSecond } from './engagement.ts'
import type { OfferEvent, Refusal } from './events.ts'
import { answerConsult, joinIfMet, joinSecond, secondOf, secondReceives } from './second.ts'

/** What an operator does who was called into a colleague's call. Null: accepted. */
export function applySecondEvent(draft: Draft, call: Call, offer: Offer, event: OfferEvent): Refusal | null {
  const place = secondOf(call, offer.id)
  if (!place) return 'offer-over'
  switch (event.type) {
    case 'offerAnswered':
      answerConsult(draft, place.call, offer)
      return null
    case 'offerDeclined':
      if (offer.state !== 'ringing') return 'offer-over'
      endRing(draft, offer, 'declined')
      return null
    case 'operatorHungUp':
      if (offer.state === 'ringing') return 'offer-over'
      endSecond(draft, place.call, 'completed')
      return null
    case 'deskJoined':
      joinSecond(draft, place.call)
      return null
    case 'deskReceives':
      secondReceives(draft, place.call, 'desk', event.channels)
      return null
    case 'deskChannelsDeclared':
      draft.offers.set(offer.id, { ...offer, channels: event.channels })
      joinIfMet(draft, place.call)
      return null
    default:
      return 'not-the-holder'
  }
}
