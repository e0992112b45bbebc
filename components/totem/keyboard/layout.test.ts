import { expect, it } from 'vitest'
import { keyRows } from './layout.ts'

const typed = (...asked: Parameters<typeof keyRows>) =>
  keyRows(...asked)
    .flat()
    .flatMap(({ action }) => (action.kind === 'text' ? [action.text] : []))

it('has every letter, digit and accent that Italian needs, and a space', () => {
  for (const sign of "abcdefghijklmnopqrstuvwxyz0123456789àèéìòù .,?!-'") {
    expect(typed('text', 'letters', false)).toContain(sign)
  }
})

it('has the signs of an e-mail address', () => {
  for (const sign of '@_') expect(typed('search', 'signs', false)).toContain(sign)
})

it('writes capitals, accents too, and never two letters for one key', () => {
  const capitals = [...typed('text', 'letters', true), ...typed('text', 'signs', true)]
  expect(capitals).toEqual(expect.arrayContaining(['A', 'È', 'Ș', 'ß', '7']))
  expect(capitals.every((text) => text.length === 1)).toBe(true)
})

it.each([
  ['text', 'letters'],
  ['text', 'signs'],
  ['search', 'letters'],
  ['search', 'signs'],
] as const)('fills every row of %s, %s with ten cells', (layout, layer) => {
  for (const row of keyRows(layout, layer, false)) {
    expect(row.reduce((sum, { cells }) => sum + cells, 0)).toBe(10)
  }
})

it('can erase on every layer, and ends lines only where there are lines', () => {
  const kinds = (...asked: Parameters<typeof keyRows>) =>
    keyRows(...asked)
      .flat()
      .map(({ action }) => action.kind)
  for (const layer of ['letters', 'signs'] as const) {
    expect(kinds('text', layer, false)).toEqual(expect.arrayContaining(['erase', 'newline', 'layer']))
    expect(kinds('search', layer, false)).not.toContain('newline')
  }
})
