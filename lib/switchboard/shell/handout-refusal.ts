import type { Board } from '../board.ts'
import type { Refusal } from '../events.ts'
import type { CallId, EpochMs, PageEpoch, TotemId } from '../ids.ts'
import { totemView } from '../totem-view.ts'

/** Why this totem's page may hand nothing over now: only its own call in hand has a stage. Null: it may. */
export function handoutRefusal(
  board: Board,
  asked: { totemId: TotemId; epoch: PageEpoch; callId: CallId; now: EpochMs },
): Refusal | null {
  const { page, call } = totemView(board, asked.totemId, asked.epoch, asked.now)
  if (page === 'replaced') return 'page-replaced'
  if (call?.id !== asked.callId) return 'call-unknown'
  return call.phase.kind === 'in_call' ? null : 'not-in-call'
}
