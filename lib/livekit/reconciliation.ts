import type { Pool } from 'pg'
import { log } from '../config/log.ts'
import type { Picture } from '../events/hub.ts'
import { type LiveCall, liveCall, liveCalls } from '../storage/live-calls.ts'
import { takeTurn } from '../storage/turns.ts'
import type { Call, End } from '../switchboard/board.ts'
import type { BodyId, CallId } from '../switchboard/ids.ts'
import type { CommandRunner } from '../switchboard/shell/run-command.ts'
import { deskIdentity, roomName, totemIdentity } from '../switchboard/views.ts'
import { compareRoom, consultRoomOf } from './compare-room.ts'
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
 * and a room that cannot be read says nothing.
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
      if (await takeTurn(parts.pool, 'reconciliation', ROUND_MS - 500)) await compareAll(parts, compare)
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

type Compare = ReturnType<typeof createComparison>

/** Every live call, and every room that has no live call any more. */
async function compareAll({ pool, rooms }: ReconciliationParts, compare: Compare): Promise<void> {
  // Rooms first: a room that was there before the calls were read has had its call committed before.
  const own = await rooms.ownRooms()
  const live = await liveCalls(pool)
  const named = new Set(
    live.flatMap(({ callId, consult }) => [roomName(callId), ...(consult ? [consult] : [])]),
  )
  for (const name of own) {
    if (named.has(name)) continue
    log().warn({ room: name }, 'closing a room without a call')
    await rooms.closeRoomNamed(name)
  }
  const open = live.filter(({ isRoomOpen }) => isRoomOpen)
  for (const bodyId of new Set(open.map((call) => call.bodyId))) {
    await compare(
      bodyId,
      open.filter((call) => call.bodyId === bodyId),
      new Set(),
    )
  }
}

/** Compares rooms of one body with its board and acts on each disagreement. */
function createComparison({ rooms, run, readBoard }: ReconciliationParts) {
  /** Rooms that were lost with the media server, and until when their ends may take to come back. */
  const reopened = new Map<CallId, number>()

  const reopen = async (callId: CallId) => {
    log().warn({ callId }, 'opening a room again that the media server has lost')
    await rooms.openRoom(callId)
    reopened.set(callId, Date.now() + OUTAGE_GRACE_MS)
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
    if (missing.length === 0 || (reopened.get(call.id) ?? 0) > Date.now()) return
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
      live.map(async ({ callId, isRoomOpen }) => ({
        callId,
        isRoomOpen,
        present: await rooms.whoIsIn(callId),
      })),
    )
    const { board } = await readBoard(bodyId)
    for (const { callId, isRoomOpen, present } of readings) {
      const call = board.calls.get(callId)
      if (!call || call.state === 'over') reopened.delete(callId)
      else if (present) await act(bodyId, call, present, left)
      else if (isRoomOpen) await reopen(callId)
      if (call) await tidyConsult(call)
    }
  }
}

/** After the media server has come back, both ends must first notice and join again. */
const OUTAGE_GRACE_MS = 60_000

function isIn(present: ReadonlySet<string>, call: Call, end: End): boolean {
  if (end === 'totem') return present.has(totemIdentity(call.id))
  return call.state !== 'waiting' && call.state !== 'over' && present.has(deskIdentity(call.offerId))
}
