import type { Page } from '@playwright/test'
import { deskOn } from './desk.ts'
import { expect, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'
import { DEAD } from './media/faces.ts'
import { arrivalsAt } from './probes.ts'

test('before duty a dark camera, a silent microphone and an unreachable media server are told, each with what to do', async ({
  pageOf,
  stack,
}) => {
  const { page } = await pageOf(DEAD, { format: SMALL, context: { viewport: { width: 1280, height: 800 } } })
  const isHeard = await listenToNotes(page)
  const signedIn = await page.request.post('/api/staff/sign-in', {
    headers: { origin: new URL(stack.url).origin },
    data: { email: 'anna@esempio.it', password: stack.sample.password },
  })
  expect(signedIn.status()).toBe(200)
  await page.goto('/desk')
  const desk = deskOn(page)
  const alert = (words: string) => page.getByRole('alert').filter({ hasText: words })
  const dark = alert('L’immagine è nera. Apri il copri-camera o accendi la luce.')
  const silent = alert('Il microfono tace. Controlla che non sia spento, poi di’ qualcosa.')
  const unreachable = alert('Il server video non risponde')

  await stack.media.crash()
  try {
    await desk.setIntent('Disponibile')
    for (const trouble of [dark, silent, unreachable]) await expect(trouble).toBeVisible()
    await expect(page.getByText('Qualcosa non va: leggi qui che cosa fare.')).toBeVisible()
  } finally {
    await stack.restartMedia()
  }

  await page.getByRole('button', { name: 'Prova l’altoparlante' }).click()
  for (const hz of [523, 659])
    await expect.poll(() => isHeard(hz), { message: `a note of ${hz} Hz` }).toBe(true)

  await page.getByRole('button', { name: 'Riprova' }).click()
  await expect(page.getByText('Collegamento al server video: diretto')).toBeVisible()
  await expect(unreachable).toBeHidden()
  for (const trouble of [dark, silent]) await expect(trouble).toBeVisible()

  // Whoever goes on does so knowingly; nothing stays open behind it.
  await page.getByRole('button', { name: 'Continua così' }).click()
  await page.getByRole('button', { name: 'Fatto' }).click()
  await expect(page.getByText(/^Pronto\./)).toBeVisible()
  await expect.poll(() => arrivalsAt(page)).toMatchObject({ openConnections: 0, openDevices: 0 })
})

/** @returns asks whether this was loud on its way to the sound card since */
async function listenToNotes(page: Page): Promise<(hz: number) => Promise<boolean>> {
  await page.addInitScript(() => {
    globalThis.notesHeard = []
    const { connect } = AudioNode.prototype
    Reflect.set(
      AudioNode.prototype,
      'connect',
      function (this: AudioNode, ...to: readonly unknown[]): unknown {
        if (to[0] instanceof AudioDestinationNode) {
          const ear = new AnalyserNode(this.context, { fftSize: 4096, smoothingTimeConstant: 0 })
          Reflect.apply(connect, this, [ear])
          const levels = new Float32Array(ear.frequencyBinCount)
          const listening = setInterval(() => {
            if (ear.context.state === 'closed') return clearInterval(listening)
            ear.getFloatFrequencyData(levels)
            const strongest = Math.max(...levels)
            const hz = (levels.indexOf(strongest) * ear.context.sampleRate) / ear.fftSize
            if (strongest > -50) globalThis.notesHeard.push(hz)
          }, 20)
        }
        return Reflect.apply(connect, this, to)
      },
    )
  })
  return (hz) =>
    page.evaluate((wanted) => globalThis.notesHeard.some((heard) => Math.abs(heard - wanted) < 12), hz)
}

declare global {
  /** Hertz of the strongest tone at each look. */
  var notesHeard: number[]
}
