import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { assembleCrew, type Watching } from '../e2e/crew.ts'
import { type Desk, deskOn } from '../e2e/desk.ts'
import { type CameraFormat, HD } from '../e2e/media/camera-file.ts'
import { BLUE, type Face, GREEN, RED } from '../e2e/media/faces.ts'
import { type Totem, totemOn } from '../e2e/totem.ts'
import { startStack } from '../scripts/local/stack.ts'
import { progress } from './run-bench.ts'

/** A whole system with one operator on duty, and totem pages as they are asked for. */
export interface Counter {
  url: string
  desk: Desk
  /** Another operator, on duty. */
  openDesk(name: 'bruno'): Promise<Desk>
  /** A fresh page on the totem that is always open. `prepare` runs before the page's own scripts. */
  openTotem(prepare?: (page: Page) => Promise<void>): Promise<Totem>
  close(): Promise<void>
}

/** Starts everything on `folder`, the database with fsync as in real use. */
export async function openCounter(
  folder: string,
  prepareDesk: (page: Page) => Promise<void> = () => Promise.resolve(),
  { watching = 'light', format = HD }: { watching?: Watching; format?: CameraFormat } = {},
): Promise<Counter> {
  progress('starting the system')
  const stack = await startStack({ home: join(folder, 'home'), isDurable: true })
  const crew = assembleCrew(join(folder, 'media'), watching)
  const baseURL = stack.url
  const openDesk = async (name: string, face: Face): Promise<Desk> => {
    const { page } = await crew.open({
      face,
      format,
      context: { baseURL, viewport: { width: 1280, height: 800 } },
    })
    await prepareDesk(page)
    const desk = deskOn(page)
    await desk.signIn(`${name}@esempio.it`, stack.sample.password)
    await desk.goOnDuty()
    return desk
  }
  const desk = await openDesk('anna', GREEN)
  const atTotem = await crew.open({
    face: RED,
    format,
    context: { baseURL, viewport: { width: 540, height: 960 } },
  })
  return {
    url: stack.url,
    desk,
    openDesk: (name) => openDesk(name, BLUE),
    async openTotem(prepare) {
      const page = await atTotem.context.newPage()
      await prepare?.(page)
      await page.goto('/totem?totem=padova-149')
      const totem = totemOn(page)
      await totem.expectReady()
      return totem
    },
    async close() {
      await crew.close()
      await stack.stop()
    },
  }
}
