import type { Board, Operator } from './board.ts'
import type { Draft } from './draft.ts'

/**
 * What an operator's time goes to, for the measures. `idle`: on duty with nothing in hand. `rung`: their
 * desk rings. `busy`: from the answer until the work is complete, wrap-up included. `away`: all the rest.
 */
export type Occupation = 'idle' | 'rung' | 'busy' | 'away'

/**
 * [SW-180] Notes whose occupation this transition has changed. It is read off the board, so that no rule
 * has to remember to note it and no measure repeats the rules.
 */
export function noteOccupations(before: Board, draft: Draft): void {
  const touched = new Set<Operator>()
  for (const id of draft.operators.journal) {
    const operator = draft.operators.get(id)
    if (operator) touched.add(operator)
  }
  for (const id of draft.offers.journal) {
    const offer = draft.offers.get(id)
    const operator = offer && draft.operators.get(offer.operatorId)
    if (operator) touched.add(operator)
  }
  for (const operator of touched) {
    const was = before.operators.get(operator.id)
    const occupation = occupationOf(draft, operator)
    if (occupation === (was ? occupationOf(before, was) : 'away')) continue
    draft.facts.push({ type: 'occupationChanged', operatorId: operator.id, occupation })
  }
}

/** Presence is what the engine wrote last: a lease that has run out counts once its consequences are drawn. */
export function occupationOf(
  { offers }: Pick<Board, 'offers'>,
  { work, intent, desk, devices }: Operator,
): Occupation {
  switch (work.kind) {
    case 'engaged':
      return offers.get(work.offerId)?.state === 'ringing' ? 'rung' : 'busy'
    case 'wrap_up':
      return 'busy'
    case 'not_responding':
      return 'away'
    case 'idle':
      return intent === 'available' && desk.presence === 'here' && devices.kind === 'checked'
        ? 'idle'
        : 'away'
  }
}
