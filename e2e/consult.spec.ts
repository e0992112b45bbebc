import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { askBruno, callWithColleague, consulting, consultOf } from './consult.ts'
import { deskOn } from './desk.ts'
import { expect, FACE_OF, test } from './fixtures.ts'
import { guestOn, inviteFrom } from './guest.ts'
import { SMALL } from './media/camera-file.ts'
import { DEAD, PURPLE, STILL_GREEN } from './media/faces.ts'
import { connect, expectNothingArrived, expectToMeet, expectToSee } from './meeting.ts'
import { arrivalsAt, soundAt } from './probes.ts'
import { expectNothingArrives } from './quiet.ts'

const VISITOR = FACE_OF['padova-149']

test('a colleague is asked apart from the visitor and takes the call over, however often one clicks', async ({
  totem,
  operator,
}) => {
  const { anna, bruno, visitor } = await callWithColleague({ totem, operator })
  await askBruno(anna)
  // While it rings the visitor holds, and whoever is asked gets nothing of anybody.
  await expect(bruno.ring.getByText('Sai del bonus?')).toBeVisible()
  await expect(visitor.page.getByText(/ti ha messo in attesa/)).toBeVisible()
  await expect(visitor.page.getByText('non ti vede e non ti sente')).toBeVisible()
  await expectNothingArrives(visitor.page)
  await expectNothingArrived(bruno.page)
  await expectAccessible(bruno.page, 'desk, a colleague asks')

  await bruno.answer.click()
  const { complete, atAnna, atBruno } = consultOf(anna, bruno, visitor)
  // Each operator sees and hears the other and nobody else; the visitor gets nothing, and gives nothing.
  await Promise.all([expectToMeet(atAnna, FACE_OF.bruno), expectToMeet(atBruno, FACE_OF.anna)])
  await expectNothingArrives(visitor.page)
  await expect(visitor.page.getByText('non ti vede e non ti sente')).toBeVisible()

  await expectAccessible(anna.page, 'desk, asking a colleague')
  await expectAccessible(bruno.page, 'desk, being asked')

  await complete.dblclick()
  await Promise.all([expectToMeet(visitor, FACE_OF.bruno), expectToMeet(bruno, VISITOR)])
  await expect(visitor.page.getByRole('heading', { name: /Bruno/ })).toBeVisible()
  await expect(visitor.page.getByText('ti vede e ti sente')).toBeVisible()
  await expect(bruno.page.getByText(/Te la passa Anna: Sai del bonus/)).toBeVisible()
  await expect(anna.wrapUp).toBeVisible()
  await expect.poll(() => arrivalsAt(anna.page)).toMatchObject({ openConnections: 0, openDevices: 0 })
})

test('all three meet, and the colleague has the call once the first has left', async ({
  totem,
  operator,
}) => {
  const { anna, bruno, visitor, merge } = await consulting({ totem, operator })
  await merge.click()
  await expectToSee(visitor, FACE_OF.anna)
  await expectToSee(tileAt(visitor, /^Bruno/), FACE_OF.bruno)
  await expectToSee(anna, VISITOR)
  await expectToSee(tileAt(anna, /^Bruno/), FACE_OF.bruno)
  await expectToSee(bruno, VISITOR)
  await expectToSee(tileAt(bruno, /^Anna/), FACE_OF.anna)
  await expectVoices(visitor.page, FACE_OF.anna.name, FACE_OF.bruno.name)
  await expectVoices(anna.page, VISITOR.name, FACE_OF.bruno.name)
  await expectVoices(bruno.page, VISITOR.name, FACE_OF.anna.name)
  await expect(visitor.page.getByText('ti vedono e ti sentono')).toBeVisible()
  await expect(visitor.page.getByRole('heading', { name: /Anna.*Bruno/ })).toBeVisible()

  await anna.page.getByRole('button', { name: 'Lascia la chiamata' }).click()
  await Promise.all([expectToMeet(visitor, FACE_OF.bruno), expectToMeet(bruno, VISITOR)])
  await expect(anna.wrapUp).toBeVisible()
})

test('a colleague who closes their page while they are asked leaves the visitor held, to be got back', async ({
  totem,
  operator,
}) => {
  const { anna, bruno, visitor, back } = await consulting({ totem, operator })
  await bruno.page.close({ runBeforeUnload: true })
  await expect(anna.page.getByText('Bruno si sta ricollegando')).toBeVisible()
  await expectNothingArrives(visitor.page)
  await back.click()
  await Promise.all([expectToMeet(visitor, FACE_OF.anna), expectToMeet(anna, VISITOR)])
})

test('a desk that is reloaded while it asks finds its colleague again, and the visitor notices nothing', async ({
  totem,
  operator,
}) => {
  const { anna, bruno, visitor, complete, atAnna, atBruno } = await consulting({ totem, operator })
  await anna.page.reload()
  await expect(bruno.page.getByText('Anna si sta ricollegando')).toBeVisible()
  await Promise.all([expectToMeet(atAnna, FACE_OF.bruno), expectToMeet(atBruno, FACE_OF.anna)])
  await expect(visitor.page.getByText(/ti ha messo in attesa/)).toBeVisible()
  await expectNothingArrives(visitor.page)
  await complete.click()
  await Promise.all([expectToMeet(visitor, FACE_OF.bruno), expectToMeet(bruno, VISITOR)])
})

test('a visitor who hangs up while two operators talk about them frees both', async ({ totem, operator }) => {
  const { anna, bruno, visitor } = await consulting({ totem, operator })
  await visitor.hangUp.click()
  await expect(visitor.done).toBeVisible()
  await expect(anna.wrapUp).toBeVisible()
  await expect(bruno.page.getByText(/^Pronto\./)).toBeVisible()
  for (const { page } of [anna, bruno]) {
    await expect.poll(() => arrivalsAt(page)).toMatchObject({ openConnections: 0, openDevices: 0 })
  }
})

test('a picture that stands still and a microphone without sound are noticed while two operators talk apart @full', async ({
  totem,
  operator,
  pageOf,
  stack,
}) => {
  const anna = await operator('anna', { face: STILL_GREEN, format: SMALL })
  const visitor = await totem('padova-149', { format: SMALL })
  await connect(visitor, anna)
  const bruno = deskOn((await pageOf(DEAD, { format: SMALL })).page)
  await bruno.signIn('bruno@esempio.it', stack.sample.password)
  await bruno.setIntent('Disponibile')
  // The check before duty has seen it; whoever goes on does so knowingly.
  await bruno.page.getByRole('button', { name: 'Continua così' }).click()
  await expect(bruno.page.getByText(/^Pronto\./)).toBeVisible()
  await askBruno(anna)
  await bruno.answer.click()
  await expect(consultOf(anna, bruno, visitor).complete).toBeVisible()
  const inTime = { timeout: 25_000 }
  await expect(bruno.page.getByText('Anna: l’immagine è ferma')).toBeVisible(inTime)
  await expect(anna.page.getByText('Bruno vede la tua immagine ferma')).toBeVisible(inTime)
  await expect(anna.page.getByText('Da Bruno non arriva suono')).toBeVisible(inTime)
  await expect(bruno.page.getByText('Anna non ti sente: il tuo microfono tace')).toBeVisible(inTime)
})

test('a guest stays while a colleague is asked, gets nothing of it, and meets all three afterwards @full', async ({
  totem,
  operator,
  pageOf,
}) => {
  const { anna, bruno, visitor } = await callWithColleague({ totem, operator })
  const link = await inviteFrom(anna, 'Familiare', 'Ugo')
  const guest = guestOn((await pageOf(PURPLE, { format: SMALL })).page)
  await guest.open(link)
  await guest.enter.click()
  await anna.page.getByRole('button', { name: 'Fai entrare' }).click()
  await guest.expectInCall()

  await askBruno(anna)
  await bruno.answer.click()
  const { merge, atBruno } = consultOf(anna, bruno, visitor)
  await expectToMeet(atBruno, FACE_OF.anna)
  await expectNothingArrives(guest.page)

  await merge.click()
  await expectToSee(tileAt(visitor, /^Ugo/), PURPLE)
  await expectToSee(tileAt(visitor, /^Bruno/), FACE_OF.bruno)
  await expectToSee(tileAt(bruno, /^Ugo/), PURPLE)
  await expectToSee(bruno, VISITOR)
  await expectToSee(guest, VISITOR)
  await expectToSee(tileAt(guest, /^Anna/), FACE_OF.anna)
  await expectToSee(tileAt(guest, /^Bruno/), FACE_OF.bruno)
  await expect(visitor.page.getByRole('heading', { name: /Anna.*Bruno.*Ugo/ })).toBeVisible()
})

/** One of those who are not in the large picture. */
const tileAt = ({ page }: { page: Page }, name: RegExp) => ({
  page,
  remote: page.getByLabel(name).and(page.locator('video')),
})

const expectVoices = (page: Page, ...faces: string[]) =>
  expect
    .poll(async () => (await soundAt(page)).faces.sort(), { message: `${faces.join()} are heard` })
    .toEqual(faces.sort())

test('a colleague who reloads while rung and again while asked, or moves to another tab, is still there @full', async ({
  totem,
  operator,
  stack,
}) => {
  const { anna, bruno, visitor } = await callWithColleague({ totem, operator })
  await askBruno(anna)
  await expect(bruno.ring).toBeVisible()
  // Before the camera is open: what a page closes on its way out is nothing that its operator has switched off.
  await bruno.page.reload()
  await bruno.answer.click()
  const { complete, atAnna, atBruno } = consultOf(anna, bruno, visitor)
  await expectToMeet(atAnna, FACE_OF.bruno)
  await bruno.page.reload()
  await Promise.all([expectToMeet(atAnna, FACE_OF.bruno), expectToMeet(atBruno, FACE_OF.anna)])

  const second = deskOn(await bruno.page.context().newPage())
  await second.page.goto(`${stack.url}/desk`)
  await second.page.getByRole('button', { name: 'Portala qui' }).click()
  await expectToMeet(atAnna, FACE_OF.bruno)
  await expect(bruno.page.getByText('Postazione aperta altrove')).toBeVisible()
  await complete.click()
  await Promise.all([expectToMeet(visitor, FACE_OF.bruno), expectToMeet(second, VISITOR)])
})
