/** Plays the other end: the picture in elements that the page gives, the sound in one of its own. */
export interface RemotePlayer {
  attach: (element: HTMLVideoElement) => () => void
  /** Somebody may soon be heard: chooses the speaker, which takes too long when they are. */
  prepare: () => void
  play: (tracks: { sound: MediaStreamTrack | null; picture: MediaStreamTrack | null }) => void
  isSoundBlocked: () => boolean
  resumeSound: () => Promise<void>
}

export interface RemotePlayerListener {
  /** The picture was really painted once more. */
  onFrame: () => void
  onSoundBlocked: () => void
}

/** @param speakerId where the sound goes; null: the default speaker */
export function createRemotePlayer(
  speakerId: () => string | null,
  listener: RemotePlayerListener,
): RemotePlayer {
  const elements = new Set<HTMLVideoElement>()
  let speaker: HTMLAudioElement | null = null
  let picture: MediaStreamTrack | null = null
  let sound: MediaStreamTrack | null = null
  let isSoundBlocked = false

  const show = (element: HTMLVideoElement) => {
    if (!picture) {
      element.srcObject = null
      return
    }
    element.srcObject = new MediaStream([picture])
    // Sound has its own element, so the picture may always play.
    element.muted = true
    element.play().catch(() => undefined)
    awaitFrame(element, picture)
  }

  /** Every frame of this track, until something else is shown; absent in old browsers. */
  const awaitFrame = (element: HTMLVideoElement, shown: MediaStreamTrack) => {
    element.requestVideoFrameCallback?.(() => {
      if (picture !== shown || !elements.has(element)) return
      listener.onFrame()
      awaitFrame(element, shown)
    })
  }

  const speak = async () => {
    if (!sound) {
      if (speaker) speaker.srcObject = null
      return block(false)
    }
    const element = chosenSpeaker()
    element.srcObject = new MediaStream([sound])
    await playSound()
  }

  /** The element that plays on the chosen speaker. Choosing is not waited for: sound moves over when it is done. */
  const chosenSpeaker = (): HTMLAudioElement => {
    speaker ??= new Audio()
    const id = speakerId() ?? ''
    // A speaker that is gone leaves the default one.
    if (speaker.setSinkId && speaker.sinkId !== id) speaker.setSinkId(id).catch(() => undefined)
    return speaker
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
        element.srcObject = null
      }
    },
    prepare() {
      chosenSpeaker()
    },
    play(tracks) {
      if (picture !== tracks.picture) {
        picture = tracks.picture
        for (const element of elements) show(element)
      }
      if (sound !== tracks.sound) {
        sound = tracks.sound
        void speak()
      }
    },
    isSoundBlocked: () => isSoundBlocked,
    resumeSound: playSound,
  }
}
