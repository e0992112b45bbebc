import type { OfferId } from '@/lib/switchboard/ids.ts'
import type { DeskView } from '@/lib/switchboard/views.ts'

/**
 * The view a desk acts on between its 200 to "answer" and the stream's next view: the server has said
 * that this offer is its own, so the microphone may open now and the ring is over. Any view that says
 * something else about the offer, or about another one, counts as it is.
 */
export function withAnswer(view: DeskView, answered: OfferId | null): DeskView {
  if (view.work.kind !== 'ringing') return view
  if (view.work.offer.id !== answered) return view
  // Its number comes with the stream.
  if (view.work.offer.callback) return view
  return {
    ...view,
    work: { kind: 'connecting', offer: view.work.offer, lost: { totem: null, desk: null } },
  }
}
