import { randomUUID } from 'node:crypto'
import { ValidationError } from 'payload'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openingAt } from '../content/hours.ts'
import { DEFAULT_RULES } from '../switchboard/settings.ts'
import { type SettingsDocument, settingsDocumentSchema } from '../switchboard/shell/settings-document.ts'
import type { Body, Service } from './payload-types.ts'
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

  it('[SW-210] has a version that no other has, however fast they follow each other', async () => {
    const version = async () => {
      const { rows } = await client.query(
        'select updated_at::text as version from switchboard.settings where body_id = $1',
        [town.bodyId],
      )
      return String(rows[0]?.version)
    }
    const versions = [await version()]
    for (const phone of ['059 2', '059 3']) {
      await town.payload.update({ collection: 'bodies', id: town.bodyId, data: { phone } })
      versions.push(await version())
    }
    // A database whose clock has been set back since.
    await client.query(
      `update switchboard.settings set updated_at = now() + interval '1 hour' where body_id = $1`,
      [town.bodyId],
    )
    versions.push(await version())
    await town.payload.update({ collection: 'bodies', id: town.bodyId, data: { phone: '059 1' } })
    versions.push(await version())
    expect(versions).toEqual(versions.toSorted())
    expect(new Set(versions).size).toBe(versions.length)
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
      data: {
        rules: {
          ringSeconds: 30,
          wrapUpSeconds: 90,
          maxWaitSeconds: 600,
          queueLimit: 7,
          stillHereSeconds: 0,
          closingGraceMinutes: 5,
          callbackRetentionHours: 1,
          callbackAttempts: 2,
          logRetentionDays: 30,
          holdLimitMinutes: null,
        },
      },
    })
    expect((await settings()).rules).toEqual({
      ...DEFAULT_RULES,
      ringMs: 30_000,
      wrapUpMs: 90_000,
      maxWaitMs: 600_000,
      queueLimit: 7,
      stillHereAfterMs: 0,
      closingGraceMs: 300_000,
      callbackRetentionMs: 3_600_000,
      callbackAttempts: 2,
      logRetentionMs: 30 * 24 * 3_600_000,
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
        skillLevels: [{ skill: 'Mobilità ', level: '5' }],
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
        skillLevels: { mobilità: 5 },
        officeId: await firstId('offices'),
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

describe('what calls ask for', () => {
  const urpOf = async () => (await settings()).services.find(({ slug }) => slug === 'urp')
  const updateUrp = async (data: Partial<Service>) =>
    town.payload.update({
      collection: 'services',
      where: { and: [{ body: { equals: town.bodyId } }, { slug: { equals: 'urp' } }] },
      data: { ...data, _status: 'published' },
    })
  const createOffice = (slug: string, of: Town = town) =>
    of.payload.create({
      collection: 'offices',
      data: { body: of.bodyId, slug, name: slug, shortName: slug, hours: { kind: 'unknown' } },
    })

  it('knows the offices, by the name on the screens', async () => {
    const { id } = await createOffice('tributi')
    expect((await settings()).offices).toContainEqual({ id, name: 'tributi' })
  })

  it('is a skill at a level, or preferred for a while, and a language', async () => {
    await updateUrp({
      skillNeeds: [
        { skill: ' Anagrafe', minLevel: '4', demand: 'required' },
        { skill: 'mobilità', minLevel: '1', demand: 'wished', relaxAfterSeconds: 45 },
        { skill: 'lis', minLevel: '1', demand: 'wished', relaxAfterSeconds: null },
      ],
      languageRule: 'own',
      languageRelaxSeconds: 20,
    })
    expect(await urpOf()).toMatchObject({
      skillNeeds: [
        { skill: 'anagrafe', minLevel: 4, relaxAfterMs: null },
        { skill: 'mobilità', minLevel: 1, relaxAfterMs: 45_000 },
        { skill: 'lis', minLevel: 1, relaxAfterMs: DEFAULT_RULES.skillsRelaxAfterMs },
      ],
      languageRelaxAfterMs: 20_000,
    })
    await updateUrp({ languageRule: 'required' })
    expect(await urpOf()).toMatchObject({ languageRelaxAfterMs: null })
    await updateUrp({ languageRule: 'body', skillNeeds: [] })
    expect((await urpOf())?.languageRelaxAfterMs).toBeUndefined()
  })

  it('changes step by step where nobody answers: the body’s steps, or the service’s own', async () => {
    const office = await createOffice('museo')
    const service = await town.payload.create({ collection: 'services', data: newService('museo') })
    await town.payload.update({
      collection: 'bodies',
      id: town.bodyId,
      data: {
        overflow: [
          { action: 'offer_callback', afterSeconds: 120 },
          { action: 'end', afterSeconds: 600 },
        ],
      },
    })
    const steps = [
      { action: 'ask_office' as const, afterSeconds: 30, office: office.id },
      { action: 'ask' as const, afterSeconds: 60, service: service.id },
      { action: 'widen' as const, afterSeconds: 60, dropSkills: ['Anagrafe '] },
    ]
    await updateUrp({ overflow: steps })
    expect((await settings()).overflow).toEqual([
      { do: 'offer_callback', afterMs: 120_000 },
      { do: 'end', afterMs: 600_000 },
    ])
    expect((await urpOf())?.overflow).toBeUndefined()
    await updateUrp({ overflowSource: 'own' })
    expect((await urpOf())?.overflow).toEqual([
      { do: 'ask_office', afterMs: 30_000, officeId: office.id },
      { do: 'ask', afterMs: 60_000, service: 'museo' },
      { do: 'widen', afterMs: 60_000, dropSkills: ['anagrafe'] },
    ])
    // A step about what is gone asks nobody.
    await town.payload.delete({ collection: 'offices', id: office.id })
    await town.payload.update({ collection: 'services', id: service.id, data: { _status: 'draft' } })
    expect((await urpOf())?.overflow).toEqual([{ do: 'widen', afterMs: 60_000, dropSkills: ['anagrafe'] }])
    await updateUrp({ overflowSource: 'body', overflow: [] })
  })

  describe('is refused in words, and nothing changes:', () => {
    /** Nothing is published meanwhile. */
    const refusalOf = async (work: () => Promise<unknown>): Promise<string[]> => {
      const before = await settings()
      const errors = await work().then(
        () => [],
        (error: unknown) =>
          error instanceof ValidationError ? error.data.errors : [{ message: String(error) }],
      )
      expect(await settings()).toEqual(before)
      return errors.map(({ message }) => message)
    }
    const stepsOfUrp = (...overflow: NonNullable<Service['overflow']>) =>
      ofUrp({ overflowSource: 'own', overflow })
    const ofUrp = async (data: Partial<Service>) => {
      const id = await firstId('services')
      return town.payload.update({ collection: 'services', id, data: { ...data, _status: 'published' } })
    }
    const ofBody = (rules: NonNullable<Body['rules']>) => () =>
      town.payload.update({ collection: 'bodies', id: town.bodyId, data: { rules } })

    it('a step to the service’s own office, or to itself', async () => {
      const id = await firstId('services')
      const service = await town.payload.findByID({ collection: 'services', id, depth: 0 })
      const office = service.office ?? (await firstId('offices'))
      await ofUrp({ office })
      expect(await refusalOf(() => stepsOfUrp({ action: 'ask_office', afterSeconds: 10, office }))).toEqual([
        'È l’ufficio di questo servizio: scegline un altro',
      ])
      expect(await refusalOf(() => stepsOfUrp({ action: 'ask', afterSeconds: 10, service: id }))).toEqual([
        'È questo stesso servizio: scegline un altro',
      ])
    })

    it('a step to nobody, or to another body', async () => {
      expect(await refusalOf(() => stepsOfUrp({ action: 'ask_office', afterSeconds: 10 }))).toEqual([
        'Scegli l’ufficio',
      ])
      expect(await refusalOf(() => stepsOfUrp({ action: 'ask', afterSeconds: 10 }))).toEqual([
        'Scegli il servizio',
      ])
      expect(await refusalOf(() => stepsOfUrp({ action: 'widen', afterSeconds: 10 }))).toEqual([
        'Scrivi a quali competenze si rinuncia',
      ])
      const office = await firstId('offices', other)
      const before = await settings()
      await expect(stepsOfUrp({ action: 'ask_office', afterSeconds: 10, office })).rejects.toMatchObject({
        status: 400,
      })
      expect(await settings()).toEqual(before)
    })

    it('steps out of order, and a time that is none', async () => {
      expect(
        await refusalOf(() =>
          stepsOfUrp({ action: 'end', afterSeconds: 10 }, { action: 'offer_callback', afterSeconds: 20 }),
        ),
      ).toEqual(['Dopo “Si chiude” non può esserci altro: mettilo per ultimo'])
      expect(
        await refusalOf(() =>
          stepsOfUrp({ action: 'offer_callback', afterSeconds: 60 }, { action: 'end', afterSeconds: 20 }),
        ),
      ).toEqual(['Metti i passi in ordine di tempo: ognuno dopo quello che lo precede'])
      expect(await refusalOf(() => stepsOfUrp({ action: 'end', afterSeconds: -1 }))).toEqual([
        'Scrivi un numero intero da 0 a 7200',
      ])
      expect(
        await refusalOf(() =>
          ofUrp({ skillNeeds: [{ skill: 'lis', minLevel: '1', demand: 'wished', relaxAfterSeconds: -5 }] }),
        ),
      ).toEqual(['Scrivi un numero intero da 0 a 3600'])
    })

    it('rules that are no times, or that come before what they follow', async () => {
      expect(await refusalOf(ofBody({ stillHereAnswerSeconds: -30 }))).toEqual([
        'Scrivi un numero intero da 10 a 300',
      ])
      expect(await refusalOf(ofBody({ queueLimit: 0 }))).toEqual(['Scrivi un numero intero da 1 a 500'])
      expect(await refusalOf(ofBody({ callbackAttempts: 1.5 }))).toEqual([
        'Scrivi un numero intero da 1 a 10',
      ])
      expect(await refusalOf(ofBody({ holdRecallSeconds: 120, holdLimitMinutes: 2 }))).toEqual([
        'Deve durare più di: quando si ricorda all’operatore chi è in attesa',
      ])
    })

    it('[SW-400] a closure that ends before it begins, of the body or of one place', async () => {
      const closure = { from: '2026-12-24', to: '2026-01-06', reason: 'feste' }
      expect(
        await refusalOf(() =>
          town.payload.update({ collection: 'bodies', id: town.bodyId, data: { closures: [closure] } }),
        ),
      ).toEqual(['Finisce prima di cominciare'])
      const id = await firstId('offices')
      expect(
        await refusalOf(() =>
          town.payload.update({
            collection: 'offices',
            id,
            data: { hours: { kind: 'rules', seasons: [], exceptions: [closure] } },
          }),
        ),
      ).toEqual(['Finisce prima di cominciare'])
      const closures = [{ ...closure, to: closure.from }]
      await town.payload.update({ collection: 'bodies', id: town.bodyId, data: { closures } })
      expect((await settings()).closures).toMatchObject([{ from: '2026-12-24', to: '2026-12-24' }])
    })

    it('[SW-400] a step that gives up a skill without a name', async () => {
      expect(
        await refusalOf(() => stepsOfUrp({ action: 'widen', afterSeconds: 10, dropSkills: [' '] })),
      ).toEqual(['Scrivi a quali competenze si rinuncia'])
    })

    it('[SW-400] what is begun in another language than Italian', async () => {
      const data = newService('only-english')
      expect(
        await refusalOf(() => town.payload.create({ collection: 'services', locale: 'en', data })),
      ).toEqual(['Scrivilo prima in italiano: scegli la lingua in alto, poi traducilo'])
    })

    it('[SW-400] whatever would leave a document that no board could be loaded with', async () => {
      const titled = (title: string) =>
        client.query(
          `update payload.services_locales l set title = $2 from payload.services s
             where s.id = l._parent_id and s.slug = 'urp' and s.body_id = $1 and l._locale = 'it'`,
          [town.bodyId, title],
        )
      await titled('')
      const [said] = await refusalOf(() =>
        town.payload.update({ collection: 'bodies', id: town.bodyId, data: { phone: '059 9' } }),
      )
      expect(said).toMatch(/Niente è stato salvato.*services\.\d+\.title/)
      const { phone } = await town.payload.findByID({ collection: 'bodies', id: town.bodyId, depth: 0 })
      expect(phone).not.toBe('059 9')
      const { errors } = await town.payload.update({
        collection: 'totems',
        where: { id: { equals: town.totemId } },
        data: { name: 'Altro' },
      })
      expect(errors).toHaveLength(1)
      const { name } = await town.payload.findByID({ collection: 'totems', id: town.totemId, depth: 0 })
      expect(name).not.toBe('Altro')
      await titled('Informazioni e orientamento')
    })

    it('[SW-408] whatever would leave every call key without the service that it asks for', async () => {
      const urp = { and: [{ body: { equals: town.bodyId } }, { slug: { equals: 'urp' } }] }
      const { docs } = await town.payload.find({ collection: 'services', where: urp, depth: 0 })
      const id = docs[0]?.id ?? ''
      const update = (data: Partial<Service>, draft = false) =>
        town.payload.update({ collection: 'services', id, data, draft })
      const stays = [expect.stringMatching(/Niente è stato salvato.*“urp”.*pubblicato.*chiamare dal totem/)]
      expect(await refusalOf(() => update({ slug: 'uffici', _status: 'published' }))).toEqual(stays)
      expect(await refusalOf(() => update({ _status: 'draft' }))).toEqual(stays)
      expect(await refusalOf(() => update({ callable: false, _status: 'published' }))).toEqual(stays)
      expect(await refusalOf(() => town.payload.delete({ collection: 'services', id }))).toEqual(stays)
      await update({ slug: 'uffici', _status: 'draft' }, true)
      expect(await refusalOf(() => update({ _status: 'published' }))).toEqual(stays)
      const { errors } = await town.payload.delete({ collection: 'services', where: urp })
      expect(errors).toMatchObject([{ message: stays[0] }])
      expect((await town.payload.find({ collection: 'services', where: urp })).docs).toMatchObject([
        { id, _status: 'published', callable: true },
      ])
      await update({ slug: 'urp', _status: 'published' })
    })

    it('a level of what somebody cannot do at all', async () => {
      const id = await firstId('operators')
      expect(
        await refusalOf(() =>
          town.payload.update({
            collection: 'operators',
            id,
            data: { skills: ['anagrafe'], skillLevels: [{ skill: 'tributi', level: '5' }] },
          }),
        ),
      ).toEqual(['Non è tra le competenze indicate qui sopra'])
    })
  })
})

describe('a deletion', () => {
  it('takes the record out of the document', async () => {
    await town.payload.delete({ collection: 'totems', id: town.totemId })
    expect((await settings()).totems).toEqual([])
    expect((await settings(other)).totems).toHaveLength(1)
  })
})
