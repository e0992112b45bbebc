import { CHANNELS, type Channel, type SoundAndPicture } from './call-media-state.ts'

/** The receivers of what the other end says it sends now; null: it sends none. */
export type Receivers = Readonly<Record<Channel, RTCRtpReceiver | null>>

/**
 * Tells what really arrives: decoded pictures, and sound packets (a silent room still sends some).
 * "Unmuted" alone proves nothing, and neither does a video's size.
 */
export interface Reception {
  watch: (receivers: Receivers) => void
  /** A frame of the watched picture was shown: known sooner than from the counters. False: nobody watches. */
  sawFrame: () => boolean
  received: () => SoundAndPicture
}

/** @param onChange called when `received()` changed */
export function createReception(onChange: () => void): Reception {
  let receivers: Receivers = { sound: null, picture: null }
  const arrivals: Record<Channel, Arrival> = { sound: NOTHING_YET, picture: NOTHING_YET }
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Counts what was watched, so that counters read for something else are thrown away. */
  let round = 0

  const set = (channel: Channel, next: Arrival) => {
    const changed = arrivals[channel].isReceived !== next.isReceived
    arrivals[channel] = next
    if (changed) onChange()
  }

  const look = async () => {
    const current = round
    await Promise.all(
      CHANNELS.map(async (channel) => {
        const receiver = receivers[channel]
        if (!receiver) return
        const count = await readCounter(channel, receiver)
        if (current === round) set(channel, nextArrival(arrivals[channel], count, performance.now()))
      }),
    )
    if (current === round) schedule()
  }

  const schedule = () => {
    clearTimeout(timer)
    const watched = CHANNELS.filter((channel) => receivers[channel])
    if (watched.length === 0) return
    const isComplete = watched.every((channel) => arrivals[channel].isReceived)
    timer = setTimeout(() => void look(), isComplete ? CALM_MS : EAGER_MS)
  }

  return {
    watch(next) {
      if (CHANNELS.every((channel) => receivers[channel] === next[channel])) return
      const before = receivers
      receivers = next
      round++
      for (const channel of CHANNELS) {
        if (before[channel] !== next[channel]) set(channel, NOTHING_YET)
      }
      clearTimeout(timer)
      timer = setTimeout(() => void look(), FIRST_LOOK_MS)
    },
    sawFrame() {
      if (!receivers.picture) return false
      if (!arrivals.picture.isReceived)
        set('picture', { ...arrivals.picture, isReceived: true, movedAt: performance.now() })
      return true
    },
    received: () => ({ sound: arrivals.sound.isReceived, picture: arrivals.picture.isReceived }),
  }
}

/** Counting keeps a page from the picture that is about to come, which tells of itself. */
const FIRST_LOOK_MS = 200
const EAGER_MS = 60
const CALM_MS = 1_000
/** Nothing new for this long: it no longer arrives. Silence still sends a packet about every 400 ms. */
const STALL_MS = 4_000

/** `count`: the counter when last read; null before the first reading. */
export interface Arrival {
  isReceived: boolean
  count: number | null
  movedAt: number
}

export const NOTHING_YET: Arrival = { isReceived: false, count: null, movedAt: 0 }

/** The first reading is only the mark: the counter may hold what came before the other end unmuted. Pure. */
export function nextArrival(before: Arrival, count: number, nowMs: number): Arrival {
  if (before.count === null) return { ...before, count, movedAt: Math.max(before.movedAt, nowMs) }
  if (count > before.count) return { isReceived: true, count, movedAt: nowMs }
  if (before.isReceived && nowMs - before.movedAt > STALL_MS) return { ...before, isReceived: false }
  return before
}

async function readCounter(channel: Channel, receiver: RTCRtpReceiver): Promise<number> {
  let count = 0
  const report = await receiver.getStats().catch(() => null)
  report?.forEach((entry: { type: string; framesDecoded?: number; packetsReceived?: number }) => {
    if (entry.type !== 'inbound-rtp') return
    count += (channel === 'picture' ? entry.framesDecoded : entry.packetsReceived) ?? 0
  })
  return count
}
