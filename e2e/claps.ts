import type { Page } from '@playwright/test'
import { CLAP } from './media/clap.ts'

/** When flashes were seen and clicks heard, in milliseconds since 1970. */
export interface Claps {
  flashes: number[]
  clicks: number[]
}

/** What leaves a page's own camera and microphone, or arrives at it from the far end, over the time of some claps. */
export const clapsAt = (page: Page, end: 'own' | 'remote', count: number): Promise<Claps> =>
  page.evaluate(watchClaps, { end, ms: CLAP.everyMs * (count + 0.5), restMs: CLAP.everyMs / 2 })

/** How much later than `sent` each of `arrived` is, each compared with the last one before it; the median. */
export function delayOf(sent: readonly number[], arrived: readonly number[]): number {
  const delays = arrived.flatMap((at) => {
    const before = sent.findLast((one) => one <= at)
    return before === undefined || at - before > CLAP.everyMs / 2 ? [] : [at - before]
  })
  return delays.toSorted((one, other) => one - other)[Math.floor(delays.length / 2)] ?? Number.NaN
}

/**
 * Runs in the page. The same instrument at both ends, so that what it adds falls out of the difference. Sound is
 * read from the track itself, with the browser's own time of each piece: an audio graph stands still for a while
 * where two cores are busy, and then tells neither what was heard meanwhile nor when. That time has a beginning of
 * its own in each process; the piece that was handed over soonest tells how far it is from the page's.
 */
async function watchClaps({
  end,
  ms,
  restMs,
}: {
  end: 'own' | 'remote'
  ms: number
  restMs: number
}): Promise<Claps> {
  const tracks =
    end === 'own'
      ? [...globalThis.farEnd.ownTracks]
      : globalThis.farEnd.remoteTracks.map(({ track }) => track)
  // A connection has tracks in store that nobody sends anything on: those are muted.
  const live = (kind: string): MediaStreamTrack => {
    const [track, ...others] = tracks.filter(
      (one) => one.kind === kind && one.readyState === 'live' && !one.muted,
    )
    if (!track || others.length > 0) throw new Error(`${others.length + (track ? 1 : 0)} tracks of ${kind}`)
    return track
  }
  const seen: Claps = { flashes: [], clicks: [] }
  const note = (list: number[], at: number) => {
    const last = list.at(-1)
    if (last === undefined || at - last > restMs) list.push(at)
  }

  const video = document.createElement('video')
  video.muted = true
  video.srcObject = new MediaStream([live('video')])
  await video.play()
  const canvas = new OffscreenCanvas(4, 4)
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  let wasLit = true
  const look = (_: number, { presentationTime, expectedDisplayTime }: VideoFrameCallbackMetadata) => {
    brush?.drawImage(video, 0, 0, 4, 4)
    const isLit = (brush?.getImageData(1, 1, 1, 1).data[0] ?? 0) > 150
    if (isLit && !wasLit) {
      note(seen.flashes, performance.timeOrigin + Math.max(presentationTime, expectedDisplayTime))
    }
    wasLit = isLit
    video.requestVideoFrameCallback(look)
  }
  video.requestVideoFrameCallback(look)

  const sound = new MediaStreamTrackProcessor({ track: live('audio'), maxBufferSize: 1_000 })
  const pieces = sound.readable.getReader()
  // A click that is under way already says nothing of when it began.
  let wasLoud = true
  let aheadMs = Number.POSITIVE_INFINITY
  const listen = async () => {
    for (;;) {
      const { value: piece } = await pieces.read()
      if (!piece) return
      aheadMs = Math.min(aheadMs, performance.timeOrigin + performance.now() - piece.timestamp / 1_000)
      const samples = new Float32Array(piece.numberOfFrames)
      piece.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
      const at = samples.findIndex((sample) => Math.abs(sample) > 0.05)
      if (at >= 0 && !wasLoud) note(seen.clicks, (piece.timestamp + (at * 1e6) / piece.sampleRate) / 1_000)
      wasLoud = at >= 0
      piece.close()
    }
  }
  const listening = listen()

  await new Promise((resolve) => setTimeout(resolve, ms))
  await pieces.cancel()
  await listening
  video.srcObject = null
  return { ...seen, clicks: seen.clicks.map((at) => at + aheadMs) }
}

declare global {
  /** https://www.w3.org/TR/mediacapture-transform/: Chromium has it in pages too, and for sound. */
  class MediaStreamTrackProcessor {
    constructor(init: { track: MediaStreamTrack; maxBufferSize: number })
    readonly readable: ReadableStream<AudioData>
  }
}
