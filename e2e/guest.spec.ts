import type { Page } from '@playwright/test'
import { PAPER_TRACK_NAME } from '../components/call/livekit-options.ts'
import { bareParticipantWith } from './bare-participant.ts'
import { expect, FACE_OF, test } from './fixtures.ts'
import { guestOn, inviteFrom } from './guest.ts'
import { SMALL } from './media/camera-file.ts'
import { BLUE, PURPLE } from './media/faces.ts'
import { connect, expectNothingArrived } from './meeting.ts'
import { pictureIn, soundAt } from './probes.ts'
import { shareFakeScreen } from './screen-capture.ts'

/** As long as a busy machine may take from the link to the page that it opens. */
const INVITE_MS = 6_000

const expectFace = (page: Page, label: string, face: string) =>
  expect
    .poll(async () => (await pictureIn(page.getByLabel(label, { exact: true }))).face, {
      message: `${label} is seen`,
    })
    .toBe(face)

const expectVoices = (page: Page, ...faces: string[]) =>
  expect
    .poll(async () => (await soundAt(page)).faces.sort(), { message: `${faces.join()} are heard` })
    .toEqual(faces.sort())

test('an interpreter waits at the door, comes in large, reloads, leaves, and returns by another invite', async ({
  totem,
  operator,
  pageOf,
}) => {
  const [desk, visitor] = await Promise.all([
    operator('anna', { format: SMALL }),
    totem('padova-149', { format: SMALL }),
  ])
  await connect(visitor, desk)
  const link = await inviteFrom(desk, 'Interprete LIS', 'Maria')
  await expect(desk.page.getByText('Invito mandato')).toBeVisible()

  const guest = guestOn((await pageOf(PURPLE, { format: SMALL })).page)
  await guest.open(link)
  await guest.enter.click()
  await guest.expectAtDoor()
  await expect(desk.page.getByText('Aspetta di entrare')).toBeVisible()
  await expectNothingArrived(guest.page)
  await expect(visitor.page.getByText('Maria')).toBeHidden()

  await desk.page.getByRole('button', { name: 'Fai entrare' }).click()
  await guest.expectInCall()
  await expectFace(visitor.page, 'Maria, interprete LIS', PURPLE.name)
  await expectFace(visitor.page, 'Anna, URP', FACE_OF.anna.name)
  await expectFace(desk.page, 'Maria', PURPLE.name)
  await expectFace(desk.page, 'Cittadino', FACE_OF['padova-149'].name)
  await expectFace(guest.page, 'Cittadino', FACE_OF['padova-149'].name)
  await expectFace(guest.page, 'Anna, URP', FACE_OF.anna.name)
  await expectVoices(visitor.page, PURPLE.name, FACE_OF.anna.name)
  await expectVoices(desk.page, PURPLE.name, FACE_OF['padova-149'].name)
  await expectVoices(guest.page, FACE_OF['padova-149'].name, FACE_OF.anna.name)
  await expect(desk.page.getByText('Chi ha parlato per ultimo')).toBeVisible()

  await guest.page.reload()
  await guest.expectInCall()
  await expectFace(visitor.page, 'Maria, interprete LIS', PURPLE.name)

  await guest.leave.click()
  await expect(guest.over).toHaveText('Hai lasciato la chiamata')
  await expectFace(visitor.page, 'Operatore', FACE_OF.anna.name)
  await expect(visitor.page.getByText('Maria')).toHaveCount(0)

  expect(await guest.open(link)).toBe(404)
  await expect(guest.over).toHaveText('Hai lasciato la chiamata')
  await guest.open(await inviteFrom(desk, 'Interprete LIS', 'Maria'))
  await guest.enter.click()
  await guest.expectAtDoor()
  await desk.page.getByRole('button', { name: 'Fai entrare' }).click()
  await guest.expectInCall()
  await expectFace(visitor.page, 'Maria, interprete LIS', PURPLE.name)
  await expectFace(guest.page, 'Cittadino', FACE_OF['padova-149'].name)
  await expectVoices(visitor.page, PURPLE.name, FACE_OF.anna.name)
})

test('whoever has the link after it was used is kept out, and so is everybody too late or after the call', async ({
  totem,
  operator,
  pageOf,
  rules,
}) => {
  const [desk, visitor] = await Promise.all([
    operator('anna', { format: SMALL }),
    totem('padova-149', { format: SMALL }),
  ])
  await connect(visitor, desk)
  const link = await inviteFrom(desk, 'Familiare', 'Ugo')
  const [guest, stranger] = await Promise.all(
    [PURPLE, FACE_OF.bruno].map(async (face) => guestOn((await pageOf(face, { format: SMALL })).page)),
  )
  if (!guest || !stranger) throw new Error('no pages')
  // Opened by both before either enters: a preview of the link uses nothing up.
  expect(await stranger.open(link)).toBe(200)
  expect(await guest.open(link)).toBe(200)
  await guest.enter.click()
  await guest.expectAtDoor()
  await stranger.enter.click()
  await expect(stranger.over).toHaveText('Questo invito è già stato usato')
  expect(await stranger.open(link)).toBe(404)
  await expect(stranger.over).toHaveText('Questo invito è già stato usato')
  await expectNothingArrived(stranger.page)

  await desk.page.getByRole('button', { name: 'Rifiuta' }).click()
  await expect(guest.over).toHaveText('L’operatore non ti ha fatto entrare')
  await expectNothingArrived(guest.page)

  // Opened in time, and entered too late: the address says the same to whoever comes after.
  await rules({ inviteMs: INVITE_MS })
  const late = await inviteFrom(desk, 'Familiare', 'Ugo')
  expect(await stranger.open(late)).toBe(200)
  await expect
    .poll(() => guest.open(late), { message: 'the status of the invite', timeout: INVITE_MS + 5_000 })
    .toBe(404)
  await expect(guest.over).toHaveText('Questo invito è scaduto')
  await stranger.enter.click()
  await expect(stranger.over).toHaveText('Questo invito è scaduto')
  await expect(desk.page.getByRole('region', { name: 'Invitati' })).toBeHidden()

  const second = await inviteFrom(desk, 'Familiare', 'Ugo')
  await desk.hangUp.click()
  await expect(desk.wrapUp).toBeVisible()
  expect(await guest.open(second)).toBe(404)
  await expect(guest.over).toHaveText('La chiamata è finita')
  // The words are the page's own, and it speaks both languages.
  await guest.page.getByRole('button', { name: 'English' }).click()
  await expect(guest.over).toHaveText('The call is over')
  await guest.page.getByRole('button', { name: 'Italiano' }).click()
  await expect(guest.over).toHaveText('La chiamata è finita')
  expect(await guest.open(`${link}x`)).toBe(404)
  await expect(guest.over).toHaveText('Questo invito non vale')
})

test('a guest reads what was written before they came, writes to everybody, and a reload keeps it', async ({
  totem,
  operator,
  pageOf,
}) => {
  const [desk, visitor] = await Promise.all([
    operator('anna', { format: SMALL }),
    totem('padova-149', { format: SMALL }),
  ])
  await connect(visitor, desk)
  const field = (page: Page, name: string) => page.getByRole('textbox', { name })
  const lines = (page: Page) => page.getByRole('log', { name: 'Messaggi' }).getByRole('listitem')
  await visitor.page.getByRole('button', { name: 'Scrivi', exact: true }).click()
  await visitor.page.keyboard.type('non sento bene\n')
  await field(desk.page, 'Scrivi al cittadino').pressSequentially('arriva Maria\n')
  await expect(lines(visitor.page)).toHaveCount(2)

  const link = await inviteFrom(desk, 'Interprete LIS', 'Maria')
  const guest = guestOn((await pageOf(PURPLE, { format: SMALL })).page)
  await guest.open(link)
  await guest.enter.click()
  await guest.expectAtDoor()
  await expect(guest.page.getByText('non sento bene')).toBeHidden()
  await desk.page.getByRole('button', { name: 'Fai entrare' }).click()
  await guest.expectInCall()
  await expect(lines(guest.page)).toHaveText(['Cittadino: non sento bene', 'Anna, URP: arriva Maria'])

  await guest.page.getByRole('button', { name: 'Chiudi testo' }).click()
  await expect(field(guest.page, 'Scrivi a tutti')).toBeHidden()
  await guest.page.getByRole('button', { name: 'Scrivi', exact: true }).click()
  await field(guest.page, 'Scrivi a tutti').pressSequentially('eccomi')
  await expect(lines(visitor.page).last()).toHaveText('Maria, interprete LIS: eccomi')
  await expect(lines(desk.page).last()).toHaveText(/^Maria: eccomi/)
  await visitor.page.keyboard.type('grazie')
  await expect(lines(guest.page).last()).toHaveText('Cittadino: grazie')

  // Nothing leaves the page while the call is on hold, and it goes on afterwards.
  await desk.page.getByRole('button', { name: 'Metti in attesa' }).click()
  await expect(guest.page.getByText('Adesso nessuno ti legge')).toBeVisible()
  await field(guest.page, 'Scrivi a tutti').pressSequentially(' qui')
  await desk.page.getByRole('button', { name: 'Riprendi' }).click()
  await expect(lines(desk.page).filter({ hasText: 'eccomi qui' })).toBeVisible()

  // Whoever comes back has the talk from the totem.
  await expect(lines(visitor.page).filter({ hasText: 'eccomi qui' })).toBeVisible()
  await guest.page.reload()
  await guest.expectInCall()
  await expect(lines(guest.page).first()).toHaveText('Cittadino: non sento bene')
  await expect(lines(guest.page).filter({ hasText: 'Tu: eccomi qui' })).toBeVisible()
  await guest.leave.click()
  await expect(guest.page.getByText('non sento bene')).toBeHidden()
})

test('a guest whose page takes whatever it can get has faces and voices, and no paper and no screen', async ({
  totem,
  operator,
  pageOf,
  stack,
}) => {
  const [desk, visitor] = await Promise.all([
    operator('anna', { format: SMALL }),
    totem('padova-149', { format: SMALL }),
  ])
  await connect(visitor, desk)
  const guest = guestOn((await pageOf(PURPLE, { format: SMALL })).page)
  await guest.open(await inviteFrom(desk, 'Interprete LIS', 'Maria'))
  await guest.enter.click()
  await guest.expectAtDoor()
  const joining = guest.page.waitForResponse((answer) => answer.url().includes('/api/guests/join'))
  await desk.page.getByRole('button', { name: 'Fai entrare' }).click()
  const ticket: { identity: string; token: string } = await (await joining).json()
  await guest.expectInCall()

  const greedy = await bareParticipantWith(guest, stack.media, ticket.identity, ticket.token)
  expect(await greedy.join()).toBe('joined')
  const expectPeopleAnd = (refused: readonly string[]) =>
    expect
      .poll(() => greedy.seen(), { message: `without ${refused.join()}` })
      .toMatchObject({ isConnected: true, tracksReceived: 4, refused })
  await expectPeopleAnd([])
  const paper = desk.page.getByLabel('Documento mostrato', { exact: true }).locator('video')
  // Twice, because people turn the sheet over: each time it is another track.
  for (let side = 0; side < 2; side++) {
    await visitor.page.getByRole('button', { name: 'Mostra un documento' }).click()
    await expect.poll(async () => (await pictureIn(paper)).face).toBe(FACE_OF['padova-149'].name)
    await expectPeopleAnd([PAPER_TRACK_NAME])
    await visitor.page.getByRole('button', { name: 'Smetti di mostrare' }).click()
    await expect(paper).toHaveCount(0)
    await expectPeopleAnd([])
  }
  await shareFakeScreen(desk.page)
  await desk.page.keyboard.press('s')
  await desk.page.getByRole('button', { name: 'Il tuo schermo o una finestra' }).click()
  await expectFace(visitor.page, 'Schermo dell’operatore', BLUE.name)
  await expectPeopleAnd(['screen_share'])
})
