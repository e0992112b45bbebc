import { expect, type Locator, type Page } from '@playwright/test'

/** The screens of a totem by what a visitor reads and touches. Names: docs/contract.md. */
export interface Totem {
  page: Page
  /** The operator's picture. */
  remote: Locator
  callButton: Locator
  start: Locator
  cancel: Locator
  hangUp: Locator
  done: Locator
  waiting: Locator
  /** Until it has heard from the switchboard who could answer. */
  expectReady(): Promise<void>
  /** From home to the tap on Avvia. */
  call(): Promise<void>
  expectWaiting(): Promise<void>
  /** Waiting, with this place in the queue. */
  expectPlace(place: number): Promise<void>
  /** Until both ends have met. */
  expectInCall(): Promise<void>
  expectHome(): Promise<void>
}

export function totemOn(page: Page): Totem {
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const totem: Totem = {
    page,
    remote: page.getByLabel('Operatore', { exact: true }),
    callButton: button(/^Videochiama/).first(),
    start: button('Avvia'),
    cancel: button('Annulla'),
    hangUp: button('Termina'),
    done: button('Fine'),
    waiting: page.getByRole('heading', { name: /attesa|chiamando/i }),
    async expectReady() {
      await expect(totem.callButton).toBeVisible()
      await expect(page.getByText('Guardo chi può rispondere').first()).toBeHidden()
    },
    async call() {
      await totem.callButton.click()
      await totem.start.click()
    },
    async expectWaiting() {
      await expect(totem.waiting).toBeVisible()
    },
    async expectPlace(place: number) {
      await totem.expectWaiting()
      await expect(page.getByText(`${place}º`, { exact: true })).toBeVisible()
    },
    async expectInCall() {
      await expect(totem.hangUp).toBeVisible()
      await expect(page.getByText('Si apre il video')).toBeHidden()
      await expect(totem.remote).toBeVisible()
    },
    async expectHome() {
      await expect(totem.callButton).toBeVisible()
    },
  }
  return totem
}
