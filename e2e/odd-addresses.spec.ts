import type { Page } from '@playwright/test'
import { expect, FACE_OF, test } from './fixtures.ts'

const ODD = {
  unknown: 'nonsense',
  'very long': 'x'.repeat(2_000),
  'with NUL': '%00padova-149',
  'with turned letters': '%E2%80%AEdova-149%E2%80%AC',
  'cut in the middle of a letter': '%E0%A4',
  'with markup': encodeURIComponent('<img src=x onerror=alert(1)>'),
  'that climbs': encodeURIComponent('../../etc/passwd'),
}

test('an odd address of a totem, a page taken along or an invite is answered in words', async ({
  pageOf,
}) => {
  const { page } = await pageOf(FACE_OF.anna)
  for (const [what, name] of Object.entries(ODD)) {
    await test.step(`/totem?totem=… ${what}`, async () => {
      expect(await statusOf(page, `/totem?totem=${name}`)).toBe(200)
      await expect(page.getByRole('heading', { name: 'Totem non registrato' })).toBeVisible()
      await expect(page.getByRole('alert').first()).toHaveText(/Non c’è un totem con questo nome/)
      await expect(page.getByRole('textbox', { name: 'Codice' })).toBeVisible()
    })
    for (const [path, title] of [
      ['m', 'Questo codice non esiste'],
      ['join', 'Questo invito non vale'],
    ] as const) {
      await test.step(`/${path}/… ${what}`, async () => {
        const status = await statusOf(page, `/${path}/${name}`)
        // What is no text at all never gets as far as the page.
        const isText = what !== 'cut in the middle of a letter'
        await expect(
          page.getByRole('heading', { name: isText ? title : 'Questa pagina non c’è' }),
        ).toBeVisible()
        expect(status).toBe(404)
        await expect(page.locator('body')).not.toContainText(/Error|node_modules|digest/)
      })
    }
  }
  // Two names are none: the sample's own totem answers.
  expect(await statusOf(page, '/totem?totem=a&totem=b')).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

const statusOf = async (page: Page, path: string) => (await page.goto(path))?.status()
