import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'

/** The room that a plan names, and who this page is in it. */
export type PlannedRoom = NonNullable<MediaPlan['room']>

/** The answer of `POST …/join`. The token is a secret: it is handed to LiveKit and kept nowhere. */
export interface RoomTicket {
  url: string
  token: string
  room: string
  identity: string
}

export const isSameRoom = (one: PlannedRoom | null, other: PlannedRoom | null): boolean =>
  one === other ||
  (one !== null && other !== null && one.name === other.name && one.identity === other.identity)
