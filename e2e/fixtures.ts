import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type TestInfo } from '@playwright/test'
import type { Rules } from '../lib/switchboard/settings.ts'
import { type Stack, startStack } from '../scripts/local/stack.ts'
import { clearBoard, factsSince, setRules } from './board.ts'
import { assembleCrew, type Crew, type CrewPageOptions, type WatchedPage } from './crew.ts'
import { type Desk, deskOn } from './desk.ts'
import { SMALL } from './media/camera-file.ts'
import { BLUE, type Face, GREEN, PURPLE, RED, YELLOW } from './media/faces.ts'
import { soundsInDetail } from './probes.ts'
import { type Totem, totemOn } from './totem.ts'

type PageOptions = Partial<CrewPageOptions>

export interface Fixtures {
  /** Every test begins with nobody on duty, no call and the `USUAL_RULES`. */
  emptyBoard: undefined
  /** Gives this test rules of its own, so that it need not wait as long as people may. */
  rules(rules: Partial<Rules>): Promise<void>
  /** Opens a totem's page, enrolled as this totem of the sample municipality. */
  totem(slug?: TotemSlug, options?: PageOptions): Promise<Totem>
  /** Opens an operator's desk, signed in and on duty. */
  operator(name?: OperatorName, options?: PageOptions): Promise<Desk>
  /** Opens an empty page of the operator's browser, signed in or not, for what `operator` does not do. */
  pageOf(face: Face, options?: PageOptions): Promise<WatchedPage>
}

interface Shared {
  stack: Stack
  crew: Crew
}

export type TotemSlug = 'padova-149' | 'villanova' | 'san-damaso' | 'modena-est'
export type OperatorName = 'anna' | 'bruno' | 'chiara'

/** Whoever is seen at the far end must have this face. */
export const FACE_OF: Readonly<Record<'padova-149' | 'modena-est' | OperatorName, Face>> = {
  'padova-149': RED,
  'modena-est': YELLOW,
  anna: GREEN,
  bruno: BLUE,
  chiara: PURPLE,
}

/** A portrait totem at half its real resolution: two cores draw every frame of it without a graphics card. */
const TOTEM_VIEWPORT = { width: 540, height: 960 }
const DESK_VIEWPORT = { width: 1280, height: 800 }

/** The guard before the first ring is for people, and the core's own tests prove it: 2 s for every desk that opens. */
const USUAL_RULES: Partial<Rules> = { readyGuardMs: 0 }

export const test = base.extend<Fixtures, Shared>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern
    async ({}, use) => {
      const home = await mkdtemp(join(tmpdir(), 'pronto-e2e-'))
      const stack = await startStack({ home, hasMediaWay: process.env.FULL === '1' })
      await use(stack)
      await stack.stop()
      await rm(home, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  crew: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const mediaFolder = await mkdtemp(join(tmpdir(), 'pronto-media-'))
      const crew = assembleCrew(mediaFolder)
      await use(crew)
      await crew.close()
      await rm(mediaFolder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  emptyBoard: [
    async ({ stack }, use, testInfo) => {
      const startedAt = new Date()
      await setRules(stack.database.url, USUAL_RULES)
      await use(undefined)
      if (testInfo.status !== testInfo.expectedStatus) {
        const body = await factsSince(stack.database.url, startedAt)
        await testInfo.attach('what the switchboard noted', { body, contentType: 'text/plain' })
      }
      await clearBoard(stack.database.url)
    },
    { auto: true },
  ],
  rules: async ({ stack, emptyBoard: _ }, use) => {
    await use((rules) => setRules(stack.database.url, { ...USUAL_RULES, ...rules }))
  },
  pageOf: async ({ stack, crew, emptyBoard: _ }, use, testInfo) => {
    const opened: WatchedPage[] = []
    await use(async (face, options) => {
      const watched = await crew.open({
        face,
        format: SMALL,
        ...options,
        context: { baseURL: stack.url, ...options?.context },
      })
      opened.push(watched)
      return watched
    })
    await attachScreens(opened, testInfo)
    await crew.dismiss()
    await clearBoard(stack.database.url)
    expect(
      opened.flatMap(({ uncaught }) => uncaught),
      'exceptions that no page caught',
    ).toEqual([])
    expect(
      opened.flatMap(({ requested }) => foreignTo(stack, requested)),
      'asked of others',
    ).toEqual([])
  },
  totem: async ({ pageOf }, use) => {
    await use(async (slug = 'padova-149', options) => {
      const face = slug === 'padova-149' ? RED : YELLOW
      const { page } = await pageOf(face, {
        ...options,
        context: { viewport: TOTEM_VIEWPORT, ...options?.context },
      })
      await page.goto(`/totem?totem=${slug}`)
      const visitor = totemOn(page)
      await visitor.expectReady()
      return visitor
    })
  },
  operator: async ({ pageOf, stack }, use) => {
    await use(async (name = 'anna', options) => {
      const { page } = await pageOf(FACE_OF[name], {
        ...options,
        context: { viewport: DESK_VIEWPORT, ...options?.context },
      })
      const desk = deskOn(page)
      // As the form does, which other journeys fill in.
      const signedIn = await page.request.post('/api/staff/sign-in', {
        headers: { origin: new URL(stack.url).origin },
        data: { email: `${name}@esempio.it`, password: stack.sample.password },
      })
      expect(signedIn.status(), `${name} signs in`).toBe(200)
      await page.goto('/desk')
      await desk.goOnDuty()
      return desk
    })
  },
})

export { expect }

/** Of these addresses, those that neither the application nor the media server of this stack answers. */
export function foreignTo(stack: Stack, addresses: readonly string[]): string[] {
  const own = [new URL(stack.url).host, new URL(stack.media.url).host]
  return addresses.filter((address) => /^(http|ws)/.test(address) && !own.includes(new URL(address).host))
}

/** What each page showed, and what it knew of the sounds that reached it, when the test failed. */
async function attachScreens(opened: readonly WatchedPage[], testInfo: TestInfo): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus) return
  for (const [index, { page }] of opened.entries()) {
    if (page.isClosed()) continue
    const body = await page.screenshot({ timeout: 5_000 }).catch(() => null)
    if (body) await testInfo.attach(`page ${index + 1} ${page.url()}`, { body, contentType: 'image/png' })
    const sounds = await soundsInDetail(page).catch(() => '')
    if (sounds)
      await testInfo.attach(`sounds at page ${index + 1}`, { body: sounds, contentType: 'text/plain' })
  }
}
