import type { Call, End } from './board.ts'
import { type Draft, setCall } from './draft.ts'
import { type EpochMs, epochMs, plus } from './ids.ts'

/**
 * [SW-409] An end of a call in hand says that it is in the room. While the room is away its time to come back begins
 * anew with the last moment of which both ends have said so: then nothing is away but the application's own line.
 */
export function hearOfRoom(draft: Draft, call: Call, end: End): Call {
  if (call.state !== 'in_call' || call.media.kind !== 'away') return call
  const heard = { ...call.media.heard, [end]: draft.now }
  const both = lastOfBoth(heard)
  const deadline = both === null ? 0 : plus(both, draft.rules.roomAwayMs)
  const latest = epochMs(Math.max(call.media.deadline, deadline))
  return setCall(draft, call, call, { media: { ...call.media, heard, deadline: latest } })
}

/** [SW-409] Both ends of the call have said just now that they are in its room, which the application cannot reach. */
export function isKeptByBoth({ state, media }: Call, now: EpochMs): boolean {
  const both = state === 'in_call' && media.kind === 'away' ? lastOfBoth(media.heard) : null
  return both !== null && now - both <= JUST_NOW_MS
}

/** Pages say it every 10 s. */
const JUST_NOW_MS = 25_000

function lastOfBoth({ totem, desk }: Record<End, EpochMs | null>): EpochMs | null {
  return totem === null || desk === null ? null : epochMs(Math.min(totem, desk))
}
