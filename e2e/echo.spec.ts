import { echoingRoom } from './echoing-room.ts'
import { expect, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'
import { TALKING_GREEN, TALKING_RED } from './media/faces.ts'
import { connect } from './meeting.ts'

test('a totem that hears its own loudspeaker is told at both ends, and no longer once there are two voices @full', async ({
  totem,
  operator,
}) => {
  const [desk, visitor] = await Promise.all([
    operator('anna', { face: TALKING_GREEN, format: SMALL }),
    totem('padova-149', { face: TALKING_RED, format: SMALL }),
  ])
  const room = await echoingRoom(visitor.page)
  await room.set(0, 0.2)
  await connect(visitor, desk)
  const atDesk = desk.page.getByText('La tua voce ti torna dal totem')
  const atTotem = visitor.page.getByText('Anna risente la propria voce. Tocca «Più piano»')

  // Two seconds until an end listens, four until it has heard enough, and four looks, if all go well.
  const inTime = { timeout: 40_000 }
  await expect(atDesk).toBeVisible(inTime)
  await expect(atTotem).toBeVisible(inTime)
  // Whoever sends the echo back hears none.
  await expect(visitor.page.getByText('La tua voce ti torna')).toBeHidden()
  await expect(desk.page.getByText('Il cittadino risente la propria voce')).toBeHidden()

  await room.set(1, 0)
  await expect(atDesk).toBeHidden(inTime)
  await expect(atTotem).toBeHidden(inTime)
})
