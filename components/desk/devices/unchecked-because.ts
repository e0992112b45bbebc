import type { DeskView } from '@/lib/switchboard/views.ts'

/** Why this desk's devices want checking; null: they do not. */
export type UncheckedBecause = 'not_yet' | 'call_failed'

/**
 * Follows from one view to the next why devices count as unchecked. The board unchecks them after an
 * answered call whose media never met, also one that a colleague was to pass on; from a view alone that looks like a desk that was never checked.
 */
export function uncheckedBecause(
  before: UncheckedBecause | null,
  previous: DeskView | null,
  view: DeskView,
): UncheckedBecause | null {
  if (view.devices.kind === 'checked') return null
  const wasArriving = previous?.work.kind === 'connecting' || previous?.work.kind === 'joining'
  if (wasArriving && view.work.kind === 'idle' && previous?.devices.kind === 'checked') return 'call_failed'
  return before ?? 'not_yet'
}
