import { USUAL_VOLUME_DB } from '@/lib/content/volumes.ts'
import { blackPicture, PRIMER_WIDTH } from './primer.ts'
import { gainOf } from './volume.ts'

/** Plays the other end: the picture in elements that the page gives, the sound in one of its own. */
export interface RemotePlayer {
  attach: (element: HTMLVideoElement) => () => void
  /** Somebody may soon be heard: chooses the speaker, which takes too long when they are. */
  prepare: () => void
  play: (tracks: RemoteTracks) => void
  isSoundBlocked: () => boolean
  resumeSound: () => Promise<void>
  /** 0 to 1. */
  setGain: (gain: number) => void
}

export interface RemoteTracks {
  sound: MediaStreamTrack | null
  picture: MediaStreamTrack | null
  /**
   * False: neither seen nor heard, whatever they carry. Making a player ready takes longer than opening a
   * curtain, so it is done while it rings.
   */
  isShown: boolean
}

export interface RemotePlayerListener {
  /** The picture was really painted once more. True: it need not be told again. */
  onFrame: () => boolean
  onSoundBlocked: () => void
}

/** @param speakerId where the sound goes; null: the default speaker */
export function createRemotePlayer(
  speakerId: () => string | null,
  listener: RemotePlayerListener,
): RemotePlayer {
  const elements = new Set<HTMLVideoElement>()
  /** Elements that wait for a picture, and the black one that they play meanwhile. */
  const primers = new Map<HTMLVideoElement, { stream: MediaStream; track: MediaStreamTrack }>()
  let speaker: HTMLAudioElement | null = null
  let picture: MediaStreamTrack | null = null
  let sound: MediaStreamTrack | null = null
  let isShown = false
  let isSoundBlocked = false
  let gain = gainOf(USUAL_VOLUME_DB)

  const show = (element: HTMLVideoElement) => {
    curtain(element)
    const primed = primers.get(element)
    primers.delete(element)
    if (picture && primed) {
      // The same stream, so that the element need not start again.
      primed.stream.addTrack(picture)
      primed.stream.removeTrack(primed.track)
      primed.track.stop()
      awaitFrame(element, picture)
      return
    }
    primed?.track.stop()
    element.srcObject = null
    const track = picture ?? blackPicture()
    if (!track) return
    const stream = new MediaStream([track])
    if (!picture) primers.set(element, { stream, track })
    element.srcObject = stream
    // Sound has its own element, so the picture may always play.
    element.muted = true
    element.play().catch(() => undefined)
    if (picture) awaitFrame(element, picture)
  }

  /** Straight at the element: an answer must not wait for React. */
  const curtain = (element: HTMLVideoElement) => {
    element.style.visibility = isShown ? '' : 'hidden'
  }

  /** Frames of this track, until one has counted or something else is shown; absent in old browsers. */
  const awaitFrame = (element: HTMLVideoElement, shown: MediaStreamTrack) => {
    element.requestVideoFrameCallback?.((_, { width }) => {
      if (picture !== shown || !elements.has(element)) return
      if (width !== PRIMER_WIDTH && listener.onFrame()) return
      awaitFrame(element, shown)
    })
  }

  const speak = async () => {
    if (!sound) {
      if (speaker) speaker.srcObject = null
      return block(false)
    }
    const element = chosenSpeaker()
    element.muted = !isShown
    element.srcObject = new MediaStream([sound])
    await playSound()
  }

  /** The element that plays on the chosen speaker. Choosing is not waited for: sound moves over when it is done. */
  const chosenSpeaker = (): HTMLAudioElement => {
    speaker ??= new Audio()
    speaker.volume = gain
    const id = speakerId() ?? ''
    // Older browsers choose none.
    if ('setSinkId' in speaker && speaker.sinkId !== id) void moveTo(id, speaker)
    return speaker
  }

  /** A speaker that cannot be had leaves the one before. */
  const moveTo = async (id: string, element: HTMLAudioElement) => {
    try {
      await element.setSinkId(id)
    } catch (error) {
      if (!sound || !(error instanceof DOMException && error.name === 'AbortError')) return
      // Chromium takes nothing off a speaker that was unplugged while it played there: it has to begin anew.
      element.srcObject = null
      await element.setSinkId(id).catch(() => undefined)
      if (!sound || element.srcObject !== null) return
      element.srcObject = new MediaStream([sound])
      await playSound()
    }
  }

  const playSound = async () => {
    let isRefused = false
    try {
      await speaker?.play()
    } catch (error) {
      // Anything else is a newer track taking this one's place.
      isRefused = error instanceof DOMException && error.name === 'NotAllowedError'
    }
    block(isRefused)
  }

  const block = (isBlocked: boolean) => {
    if (isSoundBlocked === isBlocked) return
    isSoundBlocked = isBlocked
    listener.onSoundBlocked()
  }

  return {
    attach(element) {
      elements.add(element)
      show(element)
      return () => {
        elements.delete(element)
        primers.get(element)?.track.stop()
        primers.delete(element)
        element.srcObject = null
      }
    },
    prepare() {
      chosenSpeaker()
    },
    play(tracks) {
      const isChanged = isShown !== tracks.isShown
      isShown = tracks.isShown
      if (picture !== tracks.picture) {
        picture = tracks.picture
        for (const element of elements) show(element)
      } else if (isChanged) {
        for (const element of elements) curtain(element)
      }
      if (sound !== tracks.sound) {
        sound = tracks.sound
        void speak()
      } else if (isChanged && speaker) {
        speaker.muted = !isShown
        // Only now may the browser refuse.
        if (sound) void playSound()
      }
    },
    isSoundBlocked: () => isSoundBlocked,
    resumeSound: playSound,
    setGain(next) {
      gain = next
      if (speaker) speaker.volume = gain
    },
  }
}
