import { openingAt } from '@/lib/content/hours.ts'
import { hoursInWords } from '@/lib/content/hours-in-words.ts'
import type { OfficeSheet } from '@/lib/content/offices.ts'
import { dayAt } from '@/lib/content/rome-time.ts'
import type { ServiceSheet } from '@/lib/content/services.ts'
import type { Topic } from '@/lib/content/topics.ts'
import type { Locale } from '@/lib/i18n/locale.ts'
import { OFFICES_TOPIC, type OfficeCard, type Sheet, type TotemContent } from './content.ts'
import { dateInWords } from './times.ts'
import type { Words } from './words.ts'

interface Records {
  topics: readonly Topic[]
  services: readonly ServiceSheet[]
  offices: readonly OfficeSheet[]
}

/** How many topics fit on home beside each other. */
const HOME_TILES = 6

/** What the totem reads out, made from the published records on the server: no rules and no records reach the page. */
export function contentFromRecords(
  { topics, services, offices }: Records,
  words: Words,
  locale: Locale,
  now: number,
): TotemContent {
  const sheets = services.map((service) => sheetFrom(service, locale, now))
  const filled = topics.filter(({ key }) => sheets.some(({ topic }) => topic === key))
  const officesTopic: Topic[] =
    offices.length === 0 ? [] : [{ key: OFFICES_TOPIC, title: words.offices.title, hint: words.offices.hint }]
  return {
    topics: [...filled.slice(0, HOME_TILES - officesTopic.length), ...officesTopic],
    sheets,
    offices: offices.map((office) => cardFrom(office, locale, now)),
  }
}

const DAY_MS = 24 * 3_600_000
/** Keeps "059 2032077" and "22,21 €" on one line. */
const whole = (text: string): string => text.replace(/(\d) (?=\d|€)/g, '$1\u00a0')

/** Facts of a public office rarely hold longer without a look. */
const REVIEW_EVERY_MS = 365 * DAY_MS

function sheetFrom(service: ServiceSheet, locale: Locale, now: number): Sheet {
  const reviewedMs = service.reviewedAt === null ? null : Date.parse(`${service.reviewedAt}T12:00:00Z`)
  return {
    slug: service.slug,
    title: service.title,
    summary: service.summary,
    topic: service.topic,
    who: whole(service.whoCanAsk),
    bring: service.whatToBring.map(whole),
    how: whole(service.howTo),
    cost: whole(service.cost),
    time: whole(service.time),
    where: whole(service.where),
    source: URL.canParse(service.sourceUrl) ? new URL(service.sourceUrl).hostname : service.sourceUrl,
    checkedOn: reviewedMs === null ? '' : dateInWords(reviewedMs, locale),
    isOld: reviewedMs === null || now - reviewedMs > REVIEW_EVERY_MS,
    callable: service.callable,
  }
}

/** Enough to say when it opens next, closures and holidays included. */
const DAYS_AHEAD = 14

function cardFrom({ name, address, phone, hours }: OfficeSheet, locale: Locale, now: number): OfficeCard {
  const blocks = hours.kind === 'rules' ? hoursInWords(hours, locale, dayAt(now)) : []
  return {
    name,
    address,
    phone,
    hours: blocks.flatMap(({ heading, lines }) =>
      heading === null ? lines : [`${heading}: ${lines.join('; ')}`],
    ),
    opening: openingAt(hours, now, now + DAYS_AHEAD * DAY_MS),
  }
}
