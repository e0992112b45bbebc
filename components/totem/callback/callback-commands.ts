import { type CommandAnswer, sendCommand } from '@/lib/events/send-command.ts'
import type { TimeWindow } from '@/lib/switchboard/board.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import { totemUrl } from '../totem-link.ts'

/** What a visitor leaves to be called back. */
export interface LeftNumber {
  phone: string
  reason: string
  /** Null: as soon as somebody is free. */
  window: TimeWindow | null
}

/** Who asks: this page of this totem, about a service, out of a call or where none was admitted. */
export interface Asking {
  slug: string
  epoch: number
  service: string
  /** The call that is given up for it; null: there is none. */
  callId: string | null
  language: string
}

/** A command's key names it and no other: one for each of the two ways, the same for every touch. */
export interface CallbackKeys {
  fromCall: string
  anew: string
}

export const newKeys = (): CallbackKeys => ({ fromCall: crypto.randomUUID(), anew: crypto.randomUUID() })

/**
 * Leaves the number; the same keys twice leaves it once. A call that has ended otherwise by the time the visitor
 * had typed, or is forgotten, has no place to give any more: then it is asked for as if there had been none.
 */
export async function leaveNumber(
  asking: Asking,
  left: LeftNumber,
  keys: CallbackKeys,
): Promise<CommandAnswer> {
  const { slug, epoch, service, callId, language } = asking
  const asked = { epoch, ...left }
  if (callId !== null) {
    const answer = await sendCommand(totemUrl(`/api/calls/${callId}/callback`, slug), asked, {
      key: keys.fromCall,
    })
    if (answer.ok || !HAS_NO_PLACE.has(answer.refusal)) return answer
  }
  const needs = { skills: [], language, mode: 'spoken' }
  return sendCommand(totemUrl('/api/callbacks', slug), { ...asked, service, needs }, { key: keys.anew })
}

const HAS_NO_PLACE: ReadonlySet<string> = new Set(['call-unknown', 'call-over', 'not-found'])

/** When one may be called about this service; empty also when the server cannot be asked. */
export async function fetchWindows(
  slug: string,
  service: string,
  signal: AbortSignal,
): Promise<TimeWindow[]> {
  const query = new URLSearchParams({ totem: slug, service })
  const answer: unknown = await fetch(`/api/callbacks/windows?${query}`, { signal }).then(
    (response) => (response.ok ? response.json() : null),
    () => null,
  )
  if (typeof answer !== 'object' || answer === null || !('windows' in answer)) return []
  return Array.isArray(answer.windows) ? answer.windows.flatMap(windowFrom) : []
}

function windowFrom(value: unknown): TimeWindow[] {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('until' in value)) return []
  const { from, until } = value
  return typeof from === 'number' && typeof until === 'number'
    ? [{ from: epochMs(from), until: epochMs(until) }]
    : []
}
