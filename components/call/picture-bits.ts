import { CAMERA_PUBLISH } from './livekit-options.ts'

/** In so few bits a picture of this many lines still shows a face and hands, at 30 frames a second. */
const LINES = [
  { below: 250_000, lines: 180 },
  { below: 700_000, lines: 360 },
] as const

/**
 * How small a picture of so many lines is to be, so that it takes no more than this and is no slower for it; null: as
 * much as it likes. The encoder alone would drop frames until it has found its size.
 */
export function fittingSize(
  bitsPerSecond: number | null,
  lines: number | undefined,
): { by: number; maxBitrate: number } {
  const most = CAMERA_PUBLISH.videoEncoding.maxBitrate
  if (bitsPerSecond === null) return { by: 1, maxBitrate: most }
  const fits = LINES.find(({ below }) => bitsPerSecond < below)
  const by = fits && lines !== undefined ? Math.max(1, lines / fits.lines) : 1
  return { by, maxBitrate: Math.min(bitsPerSecond, most) }
}
