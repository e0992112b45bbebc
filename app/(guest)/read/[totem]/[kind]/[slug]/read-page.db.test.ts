import { beforeAll, expect, it } from 'vitest'
import { makeTown, type Town } from '@/lib/records/testing/town.ts'
import { readPage } from './read-page.ts'

let town: Town

beforeAll(async () => {
  town = await makeTown('carpi')
  const other = await makeTown('soliera')
  const service = (body: string, slug: string, status: 'draft' | 'published') =>
    town.payload.create({
      collection: 'services',
      data: {
        body,
        slug,
        title: `Scheda ${slug}`,
        whatToBring: [{ item: 'La carta scaduta' }],
        _status: status,
        order: 10,
        hoursSource: 'own',
        hours: { kind: 'always' },
      },
    })
  const card = await service(town.bodyId, 'carta', 'published')
  await service(town.bodyId, 'bozza', 'draft')
  await service(other.bodyId, 'altrove', 'published')
  await town.payload.create({
    collection: 'life-events',
    data: {
      body: town.bodyId,
      slug: 'casa',
      title: 'Cambio casa',
      intro: 'Hai 20 giorni.',
      services: [card.id],
      order: 10,
    },
  })
}, 60_000)

const read = (kind: string, slug: string, totem = 'carpi-1') => readPage({ totem, kind, slug }, 'it')

it('opens what is published to anybody, as often as they like', async () => {
  for (const _ of [1, 2]) {
    expect(await read('sheet', 'carta')).toMatchObject({
      bodyName: 'Comune di carpi',
      page: { title: 'Scheda carta' },
      links: [{ kind: 'checklist', slug: 'carta' }],
    })
  }
  expect(await read('checklist', 'carta')).toMatchObject({
    page: { lead: 'Scheda carta', sections: [{ lines: [{ text: 'La carta scaduta' }] }] },
  })
  expect(await read('offices', 'all')).toMatchObject({ links: [{ kind: 'office', title: 'URP' }] })
  expect(await read('life-event', 'casa')).toMatchObject({
    page: { title: 'Cambio casa', sections: [{ lines: [{ text: 'Hai 20 giorni.' }] }] },
    links: [{ kind: 'sheet', slug: 'carta', title: 'Scheda carta' }],
  })
})

it('opens an office by its own address', async () => {
  const all = await read('offices', 'all')
  expect(await read('office', all?.links[0]?.slug ?? '')).toMatchObject({ page: { title: 'URP' } })
})

it('lists what to bring for an act, by who left the notice, and holds the delegation', async () => {
  const posted = await read('act', 'post')
  expect(posted).toMatchObject({ page: { kind: 'checklist', lead: 'La posta' }, links: [] })
  expect(JSON.stringify(posted)).toContain('L’avviso di giacenza')
  expect(await read('act', 'messenger')).toMatchObject({ links: [{ kind: 'delegation', slug: 'form' }] })
  expect(JSON.stringify(await read('delegation', 'form'))).toContain('atti, Comune di carpi')
})

it('says where the town’s own acts are kept and when that is open, as its sheet names the office', async () => {
  const offices = await town.payload.find({
    collection: 'offices',
    where: { body: { equals: town.bodyId } },
  })
  await town.payload.create({
    collection: 'services',
    data: {
      body: town.bodyId,
      slug: 'ritiro-atti',
      title: 'Ritiro di un atto',
      office: offices.docs[0]?.id ?? '',
      _status: 'published',
      order: 20,
      hoursSource: 'own',
      hours: { kind: 'always' },
    },
  })
  const [kept, posted] = [await read('act', 'messenger'), await read('act', 'post')]
  expect(kept?.page.sections.find(({ key }) => key === 'place')).toMatchObject({
    title: 'URP',
    lines: [{ text: 'piazza Grande' }, { text: 'Orari da verificare' }],
  })
  expect(kept?.links.map(({ kind }) => kind)).toEqual(['office', 'delegation'])
  expect(JSON.stringify(posted)).not.toContain('piazza Grande')
})

it('leads nowhere for drafts, other towns, unknown names and odd addresses', async () => {
  for (const [kind, slug, totem] of [
    ['sheet', 'bozza'],
    ['sheet', 'altrove'],
    ['sheet', 'nulla'],
    ['life-event', 'nulla'],
    ['act', 'nobody'],
    ['screen', 'carta'],
    ['sheet', '../carta'],
    ['sheet', 'carta', 'nowhere'],
    ['sheet', 'a'.repeat(500)],
  ] as const) {
    expect(await read(kind, slug, totem), `${kind} ${slug}`).toBeNull()
  }
})

it('tells anybody how this town processes what a call is made of, with what it has set', async () => {
  await town.payload.update({
    collection: 'bodies',
    id: town.bodyId,
    data: {
      dataProtectionOfficer: 'rpd@carpi.example',
      rules: { callbackRetentionHours: 2, logRetentionDays: 30 },
    },
  })
  const notice = JSON.stringify(await read('privacy', 'call'))
  expect(notice).toContain('(RPD): rpd@carpi.example')
  expect(notice).toContain('Il titolare è Comune di carpi.')
  expect(notice).toContain('2 ore')
  expect(notice).toContain('30 giorni')
  expect(await readPage({ totem: 'carpi-1', kind: 'privacy', slug: 'call' }, 'en')).toMatchObject({
    page: { title: 'Privacy notice for the video call' },
  })
})
