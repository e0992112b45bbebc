import type { DeskOffer, DeskView } from '@/lib/switchboard/views.ts'

/** The offer this desk is rung for or engaged in. */
export function offerOf(view: DeskView): DeskOffer | null {
  const { work } = view
  return view.page === 'current' && 'offer' in work ? work.offer : null
}

/** The same, if it is one for camera and microphone: a callback is made by telephone. */
export function mediaOfferOf(view: DeskView): DeskOffer | null {
  const offer = offerOf(view)
  return offer?.callback ? null : offer
}
