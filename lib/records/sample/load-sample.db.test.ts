import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openingAt } from '../../content/hours.ts'
import { readLifeEvents } from '../../content/life-events.ts'
import { readNotices } from '../../content/notices.ts'
import { readOffices } from '../../content/offices.ts'
import { readServices } from '../../content/services.ts'
import { readTopics } from '../../content/topics.ts'
import { readTotems } from '../../content/totems.ts'
import { findSampleBody } from '../find-body.ts'
import { registers } from '../registers.ts'
import { readAccountsFile, writeAccountsFile } from './accounts-file.ts'
import { loadSample, resetSamplePasswords } from './load-sample.ts'

const PASSWORD = 'una password lunga'
let bodyId: string

beforeAll(async () => {
  const payload = await registers()
  await loadSample(payload, PASSWORD)
  bodyId = (await findSampleBody(payload))?.id ?? ''
}, 60_000)

describe('the sample municipality', () => {
  it('is complete after one run and the same after another', async () => {
    const payload = await registers()
    expect(await loadSample(payload, 'another password')).toBe(0)
    const { user } = await payload.login({
      collection: 'operators',
      data: { email: 'anna@esempio.it', password: PASSWORD },
    })
    expect(user?.email).toBe('anna@esempio.it')
  })

  it('creates again only what somebody deleted', async () => {
    const payload = await registers()
    await payload.delete({ collection: 'totems', where: { slug: { equals: 'villanova' } } })
    expect(await loadSample(payload, PASSWORD)).toBe(1)
  })

  it.each(['it', 'en'] as const)('has complete sheets in %s', async (locale) => {
    const sheets = await readServices(bodyId, locale)
    expect(sheets.length).toBeGreaterThanOrEqual(8)
    const keys = new Set((await readTopics(bodyId, locale)).map(({ key }) => key))
    const mayBeEmpty = new Set(['topic', 'reviewedAt'])
    const needNothing = new Set(['urp', 'informafamiglie', 'informagiovani'])
    const missing = sheets.flatMap((sheet) => [
      ...Object.entries(sheet).flatMap(([part, text]) =>
        text || mayBeEmpty.has(part) ? [] : [`${sheet.slug}: ${part}`],
      ),
      ...(sheet.whatToBring.length > 0 || needNothing.has(sheet.slug) ? [] : [`${sheet.slug}: whatToBring`]),
      ...(keys.has(sheet.topic) || sheet.slug === 'urp' ? [] : [`${sheet.slug}: topic`]),
    ])
    expect(missing).toEqual([])
  })

  it('is translated, not repeated', async () => {
    const [it, en] = await Promise.all([readServices(bodyId, 'it'), readServices(bodyId, 'en')])
    expect(en.map(({ slug }) => slug)).toEqual(it.map(({ slug }) => slug))
    const italian = new Set(it.map(({ howTo }) => howTo))
    expect(en.filter(({ howTo }) => italian.has(howTo))).toEqual([])
  })

  it.each(['it', 'en'] as const)('has life events and notices in %s that lead somewhere', async (locale) => {
    const known = new Set((await readServices(bodyId, locale)).map(({ slug }) => slug))
    const events = await readLifeEvents(bodyId, locale)
    expect(events.length).toBeGreaterThanOrEqual(6)
    for (const { slug, title, hint, intro, services } of events) {
      expect([title, hint, intro].every(Boolean), slug).toBe(true)
      expect(services.length, slug).toBeGreaterThan(1)
      expect(
        services.filter((service) => !known.has(service)),
        slug,
      ).toEqual([])
    }
    const notices = await readNotices(bodyId, locale, Date.parse('2026-11-23T10:00:00+01:00'))
    expect(notices.map(({ slug }) => slug)).toEqual(['carte-di-carta', 'digitale-facile'])
    expect(notices.every(({ title, text }) => title && text)).toBe(true)
  })

  it('leads from every sheet but the URP’s to others', async () => {
    const services = await readServices(bodyId, 'it')
    const alone = services.filter(({ related }) => related.length === 0).map(({ slug }) => slug)
    expect(alone.filter((slug) => slug !== 'urp' && slug !== 'informagiovani')).toEqual([])
  })

  it('lists its totems with their places', async () => {
    const totems = await readTotems(bodyId, 'it')
    expect(totems.map(({ slug }) => slug).toSorted()).toEqual([
      'modena-est',
      'padova-149',
      'san-damaso',
      'villanova',
    ])
    expect(totems.every(({ notes, inService }) => notes && inService)).toBe(true)
  })

  it('has offices with hours, and says where none are known', async () => {
    const offices = await readOffices(bodyId, 'it')
    const kinds = new Map(offices.map(({ slug, hours }) => [slug, hours.kind]))
    expect(kinds.get('urp')).toBe('rules')
    expect(kinds.get('santi-40')).toBe('rules')
    expect(kinds.get('sosta')).toBe('unknown')
  })

  it('keeps the day of San Geminiano, and closes all but the police on a closure', async () => {
    const offices = new Map((await readOffices(bodyId, 'it')).map((office) => [office.slug, office.hours]))
    const isOpen = (slug: string, day: string) => {
      const opening = openingAt(
        offices.get(slug) ?? { kind: 'unknown' },
        Date.parse(`${day}T00:00:00Z`),
        Date.parse(`${day}T22:00:00Z`),
      )
      return opening.kind === 'hours' && opening.intervals.length > 0
    }
    // Saturdays in 2026: the saint's day, and the one before it.
    expect([isOpen('urp', '2026-01-31'), isOpen('urp', '2026-01-24')]).toEqual([false, true])
    // Monday 14 August 2023, and the Monday before.
    const monday = (day: string) => ['urp', 'elettorale', 'polizia-locale'].map((slug) => isOpen(slug, day))
    expect(monday('2023-08-07')).toEqual([true, true, true])
    expect(monday('2023-08-14')).toEqual([false, false, true])
    // Saturday 27 December 2025 closed who opens on Saturdays; Monday 29 is a day like any other.
    expect([isOpen('urp', '2025-12-27'), isOpen('urp', '2025-12-29')]).toEqual([false, true])
  })
})

describe('the accounts', () => {
  let home: string
  beforeAll(async () => {
    home = await fs.mkdtemp(path.join(os.tmpdir(), 'pronto-sample-'))
  })
  afterAll(() => fs.rm(home, { recursive: true }))

  it('have a password that only this user can read, kept from start to start', async () => {
    expect(await readAccountsFile(home)).toBeNull()
    const written = await writeAccountsFile(home)
    expect((await fs.stat(path.join(home, 'sample-accounts.json'))).mode & 0o777).toBe(0o600)
    expect(await readAccountsFile(home)).toEqual(written)
    expect(written.accounts).toContainEqual({ email: 'sofia@esempio.it', role: 'supervisor' })
    expect(written.accounts).toHaveLength(7)
  })

  it('get a new one when the file is gone or broken', async () => {
    await fs.writeFile(path.join(home, 'sample-accounts.json'), '{"password":')
    expect(await readAccountsFile(home)).toBeNull()
    const payload = await registers()
    await resetSamplePasswords(payload, 'un’altra password')
    await expect(
      payload.login({ collection: 'operators', data: { email: 'edo@esempio.it', password: PASSWORD } }),
    ).rejects.toMatchObject({ status: 401 })
    const { user } = await payload.login({
      collection: 'operators',
      data: { email: 'edo@esempio.it', password: 'un’altra password' },
    })
    expect(user?.role).toBe('editor')
  })
})
