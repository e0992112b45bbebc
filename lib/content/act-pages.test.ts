import { expect, it } from 'vitest'
import italian from '../../messages/it/totem.json'
import { actPage, delegationPage } from './act-pages.ts'

const own = { where: 'Piazza Grande 5', bring: ['L’avviso giallo'] }
const said = (page: ReturnType<typeof actPage>, key: string) =>
  page.sections.find((one) => one.key === key)?.lines.map(({ text }) => text)

it('says of the town’s own acts what its sheet says, and of others nothing of it', () => {
  expect(said(actPage(italian, 'messenger', own), 'bring')).toEqual(['L’avviso giallo'])
  expect(said(actPage(italian, 'messenger', own), 'where')).toEqual(['Piazza Grande 5'])
  expect(said(actPage(italian, 'post', own), 'bring')).toContain('L’avviso di giacenza')
})

it('does without a sheet, or one that says nothing', () => {
  for (const sheet of [null, { where: '', bring: [] }])
    expect(said(actPage(italian, 'messenger', sheet), 'bring')).toContain('L’avviso di deposito')
})

it('leaves room to fill in every line of the delegation, and names the body', () => {
  const page = delegationPage(italian, 'Comune di Carpi')
  expect(page.sections[0]?.title).toContain('Comune di Carpi')
  expect(said(page, 'lines')?.every((line) => line.endsWith('.....'))).toBe(true)
})
