import { expect, it } from 'vitest'
import italian from '../../messages/it/totem.json'
import { actPage, delegationPage } from './act-pages.ts'

const place = { name: 'Casa comunale', lines: ['Piazza Grande 5', 'lunedì–venerdì 09:00–13:00'] }
const own = { where: 'Piano terra', bring: ['L’avviso giallo'], place }
const said = (page: ReturnType<typeof actPage>, key: string) =>
  page.sections.find((one) => one.key === key)?.lines.map(({ text }) => text)

it('says of the town’s own acts what its sheet says, and of others nothing of it', () => {
  expect(said(actPage(italian, 'messenger', own), 'bring')).toEqual(['L’avviso giallo'])
  expect(said(actPage(italian, 'messenger', own), 'where')).toEqual(['Piano terra'])
  expect(said(actPage(italian, 'post', own), 'bring')).toContain('L’avviso di giacenza')
})

it('does without a sheet, or one that says nothing', () => {
  for (const sheet of [null, { where: '', bring: [], place: null }])
    expect(said(actPage(italian, 'messenger', sheet), 'bring')).toContain('L’avviso di deposito')
})

it('says when the place is open that keeps the town’s own acts, and names none for others', () => {
  const said = actPage(italian, 'messenger', own).sections.find(({ key }) => key === 'place')
  expect(said).toMatchObject({ title: place.name, lines: place.lines.map((text) => ({ text })) })
  for (const from of ['collector', 'post', 'send'] as const)
    expect(JSON.stringify(actPage(italian, from, own))).not.toContain(place.name)
})

it('leaves room to fill in every line of the delegation, and names the body', () => {
  const page = delegationPage(italian, 'Comune di Carpi')
  expect(page.sections[0]?.title).toContain('Comune di Carpi')
  expect(said(page, 'lines')?.every((line) => line.endsWith('.....'))).toBe(true)
})
