import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type CameraFormat,
  HD,
  writeBlackFile,
  writeCameraFile,
  writeFlashFile,
  writeStillFile,
} from './camera-file.ts'
import { CLAP } from './clap.ts'
import { CLAPPER, DEAD, type Face, STILL_GREEN, TALKING_GREEN, TALKING_RED } from './faces.ts'
import { type Rhythm, repeated, speechAt, talkOf, writeMicrophoneFile } from './microphone-file.ts'

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
  const cameraFile = join(folder, `${fileName(face)}-${format.height}.y4m`)
  const microphoneFile = join(folder, `${fileName(face)}.wav`)
  await made(cameraFile, (path) => writeCamera(path, face, format))
  await made(microphoneFile, (path) => writeMicrophoneFile(path, rhythmOf(face)))
  return { cameraFile, microphoneFile }
}

function writeCamera(path: string, face: Face, format: CameraFormat): Promise<void> {
  if (face === CLAPPER) return writeFlashFile(path, format, CLAP)
  if (face === STILL_GREEN) return writeStillFile(path, face.rgb, format)
  return face === DEAD ? writeBlackFile(path, format) : writeCameraFile(path, face.rgb, format)
}

const rhythmOf = (face: Face): Rhythm => {
  const { toneHz: hz } = face
  if (face === CLAPPER) return repeated({ hz, syllableMs: CLAP.litMs, pauseMs: CLAP.everyMs - CLAP.litMs })
  return face === TALKING_GREEN || face === TALKING_RED ? talkOf(hz) : speechAt(hz)
}

const fileName = ({ name }: Face) => name.replaceAll(' ', '-')

/** Whole or not at all: a browser must never open half a file. */
async function made(path: string, write: (path: string) => Promise<void>): Promise<void> {
  if (existsSync(path)) return
  const draft = `${path}.${process.pid}`
  await write(draft)
  await rename(draft, path)
}
