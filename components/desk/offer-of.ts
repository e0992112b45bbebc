import type { Channels } from '@/lib/switchboard/board.ts'
import type { OfferId } from '@/lib/switchboard/ids.ts'
import type { DeskOffer, DeskView } from '@/lib/switchboard/views.ts'

/** The offer of a visitor that this desk is rung for or engaged in. */
function offerOf(view: DeskView): DeskOffer | null {
  const { work } = view
  return view.page === 'current' && 'offer' in work ? work.offer : null
}

/** The same, if it is one for camera and microphone: a callback is made by telephone. */
export function mediaOfferOf(view: DeskView): DeskOffer | null {
  const offer = offerOf(view)
  return offer?.callback ? null : offer
}

/** What this desk has in hand, rung or answered: a visitor's offer, or a colleague's question. */
export interface Engagement {
  id: OfferId
  /** What this desk declared it sends. */
  channels: Channels
  /** Camera and microphone are for it. */
  hasMedia: boolean
}

export function engagementOf(view: DeskView): Engagement | null {
  const { work } = view
  if (view.page === 'current' && 'consult' in work) {
    const { offerId, channels } = work.consult
    return { id: offerId, channels, hasMedia: true }
  }
  const offer = offerOf(view)
  return offer && { id: offer.id, channels: offer.channels, hasMedia: offer.callback === null }
}

/** It still rings, for a visitor or a colleague. */
export const isRung = ({ work }: DeskView): boolean =>
  work.kind === 'ringing' || work.kind === 'consult_ringing'
