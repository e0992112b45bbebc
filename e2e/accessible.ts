import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** WCAG 2.2 A and AA, as Italian law asks of public offices (EN 301 549), and axe's good practice. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // Putting together what was found in several frames takes ten times as long as finding it; these pages have one.
  expect(page.frames(), `frames of ${screen}`).toHaveLength(1)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect(found, screen).toEqual([])
}
