import type { OfferId } from '@/lib/switchboard/ids.ts'
import type { DeskView } from '@/lib/switchboard/views.ts'

/**
 * True when a ring stopped although this desk neither answered nor declined it: the visitor has left.
 * A ring that nobody answered is told apart by its work, `not_responding`.
 */
export const endedUnasked = (before: DeskView, view: DeskView, asked: OfferId | null): boolean =>
  before.work.kind === 'ringing' &&
  view.work.kind === 'idle' &&
  before.work.offer.id !== asked &&
  view.intent === before.intent
