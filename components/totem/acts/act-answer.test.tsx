// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, it } from 'vitest'
import { epochMs } from '@/lib/switchboard/ids.ts'
import arabic from '@/messages/ar/totem.json'
import italian from '@/messages/it/totem.json'
import type { OfficeCard, Sheet } from '../content.ts'
import { ContentLanguage } from '../content-text.tsx'
import { sampleContent, sceneIn } from '../gallery/sample-scene.ts'
import { PageLayer, type ReadingPage } from '../pages/page-layer.tsx'
import { MONDAY_1042 } from '../sample-views.ts'
import { parseWords } from '../words.ts'

const words = parseWords(arabic, italian)
const [cie] = sampleContent.sheets
const acts: Sheet[] = cie
  ? [{ ...cie, slug: 'ritiro-atti', where: 'Piazza Grande 5', bring: ['L’avviso giallo'], office: 'urp' }]
  : []

const office: OfficeCard = {
  slug: 'urp',
  name: 'URP',
  address: 'piazza Grande 17',
  phone: '059 20312',
  email: '',
  notes: '',
  hours: ['lunedì 09:00–18:30'],
  opening: {
    kind: 'hours',
    intervals: [{ opensAt: epochMs(MONDAY_1042 - 3_600_000), closesAt: epochMs(MONDAY_1042 + 3_600_000) }],
  },
}

/** A page as it is read in Arabic, with a sheet that is written in Italian. */
function show(page: ReadingPage, sheets = acts) {
  const scene = { ...sceneIn('ar', words), content: { ...sampleContent, sheets, offices: [office] } }
  document.body.innerHTML = renderToStaticMarkup(
    <ContentLanguage value="it">
      <PageLayer scene={scene} page={page} />
    </ContentLanguage>,
  )
}

/** The language that this is marked as; null: that of the page. */
function languageOf(text: string): string | null | undefined {
  const found = [...document.querySelectorAll('p, span, bdi')].find((one) => one.textContent === text)
  if (!found) throw new Error(`nothing says: ${text}`)
  return found.closest('[lang]')?.getAttribute('lang') ?? null
}

beforeEach(() => show({ kind: 'act', from: 'messenger' }))

it('marks what editors wrote about an act as theirs, and what the totem says as the visitor’s', () => {
  expect(languageOf('Piazza Grande 5')).toBe('it')
  expect(languageOf('L’avviso giallo')).toBe('it')
  for (const line of words.acts.delegateText.split('\n')) expect(languageOf(line), line).toBeNull()
  expect(languageOf(words.acts.deadlines)).toBeNull()
  show({ kind: 'act', from: 'post' })
  expect(languageOf(words.acts.senders.post.where)).toBeNull()
})

it('says that a text is only in Italian where one is', () => {
  const isNoted = () => document.body.textContent.includes(words.bar.italianOnly)
  expect(isNoted()).toBe(true)
  for (const page of [{ kind: 'acts' }, { kind: 'act', from: 'send' }] as const) {
    show(page)
    expect(isNoted(), JSON.stringify(page)).toBe(false)
  }
  show({ kind: 'act', from: 'messenger' }, [])
  expect(isNoted()).toBe(false)
})

it('says of the office that keeps the town’s own acts where it is and when it is open, and of no other', () => {
  const names = [...document.querySelectorAll('bdi[lang=it]')].map(({ textContent }) => textContent)
  expect(names).toEqual(expect.arrayContaining([office.name, office.address, ...office.hours]))
  expect(document.body.textContent).toContain(words.offices.openUntil.replace('{time}', '11:42'))
  for (const from of ['collector', 'post', 'send'] as const) {
    show({ kind: 'act', from })
    expect(document.body.textContent, from).not.toContain(office.address)
  }
})

it('offers the list of every act for a phone, and the delegation only for the town’s own', () => {
  const keys = () => [...document.querySelectorAll('button')].map((key) => key.textContent)
  expect(keys()).toEqual(expect.arrayContaining([words.acts.takeList, words.acts.takeDelegation]))
  show({ kind: 'act', from: 'post' })
  expect(keys()).toContain(words.acts.takeList)
  expect(keys()).not.toContain(words.acts.takeDelegation)
})
