import { deviceTroubleOf } from '@/components/call/device-trouble.ts'
import type { ChosenDevices } from './chosen-devices.ts'
import type { Probe } from './device-check.ts'

/** Camera and microphone while they are being tried. */
export interface Trial {
  picture: MediaStreamTrack | null
  sound: MediaStreamTrack | null
  /** How each starts in the check. */
  probes: { picture: Probe; sound: Probe }
  /** What could be chosen instead; labels are known once a device has been allowed. */
  devices: readonly MediaDeviceInfo[]
  close: () => void
}

/**
 * Opens the chosen camera and microphone, or the default ones where the choice is gone. One question
 * to the person for both; each on its own only when both together fail.
 */
export async function openTrial(chosen: ChosenDevices): Promise<Trial> {
  if (!('mediaDevices' in navigator)) return trialOf(unsupported, unsupported, [])
  const video = { deviceId: preferred(chosen.camera), width: 1280, height: 720 }
  const audio = { deviceId: preferred(chosen.microphone) }
  const both = await attempt({ video, audio })
  const [picture, sound] = both.ok
    ? [taken(both.stream.getVideoTracks()[0]), taken(both.stream.getAudioTracks()[0])]
    : [firstTrack(await attempt({ video })), firstTrack(await attempt({ audio }))]
  return trialOf(picture, sound, await navigator.mediaDevices.enumerateDevices())
}

interface Opened {
  track: MediaStreamTrack | null
  probe: Probe
}

const unsupported: Opened = { track: null, probe: { kind: 'unavailable', why: 'unsupported' } }

type Attempt = { ok: true; stream: MediaStream } | { ok: false; errorName: string }

async function attempt(constraints: MediaStreamConstraints): Promise<Attempt> {
  try {
    return { ok: true, stream: await navigator.mediaDevices.getUserMedia(constraints) }
  } catch (error) {
    return { ok: false, errorName: error instanceof Error ? error.name : 'unknown' }
  }
}

const firstTrack = (answer: Attempt): Opened =>
  answer.ok
    ? taken(answer.stream.getTracks()[0])
    : { track: null, probe: { kind: 'unavailable', why: deviceTroubleOf(answer.errorName) } }

const taken = (track: MediaStreamTrack | undefined): Opened =>
  track
    ? { track, probe: { kind: 'waiting' } }
    : { track: null, probe: { kind: 'unavailable', why: 'missing' } }

/** Asked for, not demanded: a choice that was unplugged falls back to the default. */
const preferred = (id: string | null): ConstrainDOMString => (id === null ? [] : { ideal: id })

const trialOf = (picture: Opened, sound: Opened, devices: readonly MediaDeviceInfo[]): Trial => ({
  picture: picture.track,
  sound: sound.track,
  probes: { picture: picture.probe, sound: sound.probe },
  devices,
  close: () => {
    picture.track?.stop()
    sound.track?.stop()
  },
})
