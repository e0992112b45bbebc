import type { LogReader } from './log-violations.ts'

/**
 * [SW-28] [SW-140] [SW-158] [SW-162] A call begins once and ends once; nothing of it outlives it: no colleague, no
 * supervisor. It is held and resumed in turn, and has one supervisor at a time.
 */
export function createConversations(): LogReader {
  const begun = new Set<string>()
  const over = new Set<string>()
  const held = new Set<string>()
  /** Offers of colleagues who were called in, and the supervisor, by call. */
  const colleague = new Map<string, string>()
  const supervisor = new Map<string, string>()

  const left = (call: string): string[] => [
    ...(colleague.has(call) ? [`${call} left ${colleague.get(call)} behind`] : []),
    ...(supervisor.has(call) ? [`${call} left ${supervisor.get(call)} behind`] : []),
  ]

  return {
    read({ type, call_id: call, fact }) {
      if (!call) return []
      const { offerId, supervisorId } = fact
      switch (type) {
        case 'callEnqueued':
        case 'callbackQueued': {
          const problems = begun.has(call) ? [`${call} was enqueued twice`] : []
          begun.add(call)
          return problems
        }
        case 'offerMade':
          if (fact.role !== 'consult' || offerId === null) return []
          return replace(colleague, call, offerId, `${call} called in ${offerId} beside another`)
        // Whoever comes to the visitor, or leaves the holder alone again, ends a hold without a word of its own.
        case 'secondBroughtIn':
          held.delete(call)
          return []
        case 'offerOver':
          if (colleague.get(call) !== offerId) return []
          held.delete(call)
          colleague.delete(call)
          return []
        case 'callTakenOver':
          held.delete(call)
          colleague.delete(call)
          return []
        case 'callHeld': {
          const problems = held.has(call) ? [`${call} was held twice`] : []
          held.add(call)
          return problems
        }
        case 'holdLapsed':
        case 'callResumed':
          held.delete(call)
          return []
        case 'supervisionStarted': {
          if (supervisorId === null) return []
          const other = supervisor.get(call)
          supervisor.set(call, supervisorId)
          return other ? [`${call} has ${other} and ${supervisorId} in it`] : []
        }
        case 'supervisionOver': {
          const isThere = supervisor.delete(call)
          return isThere ? [] : [`${supervisorId} left ${call} without being in it`]
        }
        case 'callWaitsAgain':
          held.delete(call)
          return left(call)
        case 'callOver': {
          const problems = [...(over.has(call) ? [`${call} ended twice`] : []), ...left(call)]
          over.add(call)
          return problems
        }
        default:
          return []
      }
    },
  }
}

function replace(map: Map<string, string>, key: string, value: string, problem: string): string[] {
  const problems = map.has(key) ? [problem] : []
  map.set(key, value)
  return problems
}
