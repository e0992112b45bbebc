import { USUAL_VOLUME_DB, type VolumeDb } from './volumes.ts'

/** What hangs there, as a technician measured it. */
export interface TotemHardware {
  /** Of the short side of the glass. */
  screenShortMm: number
  /** From eyes to glass. */
  viewingMm: number
  /** From the floor to the lower edge of the glass. */
  lowerEdgeMm: number
  /** From the floor to the line above which low reach shows nothing to touch. */
  reachLineMm: number
  /** Without a touch for this long a reader is asked whether they are still there. */
  readingSeconds: number
  /** The same where something is typed. */
  typingSeconds: number
  /** Home untouched for this long has nobody in front of it. */
  restSeconds: number
  /** A part of the name that the browser has for the camera over papers; empty: found by the names of makers. */
  documentCamera: string
  /** Where every visitor begins. */
  volumeDb: VolumeDb
}

/** A 32 inch panel whose lower edge hangs at 700 mm (docs/decisions/0036). */
export const USUAL_HARDWARE: TotemHardware = {
  screenShortMm: 398,
  viewingMm: 600,
  lowerEdgeMm: 700,
  reachLineMm: 1_100,
  readingSeconds: 60,
  typingSeconds: 120,
  restSeconds: 60,
  documentCamera: '',
  volumeDb: USUAL_VOLUME_DB,
}

/** From the lower edge of the glass up to the line of low reach: what the style sheet calls `--reach-mm`. */
export const reachOnGlassMm = ({ reachLineMm, lowerEdgeMm }: TotemHardware): number =>
  reachLineMm - lowerEdgeMm

/** Panels of 16:9. */
const LONG_TO_SHORT = 16 / 9
/**
 * Parts of an upright panel's height: in less than this, home with low reach has no room for all that is to be
 * touched at 20 mm each. A 43 inch panel needs 520 mm of its 951, and so do the others in proportion.
 */
const LEAST_REACH = 0.54
/** Beyond this, large text (0.7 degrees, EN 301 549 5.1.4) is larger than the screens have room for. */
const FARTHEST = 2.3

/** Why these measures cannot be those of one panel, in the order in which they are entered; null: they can. */
export type HardwareTrouble =
  | { kind: 'too-far'; farthestMm: number }
  | { kind: 'line-below-edge' }
  | { kind: 'little-reach'; leastLineMm: number }
  | { kind: 'typing-before-reading' }

export function troubleWith(hardware: TotemHardware): HardwareTrouble | null {
  const { screenShortMm, viewingMm, lowerEdgeMm, reachLineMm, readingSeconds, typingSeconds } = hardware
  if (viewingMm > screenShortMm * FARTHEST)
    return { kind: 'too-far', farthestMm: Math.floor(screenShortMm * FARTHEST) }
  if (reachLineMm <= lowerEdgeMm) return { kind: 'line-below-edge' }
  const reach = reachOnGlassMm(hardware)
  const leastMm = screenShortMm * LONG_TO_SHORT * LEAST_REACH
  // A lying panel hangs below the line from edge to edge.
  if (reach < screenShortMm && reach < leastMm)
    return { kind: 'little-reach', leastLineMm: Math.ceil(lowerEdgeMm + Math.min(screenShortMm, leastMm)) }
  return typingSeconds < readingSeconds ? { kind: 'typing-before-reading' } : null
}
