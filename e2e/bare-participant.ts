import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { LocalTrack, Room } from 'livekit-client'
import { AccessToken } from 'livekit-server-sdk'
import type { WatchedPage } from './crew.ts'

export interface MediaServer {
  /** `ws://…` */
  url: string
  apiKey: string
  apiSecret: string
}

/** A page of no product: a participant in a room that does only what a test tells it. */
export interface BareParticipant {
  page: Page
  join(): Promise<'joined' | 'refused'>
  /** Camera and microphone, muted as Pronto's two ends publish them. */
  publishMuted(): Promise<void>
  setMuted(muted: boolean): Promise<void>
  /** Sends a packet to everybody in the room, in its own name or, as far as its own page can, in another's. */
  shout(topic: string, text: string, as?: string): Promise<void>
  seen(): Promise<BareSight>
}

export interface BareSight {
  isConnected: boolean
  /** How often the room has known it: its token was good. */
  timesLetIn: number
  others: string[]
  tracksReceived: number
  packetsReceived: number
  /** What it knows of, has asked for and may not have: the track's name, or its source where it has none. */
  refused: string[]
}

declare global {
  var LivekitClient: typeof import('livekit-client')
  var bare: { room: Room; timesLetIn: number; tracksReceived: number; packetsReceived: number }
}

/** Makes a page hold a valid token for `room`, as whoever has learned the key could make one. */
export async function bareParticipant(
  { page }: Pick<WatchedPage, 'page'>,
  server: MediaServer,
  room: string,
  identity: string,
): Promise<BareParticipant> {
  const token = new AccessToken(server.apiKey, server.apiSecret, { identity, ttl: 600 })
  token.addGrant({ roomJoin: true, room, canPublish: true, canSubscribe: true, canPublishData: true })
  return bareParticipantWith({ page }, server, identity, await token.toJwt())
}

/** Makes a page hold a token that somebody was given: what a page of their own could do with it. */
export async function bareParticipantWith(
  { page }: Pick<WatchedPage, 'page'>,
  server: Pick<MediaServer, 'url'>,
  identity: string,
  jwt: string,
): Promise<BareParticipant> {
  await openBarePage(page, server)
  return {
    page,
    join: () => page.evaluate(joinRoom, { url: server.url, jwt }),
    publishMuted: () => page.evaluate(publishMuted),
    setMuted: (muted) => page.evaluate(setMuted, muted),
    shout: (topic, text, as) => page.evaluate(shout, { topic, text, as: as ?? identity }),
    seen: () =>
      page.evaluate(() => ({
        isConnected: globalThis.bare.room.state === 'connected',
        timesLetIn: globalThis.bare.timesLetIn,
        others: [...globalThis.bare.room.remoteParticipants.keys()],
        tracksReceived: globalThis.bare.tracksReceived,
        packetsReceived: globalThis.bare.packetsReceived,
        refused: [...globalThis.bare.room.remoteParticipants.values()]
          .flatMap(({ trackPublications }) => [...trackPublications.values()])
          .filter(({ permissionStatus }) => permissionStatus === 'not_allowed')
          .map(({ trackName, source }) => trackName || source)
          .sort(),
      })),
  }
}

/** A page with LiveKit's client (`globalThis.LivekitClient`) and nothing else. */
export async function openBarePage(page: Page, server: Pick<MediaServer, 'url'>): Promise<void> {
  // The media server's own "OK" page: a real loopback address, from which Chromium lets a page reach loopback.
  await page.goto(server.url.replace(/^ws/, 'http'))
  const client = createRequire(import.meta.url).resolve('livekit-client')
  await page.addScriptTag({ content: await readFile(client, 'utf8') })
}

// Each of these runs in the page.

async function joinRoom({ url, jwt }: { url: string; jwt: string }): Promise<'joined' | 'refused'> {
  const { Room, RoomEvent } = globalThis.LivekitClient
  const room = new Room({ adaptiveStream: false, dynacast: false })
  const before =
    'bare' in globalThis ? globalThis.bare : { timesLetIn: 0, tracksReceived: 0, packetsReceived: 0 }
  globalThis.bare = { ...before, room }
  room.on(RoomEvent.SignalConnected, () => {
    globalThis.bare.timesLetIn += 1
  })
  room.on(RoomEvent.DataReceived, () => {
    globalThis.bare.packetsReceived += 1
  })
  room.on(RoomEvent.TrackSubscribed, (track) => {
    globalThis.bare.tracksReceived += 1
    const element = track.attach()
    element.dataset.remote = 'true'
    element.setAttribute('aria-label', track.kind)
    document.body.append(element)
  })
  // Whoever is thrown out before their media has come up: `connect` waits on for that media, for 15 s.
  const thrownOut = new Promise<'refused'>((resolve) => {
    room.once(RoomEvent.Disconnected, () => resolve('refused'))
  })
  // Whoever is thrown out while it joins hears nothing of it, and would wait a quarter of a minute.
  const connected = room.connect(url, jwt, { maxRetries: 0, peerConnectionTimeout: 5_000 }).then(
    () => 'joined' as const,
    () => 'refused' as const,
  )
  return Promise.race([connected, thrownOut])
}

async function publishMuted(): Promise<void> {
  const { LocalAudioTrack, LocalVideoTrack, Track } = globalThis.LivekitClient
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: true,
    video: { width: 1280, height: 720, frameRate: 30 },
  })
  const [picture] = stream.getVideoTracks()
  const [sound] = stream.getAudioTracks()
  if (!picture || !sound) throw new Error('no camera or no microphone')
  const camera = new LocalVideoTrack(picture, undefined, true)
  // Not assignable to its own base under exactOptionalPropertyTypes, for a field that nobody sets here.
  const microphone = new LocalAudioTrack(sound, undefined, true) as LocalTrack
  await Promise.all([camera.mute(), microphone.mute()])
  const { localParticipant } = globalThis.bare.room
  await localParticipant.publishTrack(microphone, { source: Track.Source.Microphone })
  await localParticipant.publishTrack(camera, {
    source: Track.Source.Camera,
    simulcast: false,
    videoEncoding: { maxBitrate: 1_700_000, maxFramerate: 30, priority: 'high' },
  })
}

async function setMuted(muted: boolean): Promise<void> {
  const { localParticipant } = globalThis.bare.room
  for (const { track } of localParticipant.trackPublications.values()) {
    await (muted ? track?.mute() : track?.unmute())
  }
}

async function shout({ topic, text, as }: { topic: string; text: string; as: string }): Promise<void> {
  const { localParticipant } = globalThis.bare.room
  const own = localParticipant.identity
  localParticipant.identity = as
  await localParticipant.publishData(new TextEncoder().encode(text), { reliable: true, topic })
  localParticipant.identity = own
}
