import type { Figures } from './figures.ts'

/** For how long the other end has been dead silent, and whether this end has spoken meanwhile. */
export interface Silence {
  sinceMs: number | null
  hasSpoken: boolean
  isSuspect: boolean
}

export const NO_SILENCE: Silence = { sinceMs: null, hasSpoken: false, isSuspect: false }

/** What is not even the last bit of 16: nothing has come at all. */
const DEAD_AMPLITUDE = 1 / 32_768
/**
 * A microphone that gives nothing but zeros measures 0.0003 behind Chromium's echo cancellation and gain control,
 * which put a noise of their own there (measured over half a minute). A room adds its own to that.
 */
const OWN_DEAD_AMPLITUDE = 0.0004
/** What a decoder makes up for silence, so that a line does not seem dead (comfort noise): -60 dB at most. */
const COMFORT_NOISE_AMPLITUDE = 0.001
/** As loud as quiet speech at a desk: about a hundredth of full amplitude. */
const SPEECH_AMPLITUDE = 0.01
/** Whoever was spoken to and keeps quiet for this long is not being heard, rather than thinking. */
export const SUSPECT_AFTER_MS = 8_000

export interface Moment {
  /** The other end's microphone is on. */
  sendsSound: boolean
  /** The other end says that its microphone gives nothing: then comfort noise is no sound. */
  saysNothing: boolean
  nowMs: number
  /** Since the last reading. */
  elapsedMs: number
}

/** Since when nothing has come out of the own microphone; null: something does, or it is off. Pure. */
export function nextOwnSilence(
  beforeMs: number | null,
  figures: Figures,
  since: Figures,
  { isOn, nowMs, elapsedMs }: { isOn: boolean; nowMs: number; elapsedMs: number },
): number | null {
  const spoken = amplitude(figures.spokenEnergy - since.spokenEnergy, elapsedMs)
  return isOn && spoken <= OWN_DEAD_AMPLITUDE ? (beforeMs ?? nowMs - elapsedMs) : null
}

/**
 * Whether nothing of the other end can be heard although it says that it sends sound. Judged only while this end
 * speaks: two silent people are no fault. Pure.
 */
export function nextSilence(
  before: Silence,
  figures: Figures,
  since: Figures,
  { sendsSound, saysNothing, nowMs, elapsedMs }: Moment,
): Silence {
  const heard = amplitude(figures.heardEnergy - since.heardEnergy, elapsedMs)
  const deadAmplitude = saysNothing ? COMFORT_NOISE_AMPLITUDE : DEAD_AMPLITUDE
  if (!sendsSound || heard > deadAmplitude) return NO_SILENCE
  const sinceMs = before.sinceMs ?? nowMs - elapsedMs
  const hasSpoken =
    before.hasSpoken || amplitude(figures.spokenEnergy - since.spokenEnergy, elapsedMs) > SPEECH_AMPLITUDE
  return { sinceMs, hasSpoken, isSuspect: hasSpoken && nowMs - sinceMs >= SUSPECT_AFTER_MS }
}

/** Root mean square over the time in which `energy` was added. */
const amplitude = (energy: number, elapsedMs: number): number =>
  Math.sqrt(Math.max(0, energy) / Math.max(0.001, elapsedMs / 1_000))
