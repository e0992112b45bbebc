import { WebhookReceiver } from 'livekit-server-sdk'
import { Malformed, NotSignedIn } from '../http/refusals.ts'
import { type CallId, callId } from '../switchboard/ids.ts'

/** The media server says that something happened in a call's room. A hint: the room is read again. */
export interface RoomHint {
  callId: CallId
  /** Who is said to have left; null: something else happened. */
  left: string | null
}

/**
 * Checks who sent a webhook and reads it. Null: it is about no room of ours.
 * @throws NotSignedIn unless it was signed with our key, over exactly this body; Malformed
 */
export async function readWebhook(
  { apiKey, apiSecret }: { apiKey: string; apiSecret: string },
  body: string,
  authorization: string | null,
): Promise<RoomHint | null> {
  if (!authorization) throw new NotSignedIn('webhook without a signature')
  const receiver = new WebhookReceiver(apiKey, apiSecret)
  // Two steps, so that a forged signature and a garbled body are told apart.
  await receiver.receive(body, authorization).catch((error: unknown) => {
    throw error instanceof SyntaxError
      ? new Malformed('webhook is not JSON', { cause: error })
      : new NotSignedIn('webhook not signed by our media server', { cause: error })
  })
  const event = await receiver.receive(body, undefined, true)
  const id = ROOM_OF_A_CALL.exec(event.room?.name ?? '')?.[1]
  if (!id) return null
  return {
    callId: callId(id),
    left: LEFT.has(event.event) ? (event.participant?.identity ?? null) : null,
  }
}

const ROOM_OF_A_CALL = /^call-([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/
const LEFT: ReadonlySet<string> = new Set(['participant_left', 'participant_connection_aborted'])
