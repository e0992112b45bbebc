import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { createRandom } from '../../lib/switchboard/shell/storm/random.ts'
import type { Rgb } from './faces.ts'

export interface CameraFormat {
  width: number
  height: number
  framesPerSecond: number
  /** How far a pixel's brightness may be off at random, as a sensor's is. Absent: not at all, which takes few bits. */
  grain?: number
}

export const HD: CameraFormat = { width: 1280, height: 720, framesPerSecond: 30 }
/** For tests where two cores must encode and decode several calls at once. */
export const SMALL: CameraFormat = { width: 640, height: 360, framesPerSecond: 15 }

/**
 * For many calls on two cores: few pixels to encode, and so much grain that they take as many bits as a
 * real camera's picture in high definition.
 */
export const GRAINY: CameraFormat = { width: 160, height: 90, framesPerSecond: 30, grain: 110 }

/** Frames in the file; Chromium plays them in a loop. */
const FRAME_COUNT = 8

/**
 * Writes a Y4M file for Chromium's `--use-file-for-fake-video-capture`: one colour, lit from the
 * left so that there is something to encode, and a white mark that moves with every frame, so that a
 * frozen picture can be told from a live one.
 */
export async function writeCameraFile(path: string, rgb: Rgb, format: CameraFormat): Promise<void> {
  const [y, u, v] = toYuv(rgb)
  await writeFrames(path, format, FRAME_COUNT, (index) => [
    grainy(lumaOf(y, format, index / FRAME_COUNT), format, index),
    u,
    v,
  ])
}

/** The same for a dark picture that turns white for `litMs` at the beginning of every `everyMs`. */
export async function writeFlashFile(
  path: string,
  format: CameraFormat,
  { litMs, everyMs }: { litMs: number; everyMs: number },
): Promise<void> {
  const [dark, u, v] = toYuv([40, 40, 40])
  const frames = (ms: number) => Math.round((ms * format.framesPerSecond) / 1000)
  const white = Buffer.alloc(format.width * format.height, 235)
  await writeFrames(path, format, frames(everyMs), (index) => [
    index < frames(litMs) ? white : lumaOf(dark, format, (index % FRAME_COUNT) / FRAME_COUNT),
    u,
    v,
  ])
}

/** The same for a camera that has stopped: one frame of it for ever. */
export async function writeStillFile(path: string, rgb: Rgb, format: CameraFormat): Promise<void> {
  const [y, u, v] = toYuv(rgb)
  await writeFrames(path, format, FRAME_COUNT, () => [lumaOf(y, format, 0), u, v])
}

/** The same for a covered camera: nothing but black. */
export async function writeBlackFile(path: string, format: CameraFormat): Promise<void> {
  const black = Buffer.alloc(format.width * format.height, 16)
  await writeFrames(path, format, FRAME_COUNT, () => [black, 128, 128])
}

async function writeFrames(
  path: string,
  { width, height, framesPerSecond }: CameraFormat,
  count: number,
  frame: (index: number) => readonly [luma: Buffer, u: number, v: number],
): Promise<void> {
  const file = createWriteStream(path)
  file.write(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420\n`)
  for (let index = 0; index < count; index += 1) {
    const [luma, u, v] = frame(index)
    file.write('FRAME\n')
    file.write(luma)
    file.write(Buffer.alloc((width / 2) * (height / 2), u))
    file.write(Buffer.alloc((width / 2) * (height / 2), v))
  }
  file.end()
  await once(file, 'finish')
}

/** @param progress where the mark is on its way from left to right, 0 to 1 */
function lumaOf(base: number, { width, height }: CameraFormat, progress: number): Buffer {
  const row = Buffer.alloc(width)
  for (let x = 0; x < width; x += 1) row[x] = clamp(base + 24 - (48 * x) / width)
  const plane = Buffer.alloc(width * height)
  for (let y = 0; y < height; y += 1) row.copy(plane, y * width)
  const side = Math.round(height / 10)
  const left = Math.round(progress * (width - side))
  const top = Math.round((height - side) / 2)
  for (let y = top; y < top + side; y += 1) plane.fill(235, y * width + left, y * width + left + side)
  return plane
}

/** @param seed other grain for another */
function grainy(plane: Buffer, { grain = 0 }: CameraFormat, seed: number): Buffer {
  if (grain === 0) return plane
  const random = createRandom(seed)
  return Buffer.from(plane.map((luma) => clamp(luma - grain + random.below(2 * grain + 1))))
}

/** BT.601, limited range: what Chromium takes a Y4M file to be. */
function toYuv([r, g, b]: Rgb): [number, number, number] {
  return [
    clamp(16 + 0.257 * r + 0.504 * g + 0.098 * b),
    clamp(128 - 0.148 * r - 0.291 * g + 0.439 * b),
    clamp(128 + 0.439 * r - 0.368 * g - 0.071 * b),
  ]
}

const clamp = (value: number): number => Math.max(16, Math.min(235, Math.round(value)))
