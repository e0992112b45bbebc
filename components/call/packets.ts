import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import { onceMore, type Ration, type Rationed } from './ration.ts'
import type { RoomLink } from './room-link.ts'
import { isSameRoom } from './room-ticket.ts'

/**
 * Small messages between the ends of a call, beside sound and picture: typed text, where a finger points.
 * They obey the plan as strictly as a camera does, and they never pass the switchboard.
 */
export interface Packets {
  /**
   * Sends reliably and in order to these identities and nobody else.
   *
   * @param to never empty, and every one of them in the newest plan's `mayReceive`
   * @returns false: not allowed or not possible now, and nothing left the page. True: on its way; what is on
   *   its way when a connection breaks may still be lost, so a protocol that must lose nothing counts
   */
  send: (topic: string, bytes: Uint8Array<ArrayBuffer>, to: readonly string[]) => boolean
  /**
   * Hears what identities that the newest plan shows send under `topic`, as long as they do not flood this page. The
   * bytes are theirs and unproven.
   * Returns its undoing.
   */
  on: (topic: string, listener: PacketListener) => () => void
}

export type PacketListener = (from: string, bytes: Uint8Array) => void

/** What LiveKit chunks its own streams at; a message this size passes every browser's data channel whole. */
export const MAX_PACKET_BYTES = 15_000

/** Longer ones are nobody's topic. */
const MAX_TOPIC_LENGTH = 32

/**
 * What is heard of one end. Typing is 25 packets a second and everything else a few; and a day's conversation is told
 * at once. Whoever sends more would keep this page busy with nothing else: the rest is dropped.
 */
const HEARD: Ration = { atOnce: 300, everyMs: 33 }

/** The gate between the room and everything on this page that sends or hears packets. */
export interface PacketGate extends Packets {
  /** Whoever is in the room and may be sent something now. */
  reachable: () => readonly string[]
  /** A packet came; handed on only if the plan shows its sender. */
  arrived: (from: string, topic: string, bytes: Uint8Array) => void
}

export function createPacketGate(
  plan: () => MediaPlan,
  link: Pick<RoomLink, 'state' | 'isReconnecting' | 'participant' | 'sendPacket'>,
): PacketGate {
  const listeners = new Map<string, Set<PacketListener>>()
  const heard = new Map<string, Rationed>()
  let heardIn: string | null = null

  const isTooMuch = (from: string): boolean => {
    const room = plan().room?.name ?? null
    if (room !== heardIn) heard.clear()
    heardIn = room
    const left = onceMore(heard.get(from), HEARD, performance.now())
    if (left) heard.set(from, left)
    return left === null
  }

  /** In the very room that the newest plan names. */
  const isInPlace = (): boolean => {
    const place = link.state()
    return place.kind === 'joined' && isSameRoom(place.room, plan().room)
  }

  /** While LiveKit comes back, a packet would wait inside it and leave under a plan that may forbid it. */
  const mayReceive = (): readonly string[] =>
    plan().send === 'live' && isInPlace() && !link.isReconnecting() ? plan().mayReceive : []

  return {
    reachable: () => mayReceive().filter((identity) => link.participant(identity) !== null),
    send(topic, bytes, to) {
      if (!isSizeOf(topic, bytes) || to.length === 0) return false
      const allowed = mayReceive()
      if (!to.every((identity) => allowed.includes(identity))) return false
      link.sendPacket(topic, bytes, to)
      return true
    },
    on(topic, listener) {
      const hearing = listeners.get(topic) ?? new Set()
      listeners.set(topic, hearing.add(listener))
      return () => hearing.delete(listener)
    },
    arrived(from, topic, bytes) {
      if (!isInPlace() || !plan().shows.includes(from) || !isSizeOf(topic, bytes) || isTooMuch(from)) return
      for (const listener of [...(listeners.get(topic) ?? [])]) listener(from, bytes)
    },
  }
}

const isSizeOf = (topic: string, bytes: Uint8Array): boolean =>
  topic.length > 0 &&
  topic.length <= MAX_TOPIC_LENGTH &&
  bytes.byteLength > 0 &&
  bytes.byteLength <= MAX_PACKET_BYTES
