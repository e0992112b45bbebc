import type { ReconnectPolicy, RoomConnectOptions, RoomOptions, TrackPublishOptions } from 'livekit-client'

/** What a camera is asked for; a smaller one gives what it has. */
export const CAMERA: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
}

export const MICROPHONE: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  channelCount: { ideal: 1 },
}

/**
 * LiveKit's own pauses grow to 7 s, which a media server that was away for a moment would add to a talk.
 * After about 20 s it gives up, and joining anew, with a new ticket, takes over.
 */
const reconnectPolicy: ReconnectPolicy = {
  nextRetryDelayInMs({ retryCount }) {
    const delayMs = [0, 300, 700][retryCount] ?? 1_500
    return retryCount < 15 ? delayMs * (0.75 + Math.random() / 2) : null
  },
}

export const ROOM_OPTIONS: RoomOptions = {
  // True starts every picture at the lowest quality and raises it later.
  adaptiveStream: false,
  // Pauses layers nobody watches: there is one layer and one watcher.
  dynacast: false,
  singlePeerConnection: true,
  disconnectOnPageLeave: true,
  // The tracks are ours: leaving a room must not close a camera that the next room needs at once.
  stopLocalTrackOnUnpublish: false,
  reconnectPolicy,
  dataStream: { maxPayloadByteLength: 64 * 1024 },
}

export const CONNECT_OPTIONS: RoomConnectOptions = {
  // Only tracks of identities that the plan names are subscribed, one by one.
  autoSubscribe: false,
  // An attempt is waited for even when it is no longer wanted, so it must not take long to fail.
  websocketTimeout: 5_000,
}

/**
 * The encoding is explicit because a track that waited muted has probed no bandwidth: with the defaults
 * it starts at 320×180 and stays near it. One layer instead of simulcast, because there is one watcher,
 * the bitrate is bounded anyway, and a second layer costs the encoder a third more; on a thin link the
 * encoder lowers the picture by itself.
 */
export const CAMERA_PUBLISH: Omit<TrackPublishOptions, 'source'> = {
  videoCodec: 'vp8',
  videoEncoding: { maxBitrate: 1_700_000, maxFramerate: 30, priority: 'high' },
  simulcast: false,
  backupCodec: false,
}

/** Lost packets are repaired from redundancy (RED); silence costs next to nothing (DTX). */
export const MICROPHONE_PUBLISH: Omit<TrackPublishOptions, 'source'> = {
  red: true,
  dtx: true,
  forceStereo: false,
}
