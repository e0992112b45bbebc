/**
 * A black picture of a few pixels for an element that waits for the other end's. A browser makes a video
 * element ready at its first frame, on the page's main thread, which is busiest in the moment of an answer;
 * an element that plays already shows the next frame without it.
 *
 * @returns null where a canvas gives no picture
 */
export function blackPicture(): MediaStreamTrack | null {
  const canvas = document.createElement('canvas')
  canvas.width = PRIMER_WIDTH
  canvas.height = 9
  const brush = canvas.getContext('2d')
  const [track] = canvas.captureStream?.().getVideoTracks() ?? []
  brush?.fillRect(0, 0, canvas.width, canvas.height)
  return track ?? null
}

/** No camera is as narrow: tells its frame from the first of the other end. */
export const PRIMER_WIDTH = 16
