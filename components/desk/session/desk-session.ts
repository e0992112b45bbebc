import { type OperatorId, type PageEpoch, pageEpoch } from '@/lib/switchboard/ids.ts'

/**
 * Whether this page is the operator's desk.
 * ```
 *   opening ──▶ open ──▶ replaced ──("bring it here")──▶ opening
 *      │  ▲        └──▶ signed_out
 *      │  └──(take over, try again)── elsewhere, failed
 *      └──▶ elsewhere | failed | signed_out
 * ```
 */
export type DeskSession =
  | { kind: 'opening'; takeOver: boolean; previousEpoch: PageEpoch | null }
  | { kind: 'open'; epoch: PageEpoch }
  /** Another page holds this desk and is not idle: ask before taking it. */
  | { kind: 'elsewhere' }
  /** A newer page holds it: everything here has stopped. */
  | { kind: 'replaced' }
  | { kind: 'signed_out' }
  | { kind: 'failed' }

export type DeskSessionEvent =
  | { type: 'opened'; epoch: PageEpoch }
  | { type: 'refused'; refusal: string }
  /** A view, a beat or a command said that a newer page holds the desk. */
  | { type: 'replaced'; epoch: PageEpoch }
  | { type: 'signedOut' }
  /** The person wants the desk here: after `elsewhere` or `replaced` (`takeOver`: even from a call). */
  | { type: 'wanted'; takeOver: boolean }

export const openingWith = (previousEpoch: PageEpoch | null): DeskSession => ({
  kind: 'opening',
  takeOver: false,
  previousEpoch,
})

/** What this page is after `event`. News about an epoch that is no longer ours changes nothing. */
export function nextSession(session: DeskSession, event: DeskSessionEvent): DeskSession {
  switch (event.type) {
    case 'opened':
      return session.kind === 'opening' ? { kind: 'open', epoch: event.epoch } : session
    case 'refused':
      return session.kind === 'opening' ? afterRefusal(event.refusal) : session
    case 'replaced':
      return session.kind === 'open' && session.epoch === event.epoch ? { kind: 'replaced' } : session
    case 'signedOut':
      return { kind: 'signed_out' }
    case 'wanted':
      return { kind: 'opening', takeOver: event.takeOver, previousEpoch: null }
  }
}

/** Signed out, or signed in but no longer as an operator: either way the way on is to sign in. */
export const NO_LONGER_THEIRS: ReadonlySet<string> = new Set(['not-signed-in', 'not-allowed'])

function afterRefusal(refusal: string): DeskSession {
  if (refusal === 'desk-elsewhere') return { kind: 'elsewhere' }
  if (NO_LONGER_THEIRS.has(refusal)) return { kind: 'signed_out' }
  return { kind: 'failed' }
}

/** The epoch that `stored` proves for this operator; null for anything else, and for another person's. */
export function rememberedEpoch(stored: string | null, operator: OperatorId): PageEpoch | null {
  if (stored === null) return null
  try {
    const kept: unknown = JSON.parse(stored)
    if (typeof kept !== 'object' || kept === null || !('operatorId' in kept) || !('epoch' in kept))
      return null
    const { operatorId, epoch } = kept
    return operatorId === operator && typeof epoch === 'number' ? pageEpoch(epoch) : null
  } catch {
    return null
  }
}

/** What a tab keeps of the desk it has, to prove after a reload that it is the same one. */
export const remembered = (operator: OperatorId, epoch: PageEpoch): string =>
  JSON.stringify({ operatorId: operator, epoch })
