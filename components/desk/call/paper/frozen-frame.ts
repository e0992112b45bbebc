/** A still picture in this page's memory, and nowhere else. */
export interface FrozenFrame {
  canvas: HTMLCanvasElement
  /** Lets go of its pixels at once, whatever still holds the canvas. */
  discard: () => void
}

/** @returns null while there is no picture yet */
export function freeze(video: HTMLVideoElement): FrozenFrame | null {
  const { videoWidth, videoHeight } = video
  const canvas = document.createElement('canvas')
  const brush = canvas.getContext('2d')
  if (!brush || videoWidth === 0) return null
  canvas.width = videoWidth
  canvas.height = videoHeight
  brush.drawImage(video, 0, 0)
  return {
    canvas,
    discard() {
      canvas.width = 0
      canvas.height = 0
      canvas.remove()
    },
  }
}
