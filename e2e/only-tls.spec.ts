import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TURN_PORTS } from '../scripts/local/livekit.ts'
import { deskOn } from './desk.ts'
import { expect, FACE_OF, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'
import { connect, expectToMeet } from './meeting.ts'
import { RELAY_ADDRESS, startMediaRelay } from './network/media-relay.ts'
import { arrivalsAt, relaysOf } from './probes.ts'
import { makeSecureRelay } from './secure-relay.ts'

test('where nothing but TLS passes, the call goes by the TURN server of the media server, and the check before duty says so @full', async ({
  totem,
  operator,
  stack,
}) => {
  test.setTimeout(180_000)
  const folder = await mkdtemp(join(tmpdir(), 'pronto-relay-'))
  const relay = await makeSecureRelay(folder)
  await stack.media.crash()
  await stack.restartMedia({ mediaAddress: RELAY_ADDRESS, turnByTls: relay })
  const isFromTurn = (port: number) => port >= TURN_PORTS.from && port <= TURN_PORTS.to
  const firewall = await startMediaRelay(stack.media.udpPort, isFromTurn)
  try {
    const desk = await operator('anna', { format: SMALL, relay })
    await desk.page.getByRole('button', { name: 'Prova di nuovo' }).click()
    await expect(desk.page.getByText('Collegamento al server video: solo via TLS')).toBeVisible()
    await desk.page.getByRole('button', { name: 'Fatto' }).click()

    const visitor = await totem('padova-149', { format: SMALL, relay })
    await connect(visitor, desk)
    await Promise.all([expectToMeet(visitor, FACE_OF.anna), expectToMeet(desk, FACE_OF['padova-149'])])
    await expect(desk.page.getByText('Collegato solo via TLS: il resto è bloccato')).toBeVisible()
    for (const { page } of [desk, visitor]) {
      expect(await relaysOf(page)).toEqual(['tls'])
      // Nobody else's server learns of the browser.
      const { iceServers } = await arrivalsAt(page)
      expect(iceServers.sort()).toEqual([
        'stun:127.0.0.1:3478',
        `turns:${relay.domain}:${relay.port}?transport=tcp`,
      ])
    }
    await visitor.hangUp.click()
    await expect(desk.wrapUp).toBeVisible()
  } finally {
    await firewall.close()
    await stack.media.crash()
    await stack.restartMedia()
    await rm(folder, { recursive: true, force: true })
  }
})

test('where no media passes at all, the check before duty says that the server answers and what must be opened @full', async ({
  pageOf,
  stack,
}) => {
  await stack.media.crash()
  await stack.restartMedia({ mediaAddress: RELAY_ADDRESS })
  const firewall = await startMediaRelay(stack.media.udpPort, () => false)
  try {
    const { page } = await pageOf(FACE_OF.anna)
    const signedIn = await page.request.post('/api/staff/sign-in', {
      headers: { origin: new URL(stack.url).origin },
      data: { email: 'anna@esempio.it', password: stack.sample.password },
    })
    expect(signedIn.status()).toBe(200)
    await page.goto('/desk')
    await deskOn(page).setIntent('Disponibile')
    const blocked = page.getByRole('alert').filter({ hasText: 'non lasciano passare immagini e voce' })
    await expect(blocked).toContainText('UDP (di solito la porta 7882)', { timeout: 20_000 })
  } finally {
    await firewall.close()
    await stack.media.crash()
    await stack.restartMedia()
  }
})
