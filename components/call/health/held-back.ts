import type { Figures } from './figures.ts'

/** For how long a jitter buffer holds somebody's voice back, and the counters that this was read from. */
export interface HeldBack {
  ms: number
  sampleSeconds: number
  samples: number
}

export const NOT_HELD: HeldBack = { ms: 0, sampleSeconds: 0, samples: 0 }

/**
 * The mean of what came out since the last reading
 * (https://www.w3.org/TR/webrtc-stats/#dom-rtcinboundrtpstreamstats-jitterbufferdelay): the buffer of a voice that
 * waits for its picture, or on a machine that is late, holds half a second and more. Where nothing came out the
 * last mean stands. Pure.
 *
 * @param voice of one of the other ends alone; counters that have become fewer began anew
 */
export function nextHeldBack(
  before: HeldBack,
  {
    heldSampleSeconds: sampleSeconds,
    heldSamples: samples,
  }: Pick<Figures, 'heldSampleSeconds' | 'heldSamples'>,
): HeldBack {
  const isAnew = samples < before.samples || sampleSeconds < before.sampleSeconds
  const since = isAnew ? NOT_HELD : before
  const out = samples - since.samples
  const ms = out > 0 ? ((sampleSeconds - since.sampleSeconds) / out) * 1_000 : before.ms
  return { ms, sampleSeconds, samples }
}
