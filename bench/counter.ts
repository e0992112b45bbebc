import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { assembleCrew } from '../e2e/crew.ts'
import { type Desk, deskOn } from '../e2e/desk.ts'
import { GREEN, RED } from '../e2e/media/faces.ts'
import { type Totem, totemOn } from '../e2e/totem.ts'
import { startStack } from '../scripts/local/stack.ts'
import { progress } from './run-bench.ts'

/** A whole system with one operator on duty, and totem pages as they are asked for. */
export interface Counter {
  url: string
  desk: Desk
  /** A fresh page on the totem that is always open. `prepare` runs before the page's own scripts. */
  openTotem(prepare?: (page: Page) => Promise<void>): Promise<Totem>
  close(): Promise<void>
}

/** Starts everything on `folder`, the database with fsync as in real use. */
export async function openCounter(
  folder: string,
  prepareDesk: (page: Page) => Promise<void>,
): Promise<Counter> {
  progress('starting the system')
  const stack = await startStack({ home: join(folder, 'home'), isDurable: true })
  const crew = assembleCrew(join(folder, 'media'), 'light')
  const baseURL = stack.url
  const atDesk = await crew.open({
    face: GREEN,
    context: { baseURL, viewport: { width: 1280, height: 800 } },
  })
  await prepareDesk(atDesk.page)
  const desk = deskOn(atDesk.page)
  await desk.signIn('anna@esempio.it', stack.sample.password)
  await desk.goOnDuty()
  const atTotem = await crew.open({ face: RED, context: { baseURL, viewport: { width: 540, height: 960 } } })
  return {
    url: stack.url,
    desk,
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
