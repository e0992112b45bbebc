import { expect, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'
import { DEAD, STILL_GREEN } from './media/faces.ts'
import { connect } from './meeting.ts'

test('a covered camera, a microphone without sound and a picture that stands still are noticed at the far end and told at both', async ({
  totem,
  operator,
}) => {
  const [desk, visitor] = await Promise.all([
    operator('anna', { face: STILL_GREEN, format: SMALL }),
    totem('padova-149', { face: DEAD, format: SMALL }),
  ])
  await connect(visitor, desk)
  const inTime = { timeout: 25_000 }
  await expect(desk.page.getByText('L’immagine del totem è nera')).toBeVisible(inTime)
  await expect(visitor.page.getByText('non ti vede: la telecamera sembra coperta')).toBeVisible(inTime)
  // The operator's microphone speaks, and the totem's is on and gives nothing.
  await expect(desk.page.getByText('Dal totem non arriva suono')).toBeVisible(inTime)
  await expect(visitor.page.getByText('Anna non ti sente')).toBeVisible(inTime)
  await expect(visitor.page.getByText('L’immagine di Anna è ferma')).toBeVisible(inTime)
  await expect(desk.page.getByText('Il cittadino vede la tua immagine ferma')).toBeVisible(inTime)
  for (const { page } of [desk, visitor]) {
    await expect(page.getByText(/Il cittadino non ti sente|Da Anna non arriva suono/)).toBeHidden()
  }
})
