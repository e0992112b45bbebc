import type { Locator, Page } from '@playwright/test'
import { faceOfColour, faceOfTone } from './media/faces.ts'

export interface PictureSeen {
  /** Name of the face whose colour this is, or `nobody`. */
  face: string
  width: number
  height: number
  nonBlackShare: number
}

/** What the page's remote picture shows at this moment. */
export async function pictureIn(video: Locator): Promise<PictureSeen> {
  const seen = await video.evaluate((element) => {
    if (!(element instanceof HTMLVideoElement)) throw new Error(`a <${element.localName}> is no video`)
    return {
      rgb: globalThis.farEnd.meanColour(element),
      nonBlackShare: globalThis.farEnd.nonBlackShare(element),
      width: element.videoWidth,
      height: element.videoHeight,
    }
  })
  const { rgb, ...rest } = seen
  return { face: faceOfColour(rgb), ...rest }
}

/** Frames per second that the page shows, counted over `windowMs`. */
export function frameRateIn(video: Locator, windowMs = 1000): Promise<number> {
  return video.evaluate(
    (element, ms) =>
      new Promise<number>((resolve) => {
        if (!(element instanceof HTMLVideoElement)) throw new Error(`a <${element.localName}> is no video`)
        let first: { at: number; frames: number } | null = null
        // A picture that stands still gives no callback at all.
        const giveUp = setTimeout(() => resolve(0), ms * 3)
        const count = (at: number, { presentedFrames }: VideoFrameCallbackMetadata) => {
          first ??= { at, frames: presentedFrames }
          if (at - first.at >= ms) {
            clearTimeout(giveUp)
            resolve(((presentedFrames - first.frames) * 1000) / (at - first.at))
          } else {
            element.requestVideoFrameCallback(count)
          }
        }
        element.requestVideoFrameCallback(count)
      }),
    windowMs,
  )
}

export interface SoundSeen {
  /** Names of the faces whose tones are heard, strongest first; `nobody` for a tone that is none's. */
  faces: string[]
  /** True when the page itself plays what it hears, unmuted. */
  isPlayed: boolean
}

/** What arrives as sound from the far end, over a little more than one syllable of a fake microphone. */
export async function soundAt(page: Page): Promise<SoundSeen> {
  const heard = await page.evaluate(listen, 700)
  const faces = heard.tones.map(faceOfTone)
  return { faces: [...new Set(faces)], isPlayed: heard.isPlayed }
}

/** The strongest tone that arrives from the far end, in hertz; null when nothing is heard. */
export async function toneAt(page: Page): Promise<number | null> {
  const { tones } = await page.evaluate(listen, 700)
  return tones[0] ?? null
}

/**
 * Runs in the page: the strongest tone of each live remote sound, if it has any energy. On a busy machine Chromium
 * leaves an audio graph silent for good now and then, although it decodes and plays the same sound: where its decoder
 * counts energy and the graph has none, the next look is made with another graph.
 */
async function listen(ms: number): Promise<{ tones: number[]; isPlayed: boolean }> {
  const sounds = globalThis.farEnd.remoteTracks.filter(
    ({ kind, track }) => kind === 'audio' && track.readyState === 'live',
  )
  const decoded = async () => {
    const energies = new Map<string, number>()
    for (const connection of globalThis.farEnd.connections) {
      if (connection.connectionState === 'closed') continue
      for (const report of (await connection.getStats()).values()) {
        if (report.type === 'inbound-rtp' && report.kind === 'audio')
          energies.set(report.trackIdentifier, report.totalAudioEnergy ?? 0)
      }
    }
    return energies
  }
  const before = await decoded()
  const strongest = new Map<AnalyserNode, { level: number; hz: number }>()
  const until = performance.now() + ms
  while (performance.now() < until) {
    for (const { analyser } of sounds) {
      if (!analyser) continue
      const levels = new Float32Array(analyser.frequencyBinCount)
      analyser.getFloatFrequencyData(levels)
      const level = Math.max(...levels)
      const known = strongest.get(analyser)
      if (known && known.level >= level) continue
      const hz = (levels.indexOf(level) * analyser.context.sampleRate) / analyser.fftSize
      strongest.set(analyser, { level, hz })
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const AUDIBLE_DB = -60
  const isAudible = ({ level }: { level: number }) => level > AUDIBLE_DB
  const after = await decoded()
  for (const { analyser, track, listenAnew } of sounds) {
    const isSilent = analyser && !isAudible(strongest.get(analyser) ?? { level: -Infinity })
    const energy = (after.get(track.id) ?? 0) - (before.get(track.id) ?? 0)
    // A syllable of a fake microphone counts a hundred times as much.
    if (isSilent && energy > 0.001) listenAnew()
  }
  const isPlayed = [...globalThis.farEnd.players].some(
    (player) =>
      player.srcObject instanceof MediaStream &&
      !player.muted &&
      !player.paused &&
      player.volume > 0 &&
      player.srcObject.getAudioTracks().some((own) => sounds.some(({ track }) => track.id === own.id)),
  )
  const audible = [...strongest.values()].filter(isAudible)
  return { tones: audible.sort((one, other) => other.level - one.level).map(({ hz }) => hz), isPlayed }
}

export interface Arrivals {
  firstPictureAt: number | null
  firstSoundAt: number | null
  firstShownAt: number | null
  /** Decoded by the browser, on all connections. */
  framesDecoded: number
  /** Energy that the browser's own decoder has counted on all received sound. */
  soundEnergy: number
  openConnections: number
  /** Cameras and microphones of this page that are on. */
  openDevices: number
  iceServers: string[]
}

/** What has arrived at this page since it was opened. */
export function arrivalsAt(page: Page): Promise<Arrivals> {
  return page.evaluate(async () => {
    const { firstPictureAt, firstSoundAt, firstShownAt, connections, ownTracks, iceServers } =
      globalThis.farEnd
    const open = [...connections].filter((connection) => connection.connectionState !== 'closed')
    let framesDecoded = 0
    let soundEnergy = 0
    for (const connection of open) {
      for (const report of (await connection.getStats()).values()) {
        if (report.type !== 'inbound-rtp') continue
        framesDecoded += report.kind === 'video' ? (report.framesDecoded ?? 0) : 0
        soundEnergy += report.kind === 'audio' ? (report.totalAudioEnergy ?? 0) : 0
      }
    }
    return {
      firstPictureAt,
      firstSoundAt,
      firstShownAt,
      framesDecoded,
      soundEnergy,
      openConnections: open.length,
      openDevices: [...ownTracks].filter((track) => track.readyState === 'live').length,
      iceServers: [...iceServers],
    }
  })
}

/** All that a page knows of the sounds that reached it, a line each, to understand a test that failed. */
export function soundsInDetail(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { remoteTracks, connections, players } = globalThis.farEnd
    const now = performance.timeOrigin + performance.now()
    const ofElement = (element: HTMLMediaElement | null) =>
      element && {
        paused: element.paused,
        muted: element.muted,
        readyState: element.readyState,
        currentTime: element.currentTime,
        error: element.error?.message,
      }
    const lines: unknown[] = []
    for (const { kind, track, analyser, sentinel, arrivedAt } of remoteTracks) {
      if (kind !== 'audio') continue
      const { id, enabled, muted, readyState } = track
      lines.push({
        track: { id, enabled, muted, readyState, ageMs: Math.round(now - arrivedAt) },
        context: analyser?.context.state,
        contextTime: analyser?.context.currentTime,
        sentinel: ofElement(sentinel),
      })
    }
    for (const player of players) {
      const stream = player.srcObject instanceof MediaStream ? player.srcObject : null
      if (player.localName === 'audio')
        lines.push({ player: ofElement(player), plays: stream?.getAudioTracks().map(({ id }) => id) })
    }
    for (const connection of connections) {
      if (connection.connectionState === 'closed') continue
      for (const report of (await connection.getStats()).values()) {
        if (report.type !== 'inbound-rtp' || report.kind !== 'audio') continue
        const { trackIdentifier, mid, packetsReceived, bytesReceived, totalAudioEnergy } = report
        const { audioLevel, totalSamplesReceived, concealedSamples, lastPacketReceivedTimestamp } = report
        lines.push({
          inbound: { trackIdentifier, mid, packetsReceived, bytesReceived, totalAudioEnergy, audioLevel },
          samples: {
            totalSamplesReceived,
            concealedSamples,
            sinceLastPacketMs: now - lastPacketReceivedTimestamp,
          },
        })
      }
    }
    return lines.map((line) => JSON.stringify(line)).join('\n')
  })
}

/** How the relay is reached by which each open connection of a page goes; null: it goes by none. */
export function relaysOf(page: Page): Promise<(string | null)[]> {
  return page.evaluate(async () => {
    const relays: (string | null)[] = []
    for (const connection of globalThis.farEnd.connections) {
      if (connection.connectionState === 'closed') continue
      const report = await connection.getStats()
      for (const { type, nominated, state, localCandidateId } of report.values()) {
        if (type !== 'candidate-pair' || !nominated || state !== 'succeeded') continue
        // Not by the kind of the address: behind a firewall that changes it a relay's is `prflx`.
        relays.push(report.get(localCandidateId)?.relayProtocol ?? null)
      }
    }
    return relays
  })
}
