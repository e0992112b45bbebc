import type { Locator } from '@playwright/test'
import type { Desk } from './desk.ts'
import { expect, type Fixtures } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'
import { type CallEnd, connect } from './meeting.ts'
import type { Totem } from './totem.ts'

/** Anna has the visitor on hold and talks to Bruno, in the words of both desks. Names: docs/contract.md. */
export interface Consult {
  anna: Desk
  bruno: Desk
  visitor: Totem
  complete: Locator
  merge: Locator
  back: Locator
  /** Where Anna sees Bruno while they are alone. */
  atAnna: CallEnd
  /** Where Bruno sees Anna. */
  atBruno: CallEnd
}

/** A call of Anna's; Bruno is on duty, too. */
export async function callWithColleague({ totem, operator }: Pick<Fixtures, 'totem' | 'operator'>) {
  const anna = await operator('anna', { format: SMALL })
  const visitor = await totem('padova-149', { format: SMALL })
  await connect(visitor, anna)
  const bruno = await operator('bruno', { format: SMALL })
  return { anna, visitor, bruno }
}

/** "Chiedi prima" to Bruno, who has not answered yet. */
export async function askBruno(anna: Desk): Promise<void> {
  await anna.page.getByRole('button', { name: 'Trasferisci' }).click()
  const dialog = anna.page.getByRole('dialog', { name: 'Trasferisci la chiamata' })
  await dialog.getByRole('radio', { name: /Bruno/ }).check()
  await dialog.getByRole('textbox', { name: /Nota/ }).fill('Sai del bonus?')
  await dialog.getByRole('button', { name: 'Chiedi prima' }).click()
}

export function consultOf(anna: Desk, bruno: Desk, visitor: Totem): Consult {
  const key = (name: string) => anna.page.getByRole('button', { name })
  return {
    anna,
    bruno,
    visitor,
    complete: key('Passa la chiamata'),
    merge: key('Parlate in tre'),
    back: key('Torna dal cittadino'),
    atAnna: { page: anna.page, remote: anna.page.getByLabel('Bruno', { exact: true }) },
    atBruno: { page: bruno.page, remote: bruno.page.getByLabel('Anna', { exact: true }) },
  }
}

/** From nothing to the two operators talking. */
export async function consulting(fixtures: Pick<Fixtures, 'totem' | 'operator'>): Promise<Consult> {
  const { anna, bruno, visitor } = await callWithColleague(fixtures)
  await askBruno(anna)
  await bruno.answer.click()
  const consult = consultOf(anna, bruno, visitor)
  await expect(consult.complete).toBeVisible()
  return consult
}
