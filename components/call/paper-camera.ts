import type { DeviceTrouble } from './call-media-state.ts'
import { PAPER_CAMERA } from './livekit-options.ts'
import type { OwnDevices } from './own-devices.ts'

/** A camera's picture of a paper, and how to let go of it. */
export interface PaperPicture {
  track: MediaStreamTrack
  release: () => void
}

/**
 * Opens the camera that points at papers where there is one, else the person's own at its largest.
 * A second camera can be used beside the first; the same one cannot be opened twice in two sizes.
 */
export async function openPaperCamera(
  devices: Pick<OwnDevices, 'widen' | 'narrow'>,
  name: string,
): Promise<PaperPicture | DeviceTrouble> {
  const own = await openDocumentCamera(name)
  if (own) return { track: own, release: () => own.stop() }
  const whole = await devices.widen()
  if (typeof whole === 'string') {
    void devices.narrow()
    return whole
  }
  return {
    track: whole,
    release() {
      whole.stop()
      void devices.narrow()
    },
  }
}

/** Null: there is none, or it does not give its picture. */
async function openDocumentCamera(name: string): Promise<MediaStreamTrack | null> {
  try {
    const all = await navigator.mediaDevices.enumerateDevices()
    const camera = all.find(({ kind, label }) => kind === 'videoinput' && isDocumentCamera(label, name))
    if (!camera) return null
    const { deviceId } = camera
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { ...PAPER_CAMERA, deviceId: { exact: deviceId } },
    })
    return stream.getVideoTracks()[0] ?? null
  } catch {
    return null
  }
}

/**
 * @param name a part of what the browser calls it, in either case; empty: as makers name such cameras, in English
 * and in Italian: "IPEVO V4K Document Camera", "Visualizer"
 */
export const isDocumentCamera = (label: string, name: string): boolean =>
  name === '' ? OF_MAKERS.test(label) : label.toLowerCase().includes(name.toLowerCase())

const OF_MAKERS = /\bdocument\s?cam|\bvisuali[sz]|\bdoc\s?cam|documenti\b|\bipevo\b/i
