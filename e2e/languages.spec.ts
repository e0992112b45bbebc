import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, FACE_OF, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'
import { expectToSee } from './meeting.ts'

interface Texts {
  [key: string]: string | Texts
}

const wordsOf = (language: string): Texts =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../messages/${language}/totem.json`), 'utf8'))

/** One message by its keys; what stands around a `{place}` in it, as a pattern from its beginning. */
function say(words: Texts, path: string): RegExp {
  const text = path.split('.').reduce<string | Texts | undefined>((at, key) => {
    return typeof at === 'object' ? at[key] : undefined
  }, words)
  if (typeof text !== 'string') throw new Error(`no message ${path}`)
  const [before = ''] = text.split('{')
  return new RegExp(`^\\s*${before.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}

function* texts(words: Texts): Generator<string> {
  for (const value of Object.values(words)) {
    if (typeof value === 'string') yield value.trim()
    else yield* texts(value)
  }
}

/** What stands on the screen in the page's own language, so not marked as another one's. */
const shownTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { lang } = document.documentElement
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const parent = node.parentElement
      if (text === '' || !parent?.checkVisibility()) continue
      if (parent.closest('[lang]')?.getAttribute('lang') === lang) found.push(text)
    }
    return found
  })

const italian = [...texts(wordsOf('it'))]

for (const { language, name, direction } of [
  { language: 'ar', name: 'العربية', direction: 'rtl' },
  { language: 'en', name: 'English', direction: 'ltr' },
] as const) {
  test(`in ${name} from home through a call to the rating, without a word of the totem’s in Italian`, async ({
    totem,
    operator,
  }) => {
    const words = wordsOf(language)
    const own = new Set(texts(words))
    const foreign = new Set(italian.filter((text) => !own.has(text)))
    const [desk, visitor] = await Promise.all([
      operator('anna', { format: SMALL }),
      totem('padova-149', { format: SMALL }),
    ])
    const { page } = visitor
    const key = (path: string) => page.getByRole('button', { name: say(words, path) }).first()
    const heading = (path: string) => page.getByRole('heading', { name: say(words, path) }).first()
    const seen = new Set<string>()
    const look = async () => {
      for (const text of await shownTexts(page)) seen.add(text)
      expect([...seen].filter((text) => foreign.has(text))).toEqual([])
    }

    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('html')).toHaveAttribute('dir', direction)
    await expect(key('callKey.name')).toBeVisible()
    await look()

    // What is read is the town hall's own text, and marked as Italian where it is.
    const firstOfList = page.getByRole('listitem').first().getByRole('button')
    await firstOfList.click()
    await expect(key('bar.back')).toBeVisible()
    await look()
    await firstOfList.click()
    await expect(page.getByText(say(words, 'sheet.bring')).first()).toBeVisible()
    await look()
    await key('bar.back').click()
    await key('bar.back').click()
    await key('bar.accessibility').click()
    await look()
    await key('modes.close').click()

    await key('callKey.name').click()
    await expect(heading('notice.title')).toBeVisible()
    await look()
    await key('notice.start').click()
    await expect(key('wait.cancel')).toBeVisible()
    await look()
    await expect(desk.ring).toBeVisible()
    await desk.answer.click()
    await expect(key('call.end')).toBeVisible()
    await expectToSee({ page, remote: page.getByLabel(say(words, 'call.operator')) }, FACE_OF.anna)
    await look()
    await key('text.write').click()
    await page.getByRole('textbox').pressSequentially('مرحبا hello')
    await expect(desk.page.getByRole('log', { name: 'Messaggi' })).toContainText('مرحبا hello')
    await look()
    await key('call.end').click()
    await expect(heading('over.title')).toBeVisible()
    await key('rating.faces.bad').click()
    await look()
    await key('over.done').click()
    await visitor.expectHome()
    await expect(page.locator('html')).toHaveAttribute('lang', 'it')
    expect(seen.size).toBeGreaterThan(60)
  })
}
