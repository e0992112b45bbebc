import type { LoggedEvent } from './log-event.ts'
import type { LogReader } from './log-violations.ts'

/**
 * [SW-26] [SW-27] One live offer per operator, one of its own per call; each is made, accepted and over at most
 * once. Whoever is called in to be asked has an offer too, which is the call's own from the hand-over on.
 */
export function createOffers(): LogReader {
  /** Live offers. */
  const ofOperator = new Map<string, string>()
  const ofCall = new Map<string, string>()
  const accepted = new Set<string>()
  const made = new Set<string>()

  const readers: Partial<
    Record<string, (call: string, operator: string, offer: string, isOwn: boolean) => string[]>
  > = {
    offerMade(call, operator, offer, isOwn) {
      const problems = [
        ...when(made.has(offer), `${offer} was made twice`),
        ...when(ofOperator.has(operator), `${operator} was rung twice at once by ${offer}`),
        ...when(isOwn && ofCall.has(call), `${call} was offered twice at once by ${offer}`),
        ...when(
          !isOwn && !accepted.has(ofCall.get(call) ?? ''),
          `${offer} is to be asked about no call in hand`,
        ),
      ]
      made.add(offer)
      ofOperator.set(operator, offer)
      if (isOwn) ofCall.set(call, offer)
      return problems
    },
    offerAccepted(call, operator, offer, isOwn) {
      const isLive = ofOperator.get(operator) === offer && (!isOwn || ofCall.get(call) === offer)
      const problems = [
        ...when(!isLive, `${offer} was accepted while it was not live`),
        ...when(accepted.has(offer), `${offer} was accepted twice`),
      ]
      accepted.add(offer)
      return problems
    },
    offerOver(call, operator, offer) {
      const isLive = ofOperator.get(operator) === offer
      ofOperator.delete(operator)
      if (ofCall.get(call) === offer) ofCall.delete(call)
      return when(!isLive, `${offer} ended while it was not live`)
    },
    callTakenOver(call, operator, offer) {
      const problems = [
        ...when(ofCall.has(call), `${call} was taken over by ${offer} while another had it`),
        ...when(ofOperator.get(operator) !== offer, `${offer} took ${call} over while it was not live`),
        ...when(!accepted.has(offer), `${offer} took ${call} over without having been accepted`),
      ]
      ofCall.set(call, offer)
      return problems
    },
  }

  return {
    read({ type, call_id: call, operator_id: operator, fact }: LoggedEvent) {
      if (type === 'callOver' && call)
        return when(ofCall.has(call), `${call} ended with its offer still live`)
      const reader = readers[type]
      if (!reader || !call || !operator || fact.offerId === null) return []
      return reader(call, operator, fact.offerId, fact.role !== 'consult')
    },
  }
}

const when = (isSo: boolean, problem: string): string[] => (isSo ? [problem] : [])
