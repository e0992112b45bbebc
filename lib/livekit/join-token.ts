import { AccessToken, TrackSource } from 'livekit-server-sdk'

/** What a page needs to enter its call's room. Never logged: whoever has the token can enter. */
export interface JoinTicket {
  url: string
  token: string
  room: string
  identity: string
}

export interface JoinTokenOptions {
  /** Where browsers reach the media server. */
  publicUrl: string
  apiKey: string
  apiSecret: string
}

/** Makes tickets with the least that each end needs: its own room, its own sources, no administration. */
export function createTicketOffice({ publicUrl, apiKey, apiSecret }: JoinTokenOptions) {
  return async (end: Seated, room: string, identity: string): Promise<JoinTicket> => {
    const token = new AccessToken(apiKey, apiSecret, { identity, ttl: TTL_SECONDS })
    token.addGrant({
      roomJoin: true,
      room,
      canPublish: end !== 'listener',
      canPublishSources: [...SOURCES[end]],
      canSubscribe: true,
      canPublishData: end !== 'listener',
      canUpdateOwnMetadata: false,
    })
    return { url: publicUrl, token: await token.toJwt(), room, identity }
  }
}

const CAMERA_AND_MICROPHONE = [TrackSource.CAMERA, TrackSource.MICROPHONE]
/** A listener may only subscribe: the media server takes nothing from it, whatever its page does. */
type Seated = 'totem' | 'desk' | 'third' | 'guest' | 'listener'

const SOURCES: Readonly<Record<Seated, readonly TrackSource[]>> = {
  totem: CAMERA_AND_MICROPHONE,
  desk: [...CAMERA_AND_MICROPHONE, TrackSource.SCREEN_SHARE],
  third: CAMERA_AND_MICROPHONE,
  guest: CAMERA_AND_MICROPHONE,
  listener: [],
}

/** Only looked at when joining; a page that joins again asks for a new one. */
const TTL_SECONDS = 10 * 60
