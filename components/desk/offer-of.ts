import type { DeskOffer, DeskView } from '@/lib/switchboard/views.ts'

/** The offer this desk is rung for or engaged in. */
export function offerOf(view: DeskView): DeskOffer | null {
  const { work } = view
  const isEngaged = work.kind === 'ringing' || work.kind === 'connecting' || work.kind === 'in_call'
  return view.page === 'current' && isEngaged ? work.offer : null
}
