import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Rgb } from './faces.ts'

export interface CameraFormat {
  width: number
  height: number
  framesPerSecond: number
}

export const HD: CameraFormat = { width: 1280, height: 720, framesPerSecond: 30 }
/** For tests where two cores must encode and decode several calls at once. */
export const SMALL: CameraFormat = { width: 640, height: 360, framesPerSecond: 15 }

/** Frames in the file; Chromium plays them in a loop. */
const FRAME_COUNT = 8

/**
 * Writes a Y4M file for Chromium's `--use-file-for-fake-video-capture`: one colour, lit from the
 * left so that there is something to encode, and a white mark that moves with every frame, so that a
 * frozen picture can be told from a live one.
 */
export async function writeCameraFile(path: string, rgb: Rgb, format: CameraFormat): Promise<void> {
  const { width, height, framesPerSecond } = format
  const file = createWriteStream(path)
  file.write(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420\n`)
  const [y, u, v] = toYuv(rgb)
  const blue = Buffer.alloc((width / 2) * (height / 2), u)
  const red = Buffer.alloc((width / 2) * (height / 2), v)
  for (let index = 0; index < FRAME_COUNT; index += 1) {
    file.write('FRAME\n')
    file.write(lumaOf(y, format, index / FRAME_COUNT))
    file.write(blue)
    file.write(red)
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

/** BT.601, limited range: what Chromium takes a Y4M file to be. */
function toYuv([r, g, b]: Rgb): [number, number, number] {
  return [
    clamp(16 + 0.257 * r + 0.504 * g + 0.098 * b),
    clamp(128 - 0.148 * r - 0.291 * g + 0.439 * b),
    clamp(128 + 0.439 * r - 0.368 * g - 0.071 * b),
  ]
}

const clamp = (value: number): number => Math.max(16, Math.min(235, Math.round(value)))
