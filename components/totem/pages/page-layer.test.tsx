// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import italian from '@/messages/it/totem.json'
import ukrainian from '@/messages/uk/totem.json'
import { MORE_TOPICS, type Sheet, type TotemContent } from '../content.ts'
import { ContentLanguage, ItalianLines } from '../content-text.tsx'
import { sceneIn } from '../gallery/sample-scene.ts'
import { openNow } from '../open-now.ts'
import { MONDAY_1042 } from '../sample-views.ts'
import type { Scene } from '../scene.tsx'
import type { Totem } from '../use-totem.ts'
import { parseWords } from '../words.ts'
import { LifeEventBody } from './life-events.tsx'
import { NoticeList } from './notice-list.tsx'
import { OfficeList } from './office-list.tsx'
import { PageLayer } from './page-layer.tsx'
import { SheetBody } from './sheet-body.tsx'

let root: Root
beforeEach(() => {
  root = openRoot()
})
afterEach(() => closeRoot(root))

const draw = (node: React.ReactNode) => act(async () => root.render(node))
const text = () => document.body.textContent ?? ''

const EMPTY: Sheet = {
  slug: 'vuota',
  title: 'Vuota',
  summary: '',
  topic: '',
  who: '',
  bring: [],
  how: '',
  cost: '',
  time: '',
  where: '',
  source: '',
  checkedAt: null,
  isOld: false,
  callable: true,
  office: '',
  related: [],
}
const shared = {
  slug: 'padova-149',
  words: italian,
  locale: 'it',
  now: MONDAY_1042,
  onSheet: () => undefined,
  hasPrinter: false,
} as const

it('says of a sheet that nobody has written where to ask', async () => {
  await draw(<SheetBody sheet={EMPTY} office={undefined} related={[]} {...shared} />)
  expect(text()).toContain(italian.sheet.empty)
})

it('shows markup in a text as text', async () => {
  const how = '<script>window.broken = true</script>\n<img src=x onerror=alert(1)>\n**a**'
  await draw(<SheetBody sheet={{ ...EMPTY, how }} office={undefined} related={[]} {...shared} />)
  expect(document.querySelector('script, img')).toBeNull()
  expect(text()).toContain('<script>window.broken = true</script>')
})

it('invents no hour for an office without any', async () => {
  const office: TotemContent['offices'][number] = {
    slug: 'urp',
    name: 'URP',
    address: '',
    phone: '',
    email: '',
    notes: '',
    hours: [],
    opening: { kind: 'unknown' },
  }
  await draw(<OfficeList offices={[office]} totems={[]} hereSlug="x" {...shared} />)
  expect(text()).toContain(italian.offices.unknown)
  expect(text()).not.toMatch(/\d\d[:.]\d\d/)
})

it('names the totem where the visitor stands first', async () => {
  const totem = (slug: string, name: string) => ({
    slug,
    name,
    address: '',
    notes: '',
    hours: [],
    opening: { kind: 'always' } as const,
    inService: slug !== 'broken',
  })
  await draw(
    <OfficeList
      offices={[]}
      totems={[totem('a', 'Altro'), totem('broken', 'Rotto'), totem('here', 'Questo')]}
      hereSlug="here"
      {...shared}
    />,
  )
  const names = [...document.querySelectorAll('h3')].map((heading) => heading.textContent)
  expect(names).toEqual([`Questo${italian.offices.here}`, 'Altro', 'Rotto'])
  expect(text()).toContain(italian.offices.outOfService)
})

it('marks what editors noted of a place as written in their language', async () => {
  const place = { slug: 'urp', name: 'URP', address: '', hours: [], opening: { kind: 'always' } as const }
  const office = { ...place, phone: '', email: '', notes: 'Citofono 2' }
  const totem = { ...place, notes: 'Nell’atrio', inService: true }
  await draw(
    <ContentLanguage value="it">
      <OfficeList offices={[office]} totems={[totem]} hereSlug="x" {...shared} locale="uk" />
    </ContentLanguage>,
  )
  const marked = [...document.querySelectorAll('[lang="it"]')].map((one) => one.textContent)
  expect(marked).toEqual(expect.arrayContaining(['Citofono 2', 'Nell’atrio']))
})

it('leaves out of a life event what is not published', async () => {
  const event = { slug: 'casa', title: 'Casa', hint: '', intro: 'Prima questo.', sheets: ['tolta', 'vuota'] }
  await draw(<LifeEventBody event={event} sheets={[EMPTY]} words={italian} onSheet={() => undefined} />)
  expect([...document.querySelectorAll('button')].map((key) => key.textContent?.trim())).toEqual(['Vuota'])
})

it('says when there are no notices, and marks an important one in words', async () => {
  await draw(<NoticeList notices={[]} words={italian} locale="it" />)
  expect(text()).toBe(italian.notices.none)
  const notice = {
    slug: 'n',
    title: 'Chiuso',
    text: 'Oggi.',
    isImportant: true,
    from: Date.parse('2026-05-01T12:00:00Z'),
    until: null,
  }
  await draw(<NoticeList notices={[notice]} words={italian} locale="it" />)
  expect(text()).toContain(italian.notices.important)
  expect(text()).toContain('Dal 1 maggio 2026')
  const immaculate = Date.parse('2026-12-08T12:00:00Z')
  const feast = { ...notice, from: immaculate, until: immaculate }
  await draw(<NoticeList notices={[feast]} words={italian} locale="it" />)
  expect(text()).toContain('Dall’8 dicembre 2026 all’8 dicembre 2026')
})

it('says days in the language of the words around them, not in that of the content', async () => {
  const day = Date.parse('2026-11-23T12:00:00Z')
  const words = parseWords(ukrainian, italian)
  const notice = { slug: 'n', title: 'Chiuso', text: 'Oggi.', isImportant: false, from: day, until: day }
  await draw(<NoticeList notices={[notice]} words={words} locale="uk" />)
  expect(text()).toContain('З 23 листопада 2026 р. до 23 листопада 2026 р.')
  const sheet = { ...EMPTY, checkedAt: day }
  await draw(
    <SheetBody sheet={sheet} office={undefined} related={[]} {...shared} words={words} locale="uk" />,
  )
  expect(text()).toContain('Перевірено 23 листопада 2026 р.')
})

it('tells an open place from a closed one in words, whatever the clock says', () => {
  const opening = {
    kind: 'hours' as const,
    intervals: [{ opensAt: epochMs(MONDAY_1042 - 60_000), closesAt: epochMs(MONDAY_1042 + 60 * 60_000) }],
  }
  const at = (now: number) => openNow(opening, italian, 'it', now)
  expect(at(MONDAY_1042)).toEqual({ isOpen: true, text: 'Aperto fino alle 11:42' })
  // All that had been read ahead has gone by: nobody knows of this day.
  expect(at(MONDAY_1042 + 24 * 3_600_000)).toEqual({
    isOpen: null,
    text: 'Orari non noti: pagine troppo vecchie',
  })
  expect(at(MONDAY_1042 - 24 * 3_600_000).text).toContain('Apre domani')
})

it('leads to the topics that home has no room for, and on to each of them', async () => {
  const dispatch = vi.fn<Totem['dispatch']>()
  const still = sceneIn('it', italian)
  const scene: Scene = {
    ...still,
    totem: { ...still.totem, dispatch },
    content: {
      ...still.content,
      topics: [{ key: MORE_TOPICS, title: 'Altri argomenti', hint: '' }],
      moreTopics: [{ key: 'animali', title: 'Animali', hint: 'Cani e gatti' }],
      sheets: [
        { ...EMPTY, slug: 'cane', title: 'Iscrivere un cane', topic: 'animali' },
        { ...EMPTY, slug: 'gatto', title: 'Colonie di gatti', topic: 'animali' },
      ],
    },
  }
  await draw(<PageLayer scene={scene} page={{ kind: 'topic', topic: MORE_TOPICS }} />)
  expect(document.querySelector('h1')?.textContent).toBe('Altri argomenti')
  const key = [...document.querySelectorAll('button')].find(({ textContent }) =>
    textContent.startsWith('Animali'),
  )
  await act(async () => key?.click())
  expect(dispatch).toHaveBeenCalledWith({ type: 'opened', page: { kind: 'topic', topic: 'animali' } })
  await draw(<PageLayer scene={scene} page={{ kind: 'topic', topic: 'animali' }} />)
  expect(text()).toContain('Colonie di gatti')
})

it('says on an English page what is left in Italian, and marks it', async () => {
  const still = sceneIn('en', italian)
  const sheet = { ...EMPTY, slug: 'cane', title: 'Dogs', how: 'Vieni al canile.' }
  const content = { ...still.content, sheets: [sheet] }
  await draw(
    <ContentLanguage value="en">
      <ItalianLines value={new Set(['Vieni al canile.'])}>
        <PageLayer scene={{ ...still, content }} page={{ kind: 'sheet', service: 'cane' }} />
      </ItalianLines>
    </ContentLanguage>,
  )
  expect(text()).toContain(italian.bar.italianOnly)
  const marked = [...document.querySelectorAll('p[lang="it"]')].map(({ textContent }) => textContent)
  expect(marked).toEqual(['Vieni al canile.'])
  expect(document.querySelector('h1 bdi')?.getAttribute('lang')).toBe('en')
})
