import type { BreakReason, Intent, Operator } from './board.ts'
import { type Draft, setOperator } from './draft.ts'
import { endRing, liveOffer } from './engagement.ts'
import type { IntentOverruled, Refusal } from './events.ts'
import { type OperatorId, plus } from './ids.ts'
import { couldEverBeRung } from './overflow.ts'

/** What somebody wants an operator's intent to be. */
interface Wish {
  intent: Intent
  /** Kept with a break only. */
  reason: BreakReason | null
  by: OperatorId
}

/** [SW-13] The person's own wish. Repeated, it changes nothing; after a supervisor's, it is theirs again. */
export function setOwnIntent(
  draft: Draft,
  operator: Operator,
  { intent, reason }: { intent: Intent; reason?: BreakReason },
): Refusal | null {
  const wish = { intent, reason: reason ?? null, by: operator.id }
  if (isAlreadySo(operator, wish) && operator.intentBy === wish.by) return null
  return setIntent(draft, operator, wish)
}

/**
 * [SW-96] A supervisor's wish, as if it were the person's own. Of two supervisors at once the second is
 * refused unless both want the same, and so is one whose picture is older than the person's own change.
 */
export function overruleIntent(draft: Draft, event: IntentOverruled): Refusal | null {
  const operator = draft.operators.get(event.operatorId)
  const isActive = draft.settings.operators.get(event.operatorId)?.isActive === true
  // Whoever has never opened a desk has no intent to change.
  if (!operator || !isActive) return 'operator-unknown'
  const wish = { intent: event.intent, reason: event.reason ?? null, by: event.by }
  if (isAlreadySo(operator, wish)) return null
  if (operator.intent !== event.expected) return 'intent-changed'
  return setIntent(draft, operator, wish)
}

const reasonOf = ({ intent, reason }: Wish): BreakReason | null => (intent === 'on_break' ? reason : null)

const isAlreadySo = (operator: Operator, wish: Wish): boolean =>
  operator.intent === wish.intent && operator.breakReason === reasonOf(wish)

/** Becoming available is followed by the ready guard; leaving while the desk rings declines. */
function setIntent(draft: Draft, operator: Operator, wish: Wish): Refusal | null {
  const { intent, by } = wish
  if (intent === 'available' && !couldEverBeRung(draft.settings, operator.id)) return 'no-skills'
  const { now, rules } = draft
  const isBack = intent === 'available' && operator.intent !== 'available'
  const fresh = isBack ? { readyAt: plus(now, rules.readyGuardMs), idleSince: now } : {}
  const reason = reasonOf(wish)
  const changed = setOperator(draft, operator, { intent, intentBy: by, breakReason: reason, ...fresh })
  draft.facts.push({ type: 'intentSet', operatorId: operator.id, intent, reason, by })
  const offer = changed.work.kind === 'engaged' ? liveOffer(draft, changed.work.offerId) : null
  if (intent !== 'available' && offer?.state === 'ringing') endRing(draft, offer, 'declined')
  return null
}
