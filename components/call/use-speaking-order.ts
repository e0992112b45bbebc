'use client'

import { useState } from 'react'
import type { RemoteEnd } from './call-media-state.ts'
import type { PersonInCall } from './remote-tile.tsx'

/**
 * Identities of those who have spoken, the last to begin first: with three people, and one of them
 * interpreting, everybody sees whose turn it was.
 */
export function useSpeakingOrder(remotes: readonly RemoteEnd[]): readonly string[] {
  const [order, setOrder] = useState<readonly string[]>([])
  const next = orderAfter(order, remotes)
  if (next !== order) setOrder(next)
  return next
}

/** The same list where nothing has changed. */
export function orderAfter(order: readonly string[], remotes: readonly RemoteEnd[]): readonly string[] {
  const speaking = remotes.filter(({ isSpeaking }) => isSpeaking).map(({ identity }) => identity)
  // Those who go on speaking stay in front of each other as they were.
  const began = speaking.filter((identity) => !order.slice(0, speaking.length).includes(identity))
  if (began.length === 0) return order
  return [...began, ...order.filter((identity) => !began.includes(identity))]
}

/** Whoever has not spoken yet comes behind, as they were. Pure. */
export function inSpeakingOrder(people: readonly PersonInCall[], order: readonly string[]): PersonInCall[] {
  return people.toSorted((one, other) => placeIn(order, one) - placeIn(order, other))
}

/** From 0. */
export const placeIn = (order: readonly string[], { identity }: PersonInCall): number =>
  order.includes(identity) ? order.indexOf(identity) : order.length
