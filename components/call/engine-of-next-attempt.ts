import type { Room } from 'livekit-client'

/** LiveKit makes the engine of an attempt just after `connect` was called, and drops it when it fails. */
export const engineOfNextAttempt = (room: Room): Promise<Room['engine'] | undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(room.engine))
  })
