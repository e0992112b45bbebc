import type { PlannedRoom } from './room-ticket.ts'

/**
 * [SW-409] Says that this page is in its room, again and again for as long as the server cannot see that: it may be
 * the server alone that the media server is away for.
 */
export interface WordOfPresence {
  /** The plan came, or came again: with each view, and with each beat of one, every 5 s. */
  follow: (room: PlannedRoom | null, isThere: boolean) => void
}

export function createWordOfPresence(say: (room: PlannedRoom) => void): WordOfPresence {
  let saidAt = Number.NEGATIVE_INFINITY
  return {
    follow(room, isThere) {
      if (!room?.isAway || !isThere || performance.now() - saidAt < AGAIN_MS) return
      saidAt = performance.now()
      say(room)
    },
  }
}

/** With every second beat, which may come a little early. */
const AGAIN_MS = 9_000
