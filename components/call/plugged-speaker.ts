/** Where the other ends are heard: the chosen speaker while it is plugged in, else the default one. */
export interface PluggedSpeaker {
  /** By its id; null: the default one. */
  id: () => string | null
  /** @param isNeeded somebody may be heard here: from now on it is known what is plugged in */
  follow: (isNeeded: boolean) => void
}

/**
 * A browser goes on playing to a speaker that has been unplugged, for nobody to hear
 * (https://w3c.github.io/mediacapture-output/#algorithms-sink-unavailable): only the page can do otherwise.
 *
 * @param chosen what the person chose; null: the default one
 * @param onChange another one may have to play now
 */
export function createPluggedSpeaker(chosen: () => string | null, onChange: () => void): PluggedSpeaker {
  let isFollowing = false
  let gone: string | null = null

  const look = async () => {
    const id = chosen()
    const found = (await mediaDevices()?.enumerateDevices()) ?? []
    const speakers = found.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== '')
    if (!isFollowing) return
    // A browser that names none says nothing of any.
    gone = speakers.length > 0 && !speakers.some(({ deviceId }) => deviceId === id) ? id : null
    onChange()
  }
  const lookAgain = () => {
    look().catch(() => undefined)
  }

  return {
    id() {
      const id = chosen()
      return id === gone ? null : id
    },
    follow(isNeeded) {
      if (isNeeded === isFollowing) return
      isFollowing = isNeeded
      if (!isNeeded) {
        mediaDevices()?.removeEventListener('devicechange', lookAgain)
        return
      }
      mediaDevices()?.addEventListener('devicechange', lookAgain)
      // It may have gone between two calls.
      if (chosen() !== null) lookAgain()
    },
  }
}

/** Undefined on a page without HTTPS, whatever its type says. */
const mediaDevices = (): MediaDevices | undefined => navigator.mediaDevices
