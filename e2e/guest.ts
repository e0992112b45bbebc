import { expect, type Locator, type Page } from '@playwright/test'
import type { Desk } from './desk.ts'

/** The page of somebody invited by what they read and touch. Names: docs/contract.md. */
export interface GuestPage {
  page: Page
  /** The visitor's picture. */
  remote: Locator
  enter: Locator
  leave: Locator
  /** @returns the status of the page */
  open(link: string): Promise<number | undefined>
  expectAtDoor(): Promise<void>
  /** Until they are told that the others get them. */
  expectInCall(): Promise<void>
  /** The heading that says why they are out. */
  over: Locator
}

export function guestOn(page: Page): GuestPage {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  return {
    page,
    remote: page.getByLabel('Cittadino', { exact: true }),
    enter: button('Entra'),
    leave: button('Esci'),
    over: page.getByRole('heading', { level: 1 }),
    async open(link) {
      return (await page.goto(new URL(link).pathname))?.status()
    },
    async expectAtDoor() {
      await expect(page.getByRole('heading', { name: 'Sei alla porta' })).toBeVisible()
    },
    async expectInCall() {
      await expect(page.getByText('ti vedono e ti sentono')).toBeVisible({ timeout: 15_000 })
    },
  }
}

/** "Invita" at the desk. @returns the link, which is shown this once */
export async function inviteFrom({ page }: Desk, kind: string, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Invita' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: kind }).check()
  await dialog.getByRole('textbox', { name: 'Nome mostrato al cittadino' }).fill(name)
  await dialog.getByRole('button', { name: 'Crea invito' }).click()
  await expect(dialog.getByRole('img', { name: `Codice QR dell’invito per ${name}` })).toBeVisible()
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  await dialog.getByRole('button', { name: 'Fatto' }).click()
  return link
}
