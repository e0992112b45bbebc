import type { Pool } from 'pg'
import { log } from '../config/log.ts'
import type { Picture } from '../events/hub.ts'
import { type LiveCall, liveCall, liveCalls } from '../storage/live-calls.ts'
import { giveTurnBack, takeTurn } from '../storage/turns.ts'
import type { Call, End } from '../switchboard/board.ts'
import type { BodyId, CallId } from '../switchboard/ids.ts'
import type { CommandRunner } from '../switchboard/shell/run-command.ts'
import { deskIdentity, roomName, totemIdentity } from '../switchboard/views.ts'
import { compareRoom, consultRoomOf } from './compare-room.ts'
import { MediaServerError } from './media-server-error.ts'
import type { Rooms } from './rooms.ts'
import type { RoomHint } from './webhook.ts'

/** Keeps rooms and boards in agreement. */
export interface Reconciliation {
  /** Something may have happened in this room. Returns at once. */
  hint(hint: RoomHint): void
  stop(): void
}

export interface ReconciliationParts {
  pool: Pool
  rooms: Rooms
  run: CommandRunner
  readBoard: (bodyId: BodyId) => Promise<Picture>
}

/**
 * Compares rooms with the board whenever a webhook hints at a change, and all of them every few seconds
 * in one instance at a time: webhooks come late, twice or never. Only what the room itself says counts,
 * and a room that cannot be read says nothing but that the media server is away.
 */
export function startReconciliation(parts: ReconciliationParts): Reconciliation {
  const compare = createComparison(parts)
  /** Calls that are waiting for a comparison, and who is said to have left each. */
  const hinted = new Map<CallId, Set<string>>()
  let isWorking = false
  let isStopped = false

  const workThroughHints = async () => {
    if (isWorking) return
    isWorking = true
    try {
      for (const [callId, left] of hinted) {
        hinted.delete(callId)
        const live = await liveCall(parts.pool, callId)
        if (live) await compare(live.bodyId, [live], left)
      }
    } catch (error) {
      log().warn({ err: error }, 'room not compared')
    } finally {
      isWorking = false
    }
  }

  const round = async () => {
    try {
      if (await takeTurn(parts.pool, TURN, ROUND_MS - 500)) await compareAll(parts, compare)
    } catch (error) {
      log().warn({ err: error }, 'rooms not compared')
    }
    if (!isStopped) next = setTimeout(() => void round(), ROUND_MS)
  }
  let next = setTimeout(() => void round(), ROUND_MS)

  return {
    hint({ callId, left }) {
      if (isStopped) return
      const leavers = hinted.get(callId) ?? new Set()
      if (left !== null) leavers.add(left)
      hinted.set(callId, leavers)
      void workThroughHints()
    },
    stop() {
      isStopped = true
      clearTimeout(next)
    },
  }
}

const ROUND_MS = 5_000
const TURN = 'reconciliation'

type Compare = ReturnType<typeof createComparison>

/** Every live call, and every room that has no live call any more. */
async function compareAll({ pool, rooms, run }: ReconciliationParts, compare: Compare): Promise<void> {
  // Rooms first: a room that was there before the calls were read has had its call committed before.
  const own = await rooms.ownRooms().catch(sayingAway)
  const live = await liveCalls(pool)
  if (own === 'away') {
    // What this instance cannot reach another one may.
    await giveTurnBack(pool, TURN)
    for (const { bodyId, callId, media } of live) {
      if (media === 'open') await run({ bodyId, event: { type: 'roomLost', callId }, repeatable: null })
    }
    return
  }
  const named = new Set(
    live.flatMap(({ callId, consult }) => [roomName(callId), ...(consult ? [consult] : [])]),
  )
  for (const name of own) {
    if (named.has(name)) continue
    log().warn({ room: name }, 'closing a room without a call')
    await rooms.closeRoomNamed(name)
  }
  const opened = live.filter(wasOpened)
  for (const bodyId of new Set(opened.map((call) => call.bodyId))) {
    await compare(
      bodyId,
      opened.filter((call) => call.bodyId === bodyId),
      new Set(),
    )
  }
}

const wasOpened = ({ media }: LiveCall): boolean => media === 'open' || media === 'away'

function sayingAway(error: unknown): 'away' {
  if (!(error instanceof MediaServerError)) throw error
  log().warn({ err: error }, 'the media server cannot be reached')
  return 'away'
}

/** Compares rooms of one body with its board and acts on each disagreement. */
function createComparison({ rooms, run, readBoard }: ReconciliationParts) {
  const tell = async (bodyId: BodyId, callId: CallId, type: 'roomLost' | 'roomOpened') => {
    await run({ bodyId, event: { type, callId }, repeatable: null })
  }

  const reopen = async (bodyId: BodyId, callId: CallId) => {
    log().warn({ callId }, 'opening a room again that the media server has lost')
    await tell(bodyId, callId, 'roomLost')
    await rooms.openRoom(callId)
    await tell(bodyId, callId, 'roomOpened')
  }

  const raise = async (bodyId: BodyId, call: Call, type: 'endSeen' | 'endGone', end: End) => {
    await run({ bodyId, event: { type, callId: call.id, end }, repeatable: null })
  }

  const act = async (bodyId: BodyId, call: Call, present: ReadonlySet<string>, left: ReadonlySet<string>) => {
    const { strangers, back, missing, second } = compareRoom(call, present, left)
    for (const identity of strangers) {
      log().warn({ callId: call.id, identity }, 'removing a participant that the board does not name')
      await rooms.removeParticipant(call.id, identity)
    }
    for (const end of back) await raise(bodyId, call, 'endSeen', end)
    if (second) {
      const type = second.is === 'back' ? 'secondSeen' : 'secondGone'
      const event = { type, callId: call.id, offerId: second.offerId } as const
      await run({ bodyId, event, repeatable: null })
    }
    if (missing.length === 0) return
    // The board was read after the room, so an end may have come in between: look again first.
    const again = await rooms.whoIsIn(call.id)
    if (again === null) return
    for (const end of missing) if (!isIn(again, call, end)) await raise(bodyId, call, 'endGone', end)
  }

  /** A consult's room has nobody but its two: whoever else is there goes, and one that was lost opens again. */
  const tidyConsult = async (call: Call) => {
    const consult = consultRoomOf(call)
    if (!consult?.isOpen) return
    const present = await rooms.whoIsInRoomNamed(consult.name)
    if (present === null) {
      if (call.state === 'in_call' && call.second) await rooms.openConsultRoom(call.second.offerId)
      return
    }
    for (const identity of present) {
      if (consult.members.includes(identity)) continue
      log().warn({ callId: call.id, identity }, 'removing a participant from a consult')
      await rooms.removeFromRoomNamed(consult.name, identity)
    }
  }

  return async (bodyId: BodyId, live: readonly LiveCall[], left: ReadonlySet<string>) => {
    // Rooms before the board: whoever is in a room by right is named by every later board, or has been.
    const readings = await Promise.all(
      live.map(async (of) => ({ of, present: await rooms.whoIsIn(of.callId).catch(sayingAway) })),
    )
    const { board } = await readBoard(bodyId)
    for (const { of, present } of readings) {
      const call = board.calls.get(of.callId)
      if (!call || call.state === 'over') continue
      if (present === 'away') {
        await tell(bodyId, call.id, 'roomLost')
        continue
      }
      if (present) {
        if (call.media.kind === 'away') await tell(bodyId, call.id, 'roomOpened')
        await act(bodyId, call, present, left)
      } else if (wasOpened(of)) await reopen(bodyId, call.id)
      await tidyConsult(call)
    }
  }
}

function isIn(present: ReadonlySet<string>, call: Call, end: End): boolean {
  if (end === 'totem') return present.has(totemIdentity(call.id))
  return call.state !== 'waiting' && call.state !== 'over' && present.has(deskIdentity(call.offerId))
}
