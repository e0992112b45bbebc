import type { Page } from '@playwright/test'
import { BLUE } from './media/faces.ts'

/**
 * Lets the page's next `getDisplayMedia` give a screen in one colour, which no headless browser has: only the
 * choice is played, what is captured goes the way of any screen.
 *
 * @returns presses the browser's own "stop sharing"
 */
export async function shareFakeScreen(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(([red, green, blue]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 })
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    let beat = 0
    const draw = () => {
      context.fillStyle = `rgb(${red} ${green} ${blue})`
      context.fillRect(0, 0, canvas.width, canvas.height)
      // A capture of what stands still has no frames.
      context.fillStyle = 'white'
      context.fillRect((beat++ * 7) % canvas.width, 0, 8, 8)
    }
    setInterval(draw, 100)
    draw()
    const stream = canvas.captureStream(10)
    navigator.mediaDevices.getDisplayMedia = async () => stream
    globalThis.addEventListener('stop-sharing', () => {
      for (const track of stream.getTracks()) {
        track.stop()
        track.dispatchEvent(new Event('ended'))
      }
    })
  }, BLUE.rgb)
  return () => page.evaluate(() => void globalThis.dispatchEvent(new Event('stop-sharing')))
}
