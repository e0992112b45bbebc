import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { THUMBNAIL } from '../components/call/health/thumbnail.ts'
import { PRIMER_WIDTH } from '../components/call/primer.ts'
import type { Stack } from '../scripts/local/stack.ts'
import { rowsOf } from './board.ts'
import type { Desk } from './desk.ts'
import { expect, FACE_OF, test } from './fixtures.ts'
import type { CameraFormat } from './media/camera-file.ts'
import { connect, expectToHear, expectToMeet } from './meeting.ts'
import { frameRateIn, pictureIn } from './probes.ts'
import type { Totem } from './totem.ts'

/** Two cores encode and decode it: large rather than smooth. */
const FULL_HD: CameraFormat = { width: 1920, height: 1080, framesPerSecond: 10 }

/** What the desk shows of a paper. */
const paperAt = ({ page }: Desk) => page.getByLabel('Documento mostrato', { exact: true }).locator('video')
const showKey = ({ page }: Totem) => page.getByRole('button', { name: 'Mostra un documento' })
const stopKey = ({ page }: Totem) => page.getByRole('button', { name: 'Smetti di mostrare' })

test('a paper arrives sharp and alive, beside the visitor, and only while it is shown', async ({
  totem,
  operator,
}) => {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149', { format: FULL_HD })])
  await connect(visitor, desk)
  await expect(paperAt(desk)).toHaveCount(0)

  await showKey(visitor).click()
  const says =
    'L’operatore vede il documento e può tenerne l’immagine ferma fino a fine chiamata. Niente viene salvato.'
  await expect(visitor.page.getByText(says)).toBeVisible()
  await expect
    .poll(() => pictureIn(paperAt(desk)), { message: 'the paper at the desk' })
    .toMatchObject({ face: FACE_OF['padova-149'].name, width: 1920, height: 1080 })
  await expect
    .poll(() => frameRateIn(paperAt(desk), 2_000), { message: 'frames of the paper per second' })
    .toBeGreaterThanOrEqual(4)
  await expectToMeet(desk, FACE_OF['padova-149'])

  await stopKey(visitor).click()
  await expect(paperAt(desk)).toHaveCount(0)
  await expect(showKey(visitor)).toBeVisible()
  await expectToMeet(desk, FACE_OF['padova-149'])
  await expectToHear(visitor, FACE_OF.anna)
  // Again, because people turn the sheet over.
  await showKey(visitor).click()
  await expect.poll(() => pictureIn(paperAt(desk))).toMatchObject({ width: 1920, height: 1080 })
})

test('a frozen paper is kept nowhere, and nothing of it is left after the call', async ({
  totem,
  operator,
  stack,
}) => {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149', { format: FULL_HD })])
  await connect(visitor, desk)
  await showKey(visitor).click()
  await expect.poll(() => pictureIn(paperAt(desk))).toMatchObject({ width: 1920 })
  await desk.page.evaluate(watchCanvases)

  const before = await keptAnywhere(desk.page, stack)
  const sent: { path: string; bytes: number }[] = []
  desk.page.on('request', (request) => {
    sent.push({ path: new URL(request.url()).pathname, bytes: request.postDataBuffer()?.length ?? 0 })
  })
  await desk.page.getByRole('button', { name: 'Blocca immagine' }).click()
  await expect(desk.page.getByText('Immagine ferma, solo sul tuo schermo')).toBeVisible()
  for (const name of ['Ingrandisci', 'Ruota']) await desk.page.getByRole('button', { name }).click()
  expect(await canvasesAt(desk.page)).toEqual([{ width: 1920, height: 1080, isLit: true }])
  // Longer than anything that a page does now and then.
  const since = await secondsInCall(desk)
  await expect.poll(() => secondsInCall(desk)).toBeGreaterThan(since + 6)
  // That the page is there, and what arrives of the visitor: neither has room for a picture.
  expect(sent.filter(({ path }) => path !== '/api/desk/beat' && !path.endsWith('/receives'))).toEqual([])
  expect(sent.filter(({ bytes }) => bytes > 200)).toEqual([])
  expect(await keptAnywhere(desk.page, stack)).toEqual(before)

  await desk.page.getByRole('button', { name: 'Torna dal vivo' }).click()
  expect(await canvasesAt(desk.page)).toEqual([{ width: 0, height: 0, isLit: false }])
  await desk.page.getByRole('button', { name: 'Blocca immagine' }).click()
  await stopKey(visitor).click()
  await expect(desk.page.getByText('Il cittadino non mostra più il documento')).toBeVisible()
  expect(await canvasesAt(desk.page)).toContainEqual({ width: 1920, height: 1080, isLit: true })
  await desk.hangUp.click()
  await expect(desk.wrapUp).toBeVisible()
  const left = await canvasesAt(desk.page)
  expect(left.filter(({ width, isLit }) => width > PRIMER_WIDTH || isLit)).toEqual([])
  await expect(desk.page.locator('video, canvas')).toHaveCount(0)
})

/** By the call's clock at the desk. */
async function secondsInCall({ page }: Desk): Promise<number> {
  const heading = await page.getByRole('heading', { name: /\d:\d\d$/ }).textContent()
  const [minutes, seconds] = heading?.match(/\d+/g)?.slice(-2).map(Number) ?? []
  return (minutes ?? 0) * 60 + (seconds ?? 0)
}

declare global {
  var canvases: HTMLCanvasElement[]
}

/** Runs in the page: every canvas it makes from now on, in the document or not. */
function watchCanvases(): void {
  globalThis.canvases = []
  const create = document.createElement.bind(document)
  document.createElement = (name: string) => {
    const made = create(name)
    if (made instanceof HTMLCanvasElement) globalThis.canvases.push(made)
    return made
  }
}

const canvasesAt = async (page: Page) => {
  const all = await page.evaluate(() =>
    globalThis.canvases.map((canvas) => {
      const { width, height } = canvas
      const pixels = width > 0 ? canvas.getContext('2d')?.getImageData(0, 0, width, height).data : undefined
      return { width, height, isLit: pixels?.some((value, at) => at % 4 === 0 && value > 100) ?? false }
    }),
  )
  // Whether a picture is black is measured on so few points that nothing can be read from them.
  return all.filter(({ width, height }) => width !== THUMBNAIL.width || height !== THUMBNAIL.height)
}

/** All that a picture could be left in: the browser's stores, the application's files and its database. */
async function keptAnywhere(page: Page, stack: Stack) {
  const browser = await page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    cookies: document.cookie,
    stored: (await navigator.storage.estimate()).usage,
  }))
  // A line for each thing that a page reports, which the sizes of all requests bound.
  const { 'switchboard.commands': _, ...rows } = await rowsOf(stack.database.url)
  return { browser, files: await filesIn(stack.env.PRONTO_HOME), rows }
}

/** Names and sizes of the application's own files; the database's and the logs' grow with every beat. */
async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  const kept = names.filter((name) => !/postgres|\.log$|^logs/.test(name)).sort()
  return Promise.all(kept.map(async (name) => `${name} ${(await stat(join(folder, name))).size}`))
}
