import type { ReconnectPolicy, RoomConnectOptions, RoomOptions, TrackPublishOptions } from 'livekit-client'

/** What a camera is asked for; a smaller one gives what it has. */
export const CAMERA: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
}

/**
 * A paper is read at a distance of a forearm: 1920×1080 gives an A4 sheet that fills the picture about 160
 * dots per inch, which 10 point print needs.
 */
export const PAPER_CAMERA: MediaTrackConstraints = {
  width: { ideal: 1920 },
  height: { ideal: 1080 },
  frameRate: { ideal: 30 },
}

/** Beside a paper on the same camera: shown small at the far end, and smooth enough to talk to. */
export const SMALL_FACE: MediaTrackConstraints = { width: 640, height: 360 }

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
export const CAMERA_PUBLISH = {
  videoCodec: 'vp8',
  videoEncoding: { maxBitrate: 1_700_000, maxFramerate: 30, priority: 'high' },
  simulcast: false,
  backupCodec: false,
  // A thin link makes the picture smaller, not jerky: hands that sign are read by their movement, and
  // EN 301 549 (6.5.3) asks for 20 frames a second.
  degradationPreference: 'maintain-framerate',
} as const satisfies Omit<TrackPublishOptions, 'source'>

/** Tells the picture of a paper from that of a person: both come from a camera. */
export const PAPER_TRACK_NAME = 'document'

/**
 * A paper is looked at, not watched: what the line carries goes into sharpness, and 8 pictures a second are
 * enough to hold it straight. The degradation is LiveKit's name for "fewer pictures rather than a smaller one".
 */
export const PAPER_PUBLISH: Omit<TrackPublishOptions, 'source'> = {
  name: PAPER_TRACK_NAME,
  videoCodec: 'vp8',
  videoEncoding: { maxBitrate: 2_500_000, maxFramerate: 8, priority: 'medium' },
  degradationPreference: 'maintain-resolution',
  simulcast: false,
  backupCodec: false,
}

/** Of the voice, without its redundancy, which is as much again, and without headers: 20 kb/s. */
export const VOICE_BITS_PER_SECOND = {
  /** LiveKit's own choice. */
  usual: 48_000,
  /** Wideband speech still (RFC 6716, section 2.1.1): 52 kb/s on the line instead of 116. */
  least: 16_000,
}

/** Lost packets are repaired from redundancy (RED); silence costs next to nothing (DTX). */
export const MICROPHONE_PUBLISH: Omit<TrackPublishOptions, 'source'> = {
  audioPreset: { maxBitrate: VOICE_BITS_PER_SECOND.usual },
  red: true,
  dtx: true,
  forceStereo: false,
}

/**
 * Letters before motion: on a thin link a shared screen comes less often, never smaller. 2.5 Mbps is what a page
 * of text in full HD takes while it is scrolled; standing still it costs next to nothing.
 */
export const SCREEN_PUBLISH: Omit<TrackPublishOptions, 'source'> = {
  videoCodec: 'vp8',
  screenShareEncoding: { maxBitrate: 2_500_000, maxFramerate: 15 },
  degradationPreference: 'maintain-resolution',
  simulcast: false,
  backupCodec: false,
}
