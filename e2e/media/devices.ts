import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type CameraFormat, HD, writeCameraFile } from './camera-file.ts'
import type { Face } from './faces.ts'
import { writeMicrophoneFile } from './microphone-file.ts'

export interface FakeDevices {
  cameraFile: string
  microphoneFile: string
}

/** Makes the camera and microphone files of one face in `folder`, once. */
export async function fakeDevices(
  folder: string,
  face: Face,
  format: CameraFormat = HD,
): Promise<FakeDevices> {
  await mkdir(folder, { recursive: true })
  const cameraFile = join(folder, `${face.name}-${format.height}.y4m`)
  const microphoneFile = join(folder, `${face.name}.wav`)
  await made(cameraFile, (path) => writeCameraFile(path, face.rgb, format))
  await made(microphoneFile, (path) => writeMicrophoneFile(path, face.toneHz))
  return { cameraFile, microphoneFile }
}

/** Whole or not at all: a browser must never open half a file. */
async function made(path: string, write: (path: string) => Promise<void>): Promise<void> {
  if (existsSync(path)) return
  const draft = `${path}.${process.pid}`
  await write(draft)
  await rename(draft, path)
}
