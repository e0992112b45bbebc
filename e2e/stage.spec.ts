import type { Page } from '@playwright/test'
import { setServiceStatus } from './board.ts'
import { expect, FACE_OF, test } from './fixtures.ts'
import { BLUE } from './media/faces.ts'
import { connect, expectToSee } from './meeting.ts'
import { pictureIn } from './probes.ts'
import { shareFakeScreen } from './screen-capture.ts'

const stageAtTotem = (page: Page) => page.getByRole('region', { name: 'Anna ti mostra' })
const stageAtDesk = (page: Page) => page.getByRole('region', { name: 'Che cosa vede il cittadino' })
const chooser = (page: Page) => page.getByRole('dialog', { name: 'Che cosa gli mostri?' })

/** Opens the chooser by its key, types, and puts up the first page that is found. */
async function share(page: Page, words: string) {
  await page.keyboard.press('s')
  await page.getByRole('searchbox', { name: 'Cerca schede, moduli, uffici' }).fill(words)
  await expect(chooser(page).getByRole('listitem').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(chooser(page)).toBeHidden()
}

/** A call between via Padova and Anna, in which she has put something up. */
const inCall = test.extend<{ call: { visitor: Page; desk: Page } }>({
  call: async ({ totem, operator }, use) => {
    const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
    await connect(visitor, desk)
    await use({ visitor: visitor.page, desk: desk.page })
  },
})

/** For looking at it: `LOOK=<folder>` keeps what both ends show. */
async function look(name: string, { visitor, desk }: { visitor: Page; desk: Page }) {
  const folder = process.env.LOOK
  if (!folder) return
  await visitor.screenshot({ path: `${folder}/${name}-totem.png` })
  await desk.screenshot({ path: `${folder}/${name}-desk.png` })
}

inCall('a sheet goes up at both ends, and its highlight follows the operator', async ({ call }) => {
  const { visitor, desk } = call
  await desk.keyboard.press('s')
  await expect(chooser(desk).getByRole('listitem').first()).toBeVisible()
  await look('chooser', call)
  await desk.keyboard.press('Escape')
  await share(desk, 'carta identita elettronica')
  const [seen, shown] = [stageAtTotem(visitor), stageAtDesk(desk)]
  await expect(seen.getByRole('heading', { name: /Carta d’identità elettronica/ })).toBeVisible()
  await shown.getByRole('button', { name: /^Prenota online/ }).click()
  const paragraph = seen.getByRole('paragraph').filter({ hasText: /^Prenota online/ })
  await expect(paragraph).toHaveAttribute('data-highlighted', 'true')
  await expect(paragraph).toBeInViewport()
  // The operator stays large enough to be read by signs: a third of the width at least.
  const picture = await visitor.getByLabel('Operatore', { exact: true }).boundingBox()
  expect(picture?.width).toBeGreaterThanOrEqual(540 / 3)
  await look('sheet', call)
  await shown.getByRole('button', { name: 'Togli' }).click()
  await expect(seen).toBeHidden()
  await expect(shown).toBeHidden()
})

inCall('a list is ticked from both ends, and outlives a reload of either', async ({ call }) => {
  const { visitor, desk } = call
  await share(desk, 'cambio di residenza patente')
  await stageAtDesk(desk).getByRole('button', { name: 'Togli' }).click()
  await desk.keyboard.press('s')
  await chooser(desk).getByRole('searchbox').fill('residenza')
  await chooser(desk)
    .getByRole('button', { name: /Cambio di residenza.*Cosa portare/ })
    .first()
    .click()
  const [seen, shown] = [stageAtTotem(visitor), stageAtDesk(desk)]
  await seen.getByRole('checkbox', { name: 'La patente' }).click()
  await expect(shown.getByRole('checkbox', { name: 'La patente' })).toBeChecked()
  await shown.getByRole('checkbox', { name: 'I documenti dei veicoli' }).click()
  await expect(seen.getByRole('checkbox', { name: 'I documenti dei veicoli' })).toBeChecked()
  await look('checklist', call)
  await visitor.reload()
  await expect(seen.getByRole('checkbox', { checked: true })).toHaveCount(2)
  await desk.reload()
  await expect(shown.getByRole('checkbox', { checked: true })).toHaveCount(2)
  await shown.getByRole('checkbox', { name: 'La patente' }).click()
  await expect(seen.getByRole('checkbox', { checked: true })).toHaveCount(1)
})

inCall('where one end points, the other sees a mark on the same words', async ({ call }) => {
  const { visitor, desk } = call
  await share(desk, 'delega al ritiro')
  const [seen, shown] = [stageAtTotem(visitor), stageAtDesk(desk)]
  await look('form', call)
  const field = (page: Page) => (page === visitor ? seen.getByRole('paragraph') : shown.getByRole('button'))
  const of = (page: Page) => field(page).filter({ hasText: 'A ritirare l’atto n.' })
  await of(visitor).scrollIntoViewIfNeeded()
  const box = await of(visitor).boundingBox()
  if (!box) throw new Error('the field is not shown')
  await of(visitor).click({ position: { x: box.width * 0.3, y: box.height * 0.6 } })
  await expect.poll(() => markOn(desk, 'other')).toEqual({ part: 'field.3', x: 30, y: 60 })
  await look('pointing', call)
  await expect.poll(() => markOn(desk, 'other'), { message: 'gone by itself' }).toBeNull()
  await shown.getByRole('button', { name: 'Campo successivo' }).click()
  await expect(seen.getByRole('paragraph').filter({ hasText: 'Il sottoscritto' })).toHaveAttribute(
    'data-highlighted',
    'true',
  )
})

/** The mark of one end on this page, in hundredths of the part that it is in. */
function markOn(page: Page, by: 'self' | 'other') {
  return page.evaluate((who) => {
    const mark = document.querySelector(`[data-mark="${who}"]`)
    const part = mark?.closest('[data-part]')
    if (!mark || !part) return null
    const [small, large] = [mark.getBoundingClientRect(), part.getBoundingClientRect()]
    const share = (from: number, size: number, start: number, whole: number) =>
      Math.round(((from + size / 2 - start) / whole) * 100)
    return {
      part: part.getAttribute('data-part'),
      x: share(small.left, small.width, large.left, large.width),
      y: share(small.top, small.height, large.top, large.height),
    }
  }, by)
}

inCall(
  'a page that is unpublished meanwhile is said to be gone, at both ends @full',
  async ({ call, stack }) => {
    const { visitor, desk } = call
    await share(desk, 'oggetti smarriti')
    await expect(stageAtTotem(visitor).getByRole('heading')).toContainText(['oggetti smarriti'])
    await setServiceStatus(stack.database.url, 'oggetti-smarriti', 'draft')
    try {
      const soon = { timeout: 20_000 }
      await expect(stageAtTotem(visitor).getByText('Questa pagina non c’è più')).toBeVisible(soon)
      await expect(stageAtDesk(desk).getByText(/non è più pubblicata/)).toBeVisible(soon)
      await look('gone', call)
    } finally {
      await setServiceStatus(stack.database.url, 'oggetti-smarriti', 'published')
    }
  },
)

inCall('the visitor takes a page along: on one phone, and no other', async ({ call, pageOf }) => {
  const { visitor, desk } = call
  await share(desk, 'URP relazioni')
  await expect(stageAtTotem(visitor).getByText('Sei qui')).toBeVisible()
  await look('office', call)
  await stageAtTotem(visitor).getByRole('button', { name: 'Portala con te' }).click()
  const code = stageAtTotem(visitor).getByRole('img', { name: /^Codice QR per / })
  await expect(code).toBeVisible()
  await expect(stageAtTotem(visitor).getByText(/solo su questo computer/)).toBeVisible()
  await look('qr', call)
  const address = (await code.getAttribute('alt'))?.replace('Codice QR per ', '') ?? ''
  const phone = { context: { viewport: { width: 390, height: 844 } } }
  const [{ page: mine }, { page: other }] = [await pageOf(BLUE, phone), await pageOf(BLUE, phone)]
  expect((await mine.goto(address))?.status()).toBe(200)
  await expect(mine.getByRole('heading', { level: 1 })).toContainText('URP')
  await expect(mine.getByText('Piazza Grande 17')).toBeVisible()
  await look('phone', { visitor: mine, desk })
  expect((await other.goto(address))?.status()).toBe(404)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Questo codice è già stato aperto')
  await mine.reload()
  await expect(mine.getByText('Piazza Grande 17')).toBeVisible()
  await other.goto(address.slice(0, -1))
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Questo codice non esiste')
})

inCall(
  'the operator’s screen arrives, beside their face, and ends with the browser’s own key',
  async ({ call }) => {
    const { visitor, desk } = call
    const stopSharing = await shareFakeScreen(desk)
    await desk.keyboard.press('s')
    await chooser(desk).getByRole('button', { name: 'Il tuo schermo o una finestra' }).click()
    const screen = visitor.getByLabel('Schermo dell’operatore')
    await expect(visitor.getByText('Anna ti mostra il suo schermo')).toBeVisible()
    await expect.poll(() => pictureIn(screen)).toMatchObject({ face: BLUE.name, width: 1280 })
    await expectToSee(
      { page: visitor, remote: visitor.getByLabel('Operatore', { exact: true }) },
      FACE_OF.anna,
    )
    await look('screen', call)
    await stopSharing()
    await expect(stageAtTotem(visitor)).toBeHidden()
    await expect(stageAtDesk(desk)).toBeHidden()
  },
)
