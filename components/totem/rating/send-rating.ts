import { sendCommand } from '@/lib/events/send-command.ts'

/** Whether the server has a rating. `lost`: it has said no, or was not reached; then it is tried again. */
export type Kept = 'kept' | 'lost'

interface Unsent {
  url: string
  body: unknown
  tell: (kept: Kept) => void
}

const AGAIN_MS = 5_000

/** By what is rated: a later touch takes the place of an earlier one that has not arrived. */
const unsent = new Map<string, Unsent>()

/**
 * Gives a rating to the server, again and again until it is there or the visit ends. Two touches never overtake
 * each other.
 *
 * @param rated names what is rated, for as long as it may be rated anew
 */
export function sendRating(rated: string, rating: Unsent): void {
  const isOnItsWay = unsent.has(rated)
  unsent.set(rated, rating)
  if (!isOnItsWay) void deliver(rated)
}

/** The visitor has gone, and with them what they have said. */
export const forgetRatings = (): void => unsent.clear()

async function deliver(rated: string): Promise<void> {
  for (let rating = unsent.get(rated); rating; rating = unsent.get(rated)) {
    const answer = await sendCommand(rating.url, rating.body)
    if (unsent.get(rated) !== rating) continue
    rating.tell(answer.ok ? 'kept' : 'lost')
    if (answer.ok || !MAY_STILL_ARRIVE.has(answer.refusal)) {
      unsent.delete(rated)
      return
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

const MAY_STILL_ARRIVE: ReadonlySet<string> = new Set(['unreachable', 'fault', 'too-often'])
