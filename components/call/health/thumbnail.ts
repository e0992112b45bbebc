import type { Thumbnail } from './picture-health.ts'

export const THUMBNAIL = { width: 32, height: 18 } as const

/**
 * Looks at a picture while it plays, some pixels at a time. The element is none of the page's, so whatever the
 * page does with its own does not matter.
 */
export interface PictureLook {
  element: HTMLVideoElement
  look: () => Thumbnail
}

export function createPictureLook(): PictureLook {
  const element = document.createElement('video')
  element.muted = true
  const canvas = document.createElement('canvas')
  canvas.width = THUMBNAIL.width
  canvas.height = THUMBNAIL.height
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  return {
    element,
    look() {
      if (!brush || element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null
      brush.drawImage(element, 0, 0, THUMBNAIL.width, THUMBNAIL.height)
      return brush.getImageData(0, 0, THUMBNAIL.width, THUMBNAIL.height).data
    },
  }
}
