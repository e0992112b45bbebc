import type { CallId, OfferId } from '../ids.ts'

/** What the switchboard orders of the media server. Every order may be repeated; all throw when it is away. */
export interface MediaServer {
  openRoom: (callId: CallId) => Promise<void>
  /** Also when there is no such room (any more). */
  closeRoom: (callId: CallId) => Promise<void>
  /** Also when nobody of that name is there. */
  removeParticipant: (callId: CallId, identity: string) => Promise<void>
  /** The room in which two operators consult, by the offer that called the second in. */
  openConsultRoom: (offerId: OfferId) => Promise<void>
  closeConsultRoom: (offerId: OfferId) => Promise<void>
}
