import type { DeskView, TotemView } from './views.ts'

/**
 * What one end sends and to whom, and whom it may show: the whole table "who sees and hears whom".
 * A pure function of the view, so that a reload, a reconnection or a late message can never open a
 * microphone.
 */
export interface MediaPlan {
  /** The room to be in; null: in none (leave, stop the tracks). */
  room: { name: string; identity: string } | null
  /** `muted`: published, nothing leaves. `live`: may leave, unless the person muted it. */
  send: 'muted' | 'live'
  /** Identities that may subscribe to what this end publishes. */
  mayReceive: readonly string[]
  /** Identities this end shows and plays; anyone else in the room is ignored. */
  shows: readonly string[]
}

/** An end that has had no view for this long mutes by itself: the call may be someone else's by now. */
export const VIEW_TIMEOUT_MS = 20_000

/**
 * After this long without a view the switchboard has given this end up (lease 15–20 s, grace 20 s): the
 * camera closes, though nobody could say so.
 */
export const VIEW_LOST_MS = 40_000

const NOTHING: MediaPlan = { room: null, send: 'muted', mayReceive: [], shows: [] }

/** @param viewAgeMs how long ago the stream last proved that `view` is current */
export function totemMediaPlan(view: TotemView, viewAgeMs: number): MediaPlan {
  const call = view.call
  if (view.page === 'replaced' || !call || call.phase.kind === 'over') return NOTHING
  if (call.room.media !== 'open' || viewAgeMs >= VIEW_LOST_MS) return NOTHING
  const room = { name: call.room.name, identity: call.identity }
  const phase = call.phase
  switch (phase.kind) {
    case 'waiting':
      return { room, send: 'muted', mayReceive: [], shows: [] }
    case 'ringing':
      return { room, send: 'muted', mayReceive: [phase.ringing.identity], shows: [] }
    case 'connecting':
    case 'in_call': {
      const holder = phase.operator.identity
      const isLive = phase.lost.desk === null && viewAgeMs < VIEW_TIMEOUT_MS
      return { room, send: isLive ? 'live' : 'muted', mayReceive: [holder], shows: [holder] }
    }
  }
}

/** @param viewAgeMs how long ago the stream last proved that `view` is current */
export function deskMediaPlan(view: DeskView, viewAgeMs: number): MediaPlan {
  const work = view.work
  if (view.page === 'replaced') return NOTHING
  if (work.kind !== 'ringing' && work.kind !== 'connecting' && work.kind !== 'in_call') return NOTHING
  if (work.offer.room.media !== 'open' || viewAgeMs >= VIEW_LOST_MS) return NOTHING
  const room = { name: work.offer.room.name, identity: work.offer.identity }
  const visitor = work.offer.visitorIdentity
  if (work.kind === 'ringing') return { room, send: 'muted', mayReceive: [visitor], shows: [] }
  const isLive = work.lost.totem === null && viewAgeMs < VIEW_TIMEOUT_MS
  return { room, send: isLive ? 'live' : 'muted', mayReceive: [visitor], shows: [visitor] }
}
