/**
 * Who stands in front of a browser's fake camera: a colour for its picture and a tone for its sound,
 * so that a test can tell at the far end whose they are. No tone is near another or near its
 * harmonics, no colour near black or near another.
 */
export interface Face {
  name: string
  /** Mean colour of the camera's picture, 0–255. */
  rgb: Rgb
  toneHz: number
}

export type Rgb = readonly [red: number, green: number, blue: number]

export const RED: Face = { name: 'red', rgb: [205, 60, 60], toneHz: 430 }
export const GREEN: Face = { name: 'green', rgb: [50, 170, 70], toneHz: 590 }
export const BLUE: Face = { name: 'blue', rgb: [60, 90, 215], toneHz: 790 }
export const YELLOW: Face = { name: 'yellow', rgb: [210, 195, 50], toneHz: 1050 }
export const PURPLE: Face = { name: 'purple', rgb: [170, 60, 190], toneHz: 1390 }

/** The highest tone that a voice connection of EN 301 549 (6.1) must carry, which ends at 7 kHz. */
export const WIDEBAND: Face = { name: 'wideband', rgb: [205, 60, 60], toneHz: 6_900 }
/** Dark and silent but for a flash and a click, made together again and again (`clap.ts`). */
export const CLAPPER: Face = { name: 'clapper', rgb: [40, 40, 40], toneHz: 1_000 }

/** In the colours of green and red; they talk as people do, each in a rhythm of their own and at changing pitches. */
export const TALKING_GREEN: Face = { ...GREEN, name: 'talking green' }
export const TALKING_RED: Face = { ...RED, name: 'talking red' }

/** Nobody: a covered camera and a microphone that is switched off at its own switch. */
export const DEAD: Face = { name: 'dead', rgb: [0, 0, 0], toneHz: 0 }

/** Speaks as green does; their camera has stopped and gives the same picture again and again. */
export const STILL_GREEN: Face = { ...GREEN, name: 'still green' }

/** What neither colour nor tone of any face is. */
export const NOBODY = 'nobody'

const FACES: readonly Face[] = [RED, GREEN, BLUE, YELLOW, PURPLE]

/** Codec, colour space and scaling together move a mean by less than this, distinct faces are farther apart. */
const COLOUR_TOLERANCE = 45
/** One bin of the analyser and a half. */
const TONE_TOLERANCE_HZ = 20

/** The name of the face with this mean colour; `NOBODY` when it is none of them. */
export function faceOfColour(rgb: Rgb): string {
  const near = FACES.find((face) => distance(face.rgb, rgb) <= COLOUR_TOLERANCE)
  return near?.name ?? NOBODY
}

/** The name of the face with this tone; `NOBODY` when it is none of them. */
export function faceOfTone(hz: number): string {
  const near = FACES.find((face) => Math.abs(face.toneHz - hz) <= TONE_TOLERANCE_HZ)
  return near?.name ?? NOBODY
}

const distance = (one: Rgb, other: Rgb): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
