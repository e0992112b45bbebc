import type { Board, Call } from '../../board.ts'
import type { EpochMs } from '../../ids.ts'
import { queueOf } from '../../queue.ts'
import { isEligible } from '../../roster.ts'

/**
 * What must hold of every board that anybody can read, whoever wrote it: each sentence names a broken
 * rule. Empty: all hold. What the log must hold to is another question (`log-violations.ts`).
 *
 * @param now no deadline of the board may have passed by then: what is merely due is no violation
 */
export function boardViolations(board: Board, now: EpochMs): string[] {
  const live = [...board.offers.values()].filter((offer) => offer.state !== 'over')
  const waiting = queueOf(board.calls.values(), now, board.settings.rules).filter(
    (call) => call.state === 'waiting',
  )
  const problems: string[] = []
  if (new Set(live.map(({ operatorId }) => operatorId)).size < live.length) {
    problems.push('SW-27: an operator has two live offers')
  }
  for (const { id, work } of board.operators.values()) {
    if (work.kind === 'engaged' && !live.some((offer) => offer.id === work.offerId)) {
      problems.push(`${id} is engaged with nothing`)
    }
  }
  for (const offer of live) {
    const work = board.operators.get(offer.operatorId)?.work
    if (work?.kind !== 'engaged' || work.offerId !== offer.id) problems.push(`${offer.id} engages nobody`)
  }
  for (const call of board.calls.values()) {
    if (!isHeld(board, call)) problems.push(`${call.id} is ${call.state} by an offer that is over`)
    const second = call.state === 'in_call' ? call.second : null
    if (second && !live.some(({ id, role }) => id === second.offerId && role === 'consult')) {
      problems.push(`SW-158: ${call.id} names a colleague who is not there`)
    }
  }
  for (const call of waiting) {
    for (const operator of board.operators.values()) {
      if (isEligible(board, operator, call, now))
        problems.push(`SW-20: ${call.id} waits beside ${operator.id}`)
    }
  }
  return problems
}

function isHeld(board: Board, call: Call): boolean {
  if (call.state === 'waiting' || call.state === 'over') return true
  const offer = board.offers.get(call.offerId)
  return offer !== undefined && offer.state !== 'over'
}
