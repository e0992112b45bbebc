import { expect, type Locator, type Page } from '@playwright/test'

/** The desk by what an operator reads and clicks. Names: docs/contract.md. */
export interface Desk {
  page: Page
  /** The visitor's picture. */
  remote: Locator
  ring: Locator
  answer: Locator
  decline: Locator
  hangUp: Locator
  imHere: Locator
  wrapUp: Locator
  save: Locator
  signIn(email: string, password: string): Promise<void>
  setIntent(intent: 'Disponibile' | 'In pausa' | 'Non in servizio'): Promise<void>
  /** Available, which the check of camera and microphone precedes, and told to be ready. */
  goOnDuty(): Promise<void>
  /** Until the switchboard knows that both ends have met. */
  expectInCall(): Promise<void>
}

export function deskOn(page: Page): Desk {
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const ring = page.getByRole('alertdialog')
  const wrapUp = page.getByRole('form', { name: 'Esito' })
  const desk: Desk = {
    page,
    remote: page.getByLabel('Cittadino', { exact: true }),
    ring,
    answer: ring.getByRole('button', { name: 'Rispondi' }),
    decline: ring.getByRole('button', { name: 'Rifiuta' }),
    hangUp: button('Termina'),
    imHere: button('Ci sono'),
    wrapUp,
    save: wrapUp.getByRole('button', { name: 'Salva' }),
    async signIn(email, password) {
      await page.goto('/login')
      await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await button('Accedi').click()
      await page.waitForURL('**/desk')
    },
    async setIntent(intent) {
      await page.getByRole('radiogroup', { name: 'Stato' }).getByText(intent, { exact: true }).click()
      await expect(page.getByRole('radio', { name: intent })).toBeChecked()
    },
    async goOnDuty() {
      await desk.setIntent('Disponibile')
      // A call that waits for somebody rings before the desk can say that it is ready.
      await expect(page.getByText(/^Pronto\./).or(ring)).toBeVisible({ timeout: 20_000 })
    },
    async expectInCall() {
      await expect(desk.hangUp).toBeVisible()
      // The call's clock runs from the instant at which the switchboard has heard from both ends.
      await expect(page.getByRole('heading', { name: /\d:\d\d$/ })).toBeVisible({ timeout: 15_000 })
      await expect(desk.remote).toBeVisible()
    },
  }
  return desk
}
