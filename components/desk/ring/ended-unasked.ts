import type { OfferId } from '@/lib/switchboard/ids.ts'
import type { DeskView } from '@/lib/switchboard/views.ts'

/**
 * Who has taken a ring back that this desk neither answered nor declined: the visitor, by leaving, or the colleague
 * who asked. Null: nobody.
 * A ring that nobody answered is told apart by its work, `not_responding`.
 */
export function endedUnasked(
  { work, intent }: DeskView,
  view: DeskView,
  asked: OfferId | null,
): 'left' | 'colleague_left' | null {
  if (view.work.kind !== 'idle' || view.intent !== intent) return null
  if (work.kind === 'ringing') return work.offer.id === asked ? null : 'left'
  if (work.kind === 'consult_ringing') return work.consult.offerId === asked ? null : 'colleague_left'
  return null
}
