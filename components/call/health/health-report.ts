import type { Path } from './figures.ts'
import type { LinkLevel } from './link-quality.ts'
import type { PictureFault } from './picture-health.ts'

/** What one end tells the other about the call, every two seconds. */
export interface HealthReport {
  /** How its own connection does. */
  link: LinkLevel
  path: Path | null
  /** How well that arrives which is sent to it: the half of its connection that only others can relieve. */
  arrival: LinkLevel
  /** Of the picture of whoever gets this, what has come since the last report, in bits per second; null: not known. */
  pictureBits: number | null
  /** Nothing can be heard of whoever gets this, although they send sound. */
  hearsNothing: boolean
  /** Nothing has come out of its own microphone for a while, although it is on. */
  sendsNothing: boolean
  /** Its own voice comes back from whoever gets this: their microphone hears their speaker. */
  hearsEcho: boolean
  /** For how long its jitter buffer holds back the voice of whoever gets this, in milliseconds, 0 to 4,000. */
  holdsBackMs: number
  /** What is wrong with the picture of whoever gets this. */
  pictureFault: PictureFault
  /** Its own picture rests so that its sound gets through. */
  isSoundFirst: boolean
  /** False: it goes without anybody's picture for now, so that the voices get through to it. */
  takesPictures: boolean
}

export const HEALTH_TOPIC = 'health'

export const HEALTHY: HealthReport = {
  link: 'good',
  path: null,
  arrival: 'good',
  pictureBits: null,
  hearsNothing: false,
  sendsNothing: false,
  hearsEcho: false,
  holdsBackMs: 0,
  pictureFault: 'none',
  isSoundFirst: false,
  takesPictures: true,
}

/** The most that a page may ask of a jitter buffer (https://w3c.github.io/webrtc-extensions/#rtcrtpreceiver-jitterbuffertarget-rules). */
const MOST_HELD_MS = 4_000

export const encodeHealth = (report: HealthReport): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(report))

/** What the bytes of somebody's packet say; null when they are no report. */
export function parseHealth(bytes: Uint8Array): HealthReport | null {
  const told = parseJson(bytes)
  if (typeof told !== 'object' || told === null) return null
  const field = (name: keyof HealthReport): unknown => Reflect.get(told, name)
  const link = oneOf(field('link'), ['good', 'weak', 'bad'])
  const arrival = oneOf(field('arrival'), ['good', 'weak', 'bad'])
  const path = field('path') === null ? null : oneOf(field('path'), ['udp', 'tcp', 'tls'])
  const pictureFault = oneOf(field('pictureFault'), ['none', 'black', 'frozen'])
  const hearsNothing = field('hearsNothing')
  const sendsNothing = field('sendsNothing')
  const hearsEcho = field('hearsEcho')
  const isSoundFirst = field('isSoundFirst')
  if (link === undefined || path === undefined || pictureFault === undefined) return null
  if (arrival === undefined) return null
  if (typeof hearsNothing !== 'boolean' || typeof isSoundFirst !== 'boolean') return null
  if (typeof sendsNothing !== 'boolean' || typeof hearsEcho !== 'boolean') return null
  const holdsBackMs = heldMs(field('holdsBackMs'))
  return {
    link,
    path,
    arrival,
    pictureBits: bitsOf(field('pictureBits')),
    hearsNothing,
    sendsNothing,
    hearsEcho,
    holdsBackMs,
    pictureFault,
    isSoundFirst,
    takesPictures: field('takesPictures') !== false,
  }
}

/** An end that does not say it, or says what cannot be, holds nothing back: the rest of its report counts. */
const heldMs = (value: unknown): number =>
  typeof value === 'number' && value >= 0 ? Math.min(value, MOST_HELD_MS) : 0

/** Whoever does not say it, or says what cannot be, does not know. */
const bitsOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

const oneOf = <const Word extends string>(value: unknown, words: readonly Word[]): Word | undefined =>
  words.find((word) => word === value)
