import { CAMERA_PUBLISH } from './livekit-options.ts'
import { fittingSize } from './picture-bits.ts'

/** With an option that browsers know and TypeScript does not yet; who does not know it ignores it. */
export interface Encoder {
  getParameters: () => RTCRtpSendParameters
  setParameters: (
    parameters: RTCRtpSendParameters,
    options?: { encodingOptions: { keyFrame: boolean }[] },
  ) => Promise<void>
}

/** How a picture that waited muted begins. */
export interface PictureStart {
  /** It waits muted for its first moment: that begins small. */
  rest: () => void
  /** It has just been unmuted. */
  begin: () => void
  /** Somebody has just come who sees nothing before the next whole frame. */
  beginAnew: () => void
  /** From now on in no more than these bits per second, and small enough for them; null: as it likes. */
  bound: (bitsPerSecond: number | null) => void
  /** It is no longer published. */
  stop: () => void
}

/**
 * The first frames of a person are small: a whole 720p frame is what two ends, their servers and their screens
 * wait for longest on a weak computer. Measured on two cores that carried all of it, first pictures came after
 * 165 and 178 ms in full size and after 134 and 142 ms at half of it (medians of 18 calls each, in turns; totem
 * and desk; 90 % within 271 and 293, and within 182 and 220). While it waits muted it is black, and its encoder has a
 * quarter of the work. Only the first time: whoever was seen already comes back as they were.
 *
 * @param encoder of the track now: one that is published anew has another
 * @param lines of the camera's picture; undefined: not known
 */
export function createPictureStart(
  encoder: () => Encoder | undefined,
  lines: () => number | undefined,
): PictureStart {
  /** One change at a time: parameters that were read before another change are refused. */
  let changes: Promise<void> = Promise.resolve()
  let timers: ReturnType<typeof setTimeout>[] = []
  let bits: number | null = null
  let size: Size = FULL
  let hasBegun = false

  const then = (change: () => Promise<void>) => {
    // A refusal means the connection is gone or being made anew; then what is published is new too.
    changes = changes.then(change).catch(() => undefined)
  }
  const adjust = (next: Size) => {
    size = next
    const { by, keeps } = next
    then(async () => {
      const asked = encoder()
      if (!asked) return
      const parameters = asked.getParameters()
      const fits = fittingSize(bits, lines())
      for (const layer of parameters.encodings) {
        layer.scaleResolutionDownBy = Math.max(by, fits.by)
        layer.maxBitrate = fits.maxBitrate
      }
      parameters.degradationPreference = keeps
      await asked.setParameters(parameters)
    })
  }
  const stop = () => {
    for (const timer of timers) clearTimeout(timer)
    timers = []
  }

  const beginAnew = () => then(() => startWhole(encoder()))

  return {
    rest() {
      stop()
      if (!hasBegun) adjust({ by: smallerBy(lines()), keeps: 'maintain-resolution' })
      else if (size !== FULL) adjust(FULL)
    },
    begin() {
      beginAnew()
      stop()
      const isSmall = size !== FULL && !hasBegun
      hasBegun = true
      if (!isSmall) return
      timers = [
        setTimeout(() => adjust({ by: 1, keeps: 'maintain-resolution' }), SMALL_FOR_MS),
        setTimeout(() => adjust(FULL), SETTLED_AFTER_MS),
      ]
    },
    beginAnew,
    bound(bitsPerSecond) {
      bits = bitsPerSecond
      adjust(size)
    },
    stop,
  }
}

interface Size {
  by: number
  /** What is left alone when line or computer are too weak. */
  keeps: 'maintain-resolution' | 'maintain-framerate'
}

const FULL: Size = { by: 1, keeps: CAMERA_PUBLISH.degradationPreference }

/** Until the first picture is there, as a rule; 0.6 s brought nothing more. */
const SMALL_FOR_MS = 250
/**
 * Until what the line carries is known: a browser that may make a picture smaller before does, to a quarter of the
 * lines, by what it has measured of a picture that was black.
 */
const SETTLED_AFTER_MS = 3_000
/** VGA (EN 301 549, 6.5.2) has 480, but its width in a wide picture: 640×360. */
const LEAST_LINES = 360

/** At most half: the jump to full size is seen, and is to be small. */
const smallerBy = (lines: number | undefined): number =>
  Math.min(2, Math.max(1, (lines ?? LEAST_LINES) / LEAST_LINES))

/**
 * Makes the next frame a whole one. The media server lets nothing of an unmuted picture through before one,
 * and what the encoder would send first is a large difference to black: measured, 37 kB and a tenth of a
 * second of encoding for nothing on two busy cores. A refusal costs the wait for the server's own request.
 */
export async function startWhole(encoder: Encoder | undefined): Promise<void> {
  if (!encoder) return
  const parameters = encoder.getParameters()
  const encodingOptions = parameters.encodings.map(() => ({ keyFrame: true }))
  await encoder.setParameters(parameters, { encodingOptions })
}
