import type { Room } from 'livekit-client'
import { engineOfNextAttempt } from './engine-of-next-attempt.ts'
import { figuresFrom, type Path } from './health/figures.ts'
import { CONNECT_OPTIONS, ROOM_OPTIONS } from './livekit-options.ts'
import { loadLiveKit } from './load-livekit.ts'
import type { RoomTicket } from './room-ticket.ts'

/** How media would reach the media server from this computer. Blocked: the server answers, but no media gets through. */
export type NetworkPath = Path | 'blocked' | 'unreachable'

/** A call may take 15 s to connect; whoever goes on duty should not wait as long. */
const LIMIT_MS = 8_000
const LOOK_AGAIN_MS = 100

/** LiveKit never frees a `Room`: one for all the trials of a page, one after the other. */
let trialRoom: Room | null = null
let queue: Promise<unknown> = Promise.resolve()

/** Joins an empty room, looks which way was found, and leaves. */
export function probeNetwork(fetchTicket: () => Promise<RoomTicket | null>): Promise<NetworkPath> {
  const trial = queue.then(() => tryOnce(fetchTicket))
  queue = trial
  return trial
}

async function tryOnce(fetchTicket: () => Promise<RoomTicket | null>): Promise<NetworkPath> {
  let leave = async () => {}
  // The server has let this page in: what is missing then is the way for media.
  let isAnswered = false
  const failure = () => (isAnswered ? 'blocked' : 'unreachable')
  const isOver = AbortSignal.timeout(LIMIT_MS)
  const connect = async (): Promise<NetworkPath> => {
    const [{ Room, RoomEvent }, ticket] = await Promise.all([loadLiveKit(), fetchTicket()])
    if (!ticket || isOver.aborted) return 'unreachable'
    trialRoom ??= new Room(ROOM_OPTIONS)
    const room = trialRoom
    const engine = engineOfNextAttempt(room)
    const noteAnswer = () => {
      isAnswered = true
    }
    leave = async () => {
      room.off(RoomEvent.SignalConnected, noteAnswer)
      await room.disconnect()
      // LiveKit leaves the peer connection of a refused attempt open.
      await (await engine)?.cleanupPeerConnections()
    }
    room.on(RoomEvent.SignalConnected, noteAnswer)
    await room.connect(ticket.url, ticket.token, { ...CONNECT_OPTIONS, maxRetries: 0 })
    return (await pathOf(room, isOver)) ?? failure()
  }
  const limit = new Promise<NetworkPath>((resolve) => {
    isOver.addEventListener('abort', () => resolve(failure()))
  })
  try {
    return await Promise.race([connect(), limit])
  } catch {
    // Reasons stay out of the log, because LiveKit's may quote the token.
    return failure()
  } finally {
    await leave().catch(() => undefined)
  }
}

async function pathOf(room: Room, isOver: AbortSignal): Promise<Path | null> {
  while (!isOver.aborted) {
    const report = await room.engine.pcManager?.publisher.getStats()
    const path = report ? figuresFrom([report]).path : null
    if (path) return path
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
  return null
}
