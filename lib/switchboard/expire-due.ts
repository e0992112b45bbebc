import { agendaOf } from './agenda.ts'
import type { Draft } from './draft.ts'

/**
 * Does everything that was due by `draft.now`, in the order in which it was due, each at its own
 * instant's consequences but dated now. Doing one thing may create or remove others.
 */
export function expireDue(draft: Draft): void {
  for (;;) {
    const next = agendaOf(draft).firstDue
    if (!next || next.at > draft.now) return
    next.what(draft)
  }
}

/** Ended offers and calls whose farewell is over leave the board; storage keeps their rows. */
export function forgetOver(draft: Draft): void {
  for (;;) {
    const next = agendaOf(draft).firstLeaving
    if (!next || next.at > draft.now) return
    next.what(draft)
  }
}
