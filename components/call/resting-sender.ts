/**
 * What a published picture costs its computer, by what it is for. A muted one is still encoded, black and
 * thirty times a second; two ends that ring spend a third of a small computer on it, in the very moment in
 * which the answer needs all of it. And the first picture of an answer is a whole frame, which at full size
 * takes four times as long to encode, to send and to decode as at half. So a muted picture rests, an
 * answered one begins at half its size, and grows once it is there.
 *
 * ```
 *   resting ──(live)──▶ beginning ──(GROW_AFTER_MS)──▶ full
 *      ▲                    │                           │
 *      └───(muted for REST_AFTER_MS)────────────────────┘
 * ```
 */
export interface RestingSender {
  /** Asked for in the order of the calls; the browser follows a few milliseconds behind. */
  setLive: (isLive: boolean) => void
  /** The track is no longer published: nothing is asked of its sender any more. */
  forget: () => void
}

/**
 * The media server takes note of a track at its first packets, and its subscribers at the first that reach
 * them: both have passed a second after publishing.
 */
export const REST_AFTER_MS = 1_000
/** A first frame has long been seen by then; two seconds after the answer the picture is whole. */
export const GROW_AFTER_MS = 800

/** Half the width and half the height: 640×360 of a 720p camera, the least that sign language needs. */
const BEGIN = { scaleResolutionDownBy: 2, maxFramerate: 30 }
/** The size of the beginning, so that waking changes no size and costs no whole frame of its own. */
const REST = { scaleResolutionDownBy: 2, maxFramerate: 2 }
const FULL = { scaleResolutionDownBy: 1, maxFramerate: 30 }

/** @param senderOf the sender of a track that has just been published, muted; another one after LiveKit has published it again */
export function createRestingSender(senderOf: () => Encoder | undefined): RestingSender {
  let isLive = false
  let isForgotten = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let wanted = REST
  /** Parameters are only valid against the newest ones, so one change at a time. */
  let last: Promise<void> = Promise.resolve()

  const encode = (next: typeof REST) => {
    wanted = next
    last = last.then(async () => {
      const sender = senderOf()
      if (isForgotten || wanted !== next || !sender) return
      const parameters = sender.getParameters()
      for (const encoding of parameters.encodings) Object.assign(encoding, next)
      // A connection that is being closed refuses: nothing is left to rest or wake.
      await sender.setParameters(parameters).catch(() => undefined)
    })
  }

  const later = (next: typeof REST, ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => encode(next), ms)
  }
  later(REST, REST_AFTER_MS)

  return {
    setLive(next) {
      if (next === isLive || isForgotten) return
      isLive = next
      if (!next) {
        later(REST, REST_AFTER_MS)
        return
      }
      encode(BEGIN)
      later(FULL, GROW_AFTER_MS)
    },
    forget() {
      isForgotten = true
      clearTimeout(timer)
    },
  }
}

type Encoder = Pick<RTCRtpSender, 'getParameters' | 'setParameters'>
