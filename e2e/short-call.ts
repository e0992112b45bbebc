import { expect } from '@playwright/test'
import type { Desk } from './desk.ts'
import type { Totem } from './totem.ts'

/** One whole call, from home to home, as short as the product allows. */
export async function shortCall({ desk, visitor }: { desk: Desk; visitor: Totem }): Promise<void> {
  await visitor.call()
  await desk.answer.click()
  await Promise.all([visitor.expectInCall(), desk.expectInCall()])
  await visitor.hangUp.click()
  await Promise.all([visitor.done.click(), desk.save.click()])
  await visitor.expectHome()
  await expect(desk.wrapUp).toBeHidden()
}
