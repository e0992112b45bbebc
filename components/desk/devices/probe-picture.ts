/** A camera behind a closed shutter sends pictures too: below this mean brightness (0–255) it is covered. */
const DARK = 6
/** Cameras need a moment to adjust their exposure before black means covered. */
const EXPOSURE_MS = 2_500
const LOOK_EVERY_MS = 100
const SIDE = 16

/**
 * Watches a preview until it shows something. Calls `onProbe` with true at the first picture that is
 * not black, with false when it is still black after a while (and true if it clears up later).
 */
export function probePicture(preview: HTMLVideoElement, onProbe: (isSeen: boolean) => void): () => void {
  const canvas = document.createElement('canvas')
  canvas.width = SIDE
  canvas.height = SIDE
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const startedAt = performance.now()
  let hasDoubted = false

  const look = () => {
    const isFrameThere = preview.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA
    if (isFrameThere && context && brightness(context, preview) > DARK) {
      clearInterval(timer)
      onProbe(true)
    } else if (!hasDoubted && performance.now() - startedAt > EXPOSURE_MS) {
      hasDoubted = true
      onProbe(false)
    }
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  return () => clearInterval(timer)
}

function brightness(context: CanvasRenderingContext2D, preview: HTMLVideoElement): number {
  context.drawImage(preview, 0, 0, SIDE, SIDE)
  const { data } = context.getImageData(0, 0, SIDE, SIDE)
  let sum = 0
  for (let index = 0; index < data.length; index += 4) {
    sum += Math.max(data[index] ?? 0, data[index + 1] ?? 0, data[index + 2] ?? 0)
  }
  return sum / (SIDE * SIDE)
}
