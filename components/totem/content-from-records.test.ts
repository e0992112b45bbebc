import { describe, expect, it } from 'vitest'
import type { Hours } from '@/lib/content/hours.ts'
import type { OfficeSheet } from '@/lib/content/offices.ts'
import type { ServiceSheet } from '@/lib/content/services.ts'
import italian from '@/messages/it/totem.json'
import { MORE_TOPICS, OFFICES_TOPIC } from './content.ts'
import { contentFromRecords } from './content-from-records.ts'
import { openNow } from './open-now.ts'
import { MONDAY_1042 } from './sample-views.ts'

const service = (more: Partial<ServiceSheet>): ServiceSheet => ({
  slug: 'cie',
  title: 'Carta d’identità elettronica',
  summary: '',
  topic: 'identita',
  whoCanAsk: '',
  whatToBring: [],
  howTo: '',
  cost: '',
  time: '',
  where: '',
  sourceUrl: '',
  reviewedAt: null,
  callable: true,
  office: '',
  related: [],
  ...more,
})

const office = (more: Partial<OfficeSheet>): OfficeSheet => ({
  slug: 'urp',
  name: 'URP',
  shortName: 'URP',
  address: 'Piazza Grande 17',
  phone: '059 20312',
  email: '',
  notes: '',
  hours: { kind: 'unknown' },
  sourceUrl: '',
  reviewedAt: null,
  ...more,
})

const topic = (key: string) => ({ key, title: key, hint: '' })

const content = (services: ServiceSheet[], offices: OfficeSheet[] = [], topics = [topic('identita')]) =>
  contentFromRecords(
    { topics, services, offices, totems: [], lifeEvents: [], notices: [] },
    italian,
    'it',
    MONDAY_1042,
  )

it('leaves out topics that have nothing to read', () => {
  const shown = content([service({})], [], [topic('identita'), topic('vuoto')])
  expect(shown.topics.map(({ key }) => key)).toEqual(['identita'])
})

const many = (names: string, offices: OfficeSheet[]) => {
  const topics = names.split('').map(topic)
  const services = topics.map(({ key }) => service({ slug: key, topic: key }))
  const shown = content(services, offices, topics)
  return { home: shown.topics.map(({ key }) => key), more: shown.moreTopics.map(({ key }) => key) }
}

it('fits home: six topics, the offices last among them', () => {
  expect(many('abcde', [office({})])).toEqual({ home: ['a', 'b', 'c', 'd', 'e', OFFICES_TOPIC], more: [] })
  expect(many('abcdef', [])).toEqual({ home: ['a', 'b', 'c', 'd', 'e', 'f'], more: [] })
})

it('loses no topic of more than six: the last one leads to the others', () => {
  expect(many('abcdef', [office({})])).toEqual({
    home: ['a', 'b', 'c', 'd', OFFICES_TOPIC, MORE_TOPICS],
    more: ['e', 'f'],
  })
  expect(many('abcdefgh', [])).toEqual({
    home: ['a', 'b', 'c', 'd', 'e', MORE_TOPICS],
    more: ['f', 'g', 'h'],
  })
})

it('says when facts were checked, and that old ones are due', () => {
  const [fresh, old, never] = content([
    service({ reviewedAt: '2026-11-12' }),
    service({ slug: 'old', reviewedAt: '2022-05-05' }),
    service({ slug: 'never' }),
  ]).sheets
  expect(fresh).toMatchObject({ checkedAt: Date.parse('2026-11-12T12:00:00Z'), isOld: false })
  expect(old).toMatchObject({ checkedAt: Date.parse('2022-05-05T12:00:00Z'), isOld: true })
  expect(never).toMatchObject({ checkedAt: null, isOld: true })
})

it('names a source by its site, never by a long address', () => {
  const [sheet] = content([
    service({ sourceUrl: 'https://www.comune.modena.it/servizi/anagrafe/cie' }),
  ]).sheets
  expect(sheet?.source).toBe('www.comune.modena.it')
  expect(content([service({ sourceUrl: 'modenatoday.it (nov 2022)' })]).sheets[0]?.source).toBe(
    'modenatoday.it (nov 2022)',
  )
})

it('keeps a phone number and a price on one line', () => {
  const [sheet] = content([service({ howTo: 'Chiama lo 059 2032077.', cost: '22,21 €' })]).sheets
  expect(sheet?.how).toBe('Chiama lo 059\u00a02032077.')
  expect(sheet?.cost).toBe('22,21\u00a0€')
})

describe('says when a place opens next', () => {
  const rules = (more: Partial<Extract<Hours, { kind: 'rules' }>>): Hours => ({
    kind: 'rules',
    seasons: [
      { from: '01-01', to: '12-31', weekly: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '13:00' }] },
    ],
    exceptions: [],
    holidays: { kind: 'closed', local: [] },
    ...more,
  })
  /** As it stands there on Monday evening. */
  const said = (hours: Hours) => {
    const [card] = content([], [office({ hours })]).offices
    return card && openNow(card.opening, italian, 'it', Date.parse('2026-11-23T20:00:00+01:00')).text
  }

  it('within days', () => {
    expect(said(rules({}))).toBe('Chiuso ora · Apre domani alle 9')
  })

  it('past a closure of weeks, and the holidays at its end', () => {
    const closure = { from: '2026-11-24', to: '2026-12-31', reason: 'lavori', intervals: [] }
    expect(said(rules({ exceptions: [closure] }))).toBe('Chiuso ora · Apre il 4 gennaio alle 9')
  })

  it('past the other half of a year, for what is open in summer alone', () => {
    const summer = { from: '06-15', to: '09-15', weekly: [{ days: [1], opens: '09:00', closes: '13:00' }] }
    expect(said(rules({ seasons: [summer] }))).toBe('Chiuso ora · Apre il 21 giugno alle 9')
  })

  const DAYS = [1, 2, 3, 4, 5, 6, 7]
  const everyDay = (opens: string, closes: string) => [
    { from: '01-01', to: '12-31', weekly: [{ days: DAYS, opens, closes }] },
  ]

  it('or that it never closes, where every day has all its hours', () => {
    const holidays = { kind: 'open' as const }
    expect(said(rules({ seasons: everyDay('00:00', '24:00'), holidays }))).toBe('Sempre aperto')
  })

  it('or the day on which it closes after days without a break', () => {
    expect(said(rules({ seasons: everyDay('00:00', '24:00') }))).toBe(
      'Aperto ora · Chiude l’8 dicembre alle 0',
    )
  })

  it('or the hour past midnight at which it really closes', () => {
    const [season] = everyDay('00:00', '02:00')
    const night = [...(season?.weekly ?? []), { days: DAYS, opens: '19:00', closes: '24:00' }]
    expect(said(rules({ seasons: [{ from: '01-01', to: '12-31', weekly: night }] }))).toBe(
      'Aperto fino alle 2',
    )
  })

  it('or nothing, where it never does', () => {
    expect(said(rules({ seasons: [] }))).toBe('Chiuso ora')
  })
})

it('invents no hours', () => {
  expect(content([], [office({})]).offices[0]).toMatchObject({ hours: [], opening: { kind: 'unknown' } })
})
