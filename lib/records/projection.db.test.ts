import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openingAt } from '../content/hours.ts'
import { DEFAULT_RULES } from '../switchboard/settings.ts'
import { type SettingsDocument, settingsDocumentSchema } from '../switchboard/shell/settings-document.ts'
import { makeTown, type Town } from './testing/town.ts'

let town: Town
let other: Town
const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
const notified: string[] = []

beforeAll(async () => {
  await client.connect()
  client.on('notification', ({ payload }) => notified.push(payload ?? ''))
  await client.query('listen switchboard_settings')
  town = await makeTown('modena')
  other = await makeTown('carpi')
})
afterAll(() => client.end())

async function settings(of: Town = town): Promise<SettingsDocument> {
  const { rows } = await client.query('select document from switchboard.settings where body_id = $1', [
    of.bodyId,
  ])
  return settingsDocumentSchema.parse(rows[0]?.document)
}

/** What instances were told while `work` ran: a round trip brings whatever was sent before it. */
async function notificationsOf(work: () => Promise<unknown>): Promise<string[]> {
  await client.query('select 1')
  notified.length = 0
  await work()
  await client.query('select 1')
  return [...notified]
}

async function firstId(collection: 'offices' | 'services' | 'operators', of: Town = town): Promise<string> {
  const { docs } = await of.payload.find({ collection, where: { body: { equals: of.bodyId } }, limit: 1 })
  return docs[0]?.id ?? ''
}

const newService = (slug: string, of: Town = town) => ({
  body: of.bodyId,
  slug,
  title: slug,
  order: 1,
  callable: true,
  hoursSource: 'own' as const,
  hours: { kind: 'always' as const },
  _status: 'published' as const,
})

it('says what a body has just been set up with', async () => {
  const document = await settings()
  expect(document).toMatchObject({
    bodyId: town.bodyId,
    bodyName: 'Comune di modena',
    phone: '059 20312',
    isSample: false,
    rules: DEFAULT_RULES,
    services: [
      { slug: 'urp', title: 'Informazioni e orientamento', requiredSkills: [], hours: { kind: 'unknown' } },
    ],
    totems: [{ id: town.totemId, slug: 'modena-1', inService: true }],
  })
  expect(document.operators.map(({ displayName }) => displayName)).toEqual(['operator'])
})

describe('a publish', () => {
  it('changes the document of its own body and tells the instances which', async () => {
    const before = await settings(other)
    const told = await notificationsOf(() =>
      town.payload.update({ collection: 'bodies', id: town.bodyId, data: { phone: '059 1' } }),
    )
    expect((await settings()).phone).toBe('059 1')
    expect(told).toEqual([town.bodyId])
    expect(await settings(other)).toEqual(before)
  })

  it('lets supervisors listen only where the body has turned it on', async () => {
    expect((await settings()).listeningAllowed).toBe(false)
    const allow = (listeningAllowed: boolean) =>
      town.payload.update({ collection: 'bodies', id: town.bodyId, data: { listeningAllowed } })
    await allow(true)
    expect((await settings()).listeningAllowed).toBe(true)
    expect((await settings(other)).listeningAllowed).toBe(false)
    await allow(false)
  })

  it('that changes nothing for routing wakes nobody', async () => {
    const told = await notificationsOf(() =>
      town.payload.update({
        collection: 'totems',
        id: town.totemId,
        data: { placeNotes: 'accanto alla porta' },
      }),
    )
    expect(told).toEqual([])
  })

  it('carries rules in the units of the switchboard', async () => {
    await town.payload.update({
      collection: 'bodies',
      id: town.bodyId,
      data: { rules: { ringSeconds: 30, wrapUpSeconds: 90, maxWaitSeconds: 600, queueLimit: 7 } },
    })
    expect((await settings()).rules).toEqual({
      ...DEFAULT_RULES,
      ringMs: 30_000,
      wrapUpMs: 90_000,
      maxWaitMs: 600_000,
      queueLimit: 7,
    })
  })

  it('gives a service the hours of its office, and the closures of the body', async () => {
    await town.payload.update({
      collection: 'offices',
      id: await firstId('offices'),
      data: {
        hours: {
          kind: 'rules',
          seasons: [
            { from: '01/09', to: '30/06', weekly: [{ days: ['1', '4'], opens: '09:00', closes: '18:30' }] },
            { from: '01/07', to: '31/08', weekly: [{ days: ['1'], opens: '09:00', closes: '13:00' }] },
          ],
        },
      },
    })
    await town.payload.update({
      collection: 'bodies',
      id: town.bodyId,
      data: {
        closures: [{ from: '2026-11-26T12:00:00.000Z', to: '2026-11-26T12:00:00.000Z', reason: 'ponte' }],
      },
    })
    const hours = (await settings()).services.find(({ slug }) => slug === 'urp')?.hours ?? { kind: 'always' }
    const week = openingAt(hours, Date.parse('2026-11-23T00:00:00Z'), Date.parse('2026-11-30T00:00:00Z'))
    expect(week).toEqual({
      kind: 'hours',
      intervals: [
        { opensAt: Date.parse('2026-11-23T08:00:00Z'), closesAt: Date.parse('2026-11-23T17:30:00Z') },
      ],
    })
  })

  it('closes on holidays, the body’s own among them, whatever does not open on them', async () => {
    const { docs } = await town.payload.find({
      collection: 'offices',
      where: { body: { equals: town.bodyId } },
    })
    const office = docs[0]
    if (!office) throw new Error('the town has no office')
    const opens = async (opensOnHolidays: boolean) => {
      await town.payload.update({
        collection: 'offices',
        id: office.id,
        data: {
          hours: {
            kind: 'rules',
            opensOnHolidays,
            seasons: [
              {
                from: '01/01',
                to: '31/12',
                weekly: [{ days: ['1', '2', '3', '4', '5', '6'], opens: '09:00', closes: '13:00' }],
              },
            ],
          },
        },
      })
      const hours = (await settings()).services.find(({ slug }) => slug === 'urp')?.hours ?? {
        kind: 'always',
      }
      // Saturday 30 January 2027 to Monday 1 February; then Easter Monday.
      const days = [
        ['2027-01-30', '2027-02-02'],
        ['2027-03-29', '2027-03-30'],
      ].map(([from = '', until = '']) => openingAt(hours, Date.parse(from), Date.parse(until)))
      return days.map((day) => (day.kind === 'hours' ? day.intervals.length : null))
    }
    expect(await opens(false)).toEqual([2, 0])
    await town.payload.update({
      collection: 'bodies',
      id: town.bodyId,
      data: { localHolidays: [{ day: '30/01', name: 'patrono' }] },
    })
    expect(await opens(false)).toEqual([1, 0])
    expect(await opens(true)).toEqual([2, 1])
  })

  it('names the closures of the body, who stays open, and the totems nearby', async () => {
    const another = await town.payload.create({
      collection: 'totems',
      data: {
        body: town.bodyId,
        slug: 'modena-2',
        name: 'Totem vicino',
        address: 'via Barbolini 9',
        hours: { kind: 'always' },
      },
    })
    await town.payload.update({ collection: 'totems', id: town.totemId, data: { nearby: [another.id] } })
    await town.payload.update({
      collection: 'offices',
      id: await firstId('offices'),
      data: { ignoresClosures: true },
    })
    const document = await settings()
    expect(document.closures).toMatchObject([{ from: '2026-11-26', to: '2026-11-26', reason: 'ponte' }])
    expect(document.services.find(({ slug }) => slug === 'urp')).toMatchObject({ ignoresClosures: true })
    expect(document.totems.find(({ id }) => id === town.totemId)).toMatchObject({ nearby: [another.id] })
    expect(document.totems.find(({ id }) => id === another.id)).toMatchObject({ address: 'via Barbolini 9' })
    await town.payload.delete({ collection: 'totems', id: another.id })
    expect((await settings()).totems).toMatchObject([{ nearby: [] }])
  })

  it('refuses a service of an office that does not exist, or of another body, and changes nothing', async () => {
    const before = await settings()
    for (const office of [randomUUID(), await firstId('offices', other)]) {
      await expect(
        town.payload.create({ collection: 'services', data: { ...newService('senza-ufficio'), office } }),
      ).rejects.toMatchObject({ status: 400 })
    }
    expect(await settings()).toEqual(before)
  })

  it('shows neither drafts nor services that cannot be called, until they are published', async () => {
    const slugs = async () => (await settings()).services.map(({ slug }) => slug).toSorted()
    const { id } = await town.payload.create({
      collection: 'services',
      draft: true,
      data: { ...newService('bozza'), _status: 'draft' },
    })
    expect(await slugs()).toEqual(['urp'])
    await town.payload.update({ collection: 'services', id, data: { _status: 'published' } })
    expect(await slugs()).toEqual(['bozza', 'urp'])
    await town.payload.update({
      collection: 'services',
      id,
      draft: true,
      data: { title: 'Nuovo titolo', _status: 'draft' },
    })
    expect((await settings()).services.find(({ slug }) => slug === 'bozza')?.title).toBe('bozza')
    await town.payload.update({ collection: 'services', id, data: { callable: false, _status: 'published' } })
    expect(await slugs()).toEqual(['urp'])
  })

  it('follows an operator’s skills, languages and closing', async () => {
    const { docs } = await town.payload.find({
      collection: 'operators',
      where: { email: { equals: town.emailOf('operator') } },
    })
    const id = docs[0]?.id ?? ''
    await town.payload.update({
      collection: 'operators',
      id,
      data: {
        skills: [' Anagrafe', 'anagrafe', 'Mobilità'],
        languages: ['it', 'ar'],
        office: await firstId('offices'),
        isActive: false,
      },
    })
    expect((await settings()).operators).toEqual([
      {
        id,
        displayName: 'operator',
        officeName: 'URP',
        skills: ['anagrafe', 'mobilità'],
        skillLevels: {},
        languages: ['it', 'ar'],
        isActive: false,
      },
    ])
  })

  it('keeps the Italian title, whatever language was edited last', async () => {
    await town.payload.update({
      collection: 'services',
      where: { and: [{ body: { equals: town.bodyId } }, { slug: { equals: 'urp' } }] },
      locale: 'en',
      data: { title: 'Help desk', _status: 'published' },
    })
    expect((await settings()).services.find(({ slug }) => slug === 'urp')?.title).toBe(
      'Informazioni e orientamento',
    )
  })

  it('that fails leaves the document as it was', async () => {
    const before = await settings()
    const told = await notificationsOf(() =>
      expect(
        town.payload.create({
          collection: 'totems',
          data: { body: town.bodyId, slug: 'carpi-1', name: 'doppio', hours: { kind: 'always' } },
        }),
      ).rejects.toThrow('slug'),
    )
    expect(await settings()).toEqual(before)
    expect(told).toEqual([])
  })

  it('loses nothing when many happen at once', async () => {
    const slugs = Array.from({ length: 8 }, (_, index) => `insieme-${index}`)
    await Promise.all(
      slugs.map((slug) => other.payload.create({ collection: 'services', data: newService(slug, other) })),
    )
    expect((await settings(other)).services.map(({ slug }) => slug)).toEqual(expect.arrayContaining(slugs))
  })
})

describe('a deletion', () => {
  it('takes the record out of the document', async () => {
    await town.payload.delete({ collection: 'totems', id: town.totemId })
    expect((await settings()).totems).toEqual([])
    expect((await settings(other)).totems).toHaveLength(1)
  })
})
