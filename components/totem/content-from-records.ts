import { type Hours, openingAt } from '@/lib/content/hours.ts'
import { hourLines } from '@/lib/content/hours-in-words.ts'
import type { LifeEvent } from '@/lib/content/life-events.ts'
import type { Notice } from '@/lib/content/notices.ts'
import type { OfficeSheet } from '@/lib/content/offices.ts'
import { dayAt } from '@/lib/content/rome-time.ts'
import type { ServiceSheet } from '@/lib/content/services.ts'
import type { Topic } from '@/lib/content/topics.ts'
import type { TotemSheet } from '@/lib/content/totems.ts'
import type { FullLocale } from '@/lib/i18n/locale.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import { closesAt, opensAt } from '@/lib/switchboard/opening.ts'
import type { Opening } from '@/lib/switchboard/settings.ts'
import {
  MORE_TOPICS,
  type NoticeCard,
  OFFICES_TOPIC,
  type OfficeCard,
  type Sheet,
  type TotemCard,
  type TotemContent,
} from './content.ts'
import type { Words } from './words.ts'

interface Records {
  topics: readonly Topic[]
  services: readonly ServiceSheet[]
  offices: readonly OfficeSheet[]
  totems: readonly TotemSheet[]
  lifeEvents: readonly LifeEvent[]
  notices: readonly Notice[]
}

/** How many topics fit on home beside each other. */
const HOME_TILES = 6

/** What the totem reads out, made from the published records on the server: no rules and no records reach the page. */
export function contentFromRecords(
  { topics, services, offices, totems, lifeEvents, notices }: Records,
  words: Words,
  locale: FullLocale,
  now: number,
): TotemContent {
  const sheets = services.map((service) => sheetFrom(service, now))
  const filled = topics.filter(({ key }) => sheets.some(({ topic }) => topic === key))
  const officesTopic: Topic[] =
    offices.length === 0 ? [] : [{ key: OFFICES_TOPIC, title: words.offices.title, hint: words.offices.hint }]
  const more: Topic[] =
    filled.length + officesTopic.length > HOME_TILES
      ? [{ key: MORE_TOPICS, title: words.topic.more, hint: '' }]
      : []
  const room = HOME_TILES - officesTopic.length - more.length
  return {
    topics: [...filled.slice(0, room), ...officesTopic, ...more],
    moreTopics: filled.slice(room),
    sheets,
    offices: offices.map((office) => cardFrom(office, locale, now)),
    totems: totems.map((totem) => totemFrom(totem, locale, now)),
    lifeEvents: lifeEvents
      .filter((event) => event.services.length > 0 || event.intro !== '')
      .map(({ services: slugs, intro, ...event }) => ({ ...event, intro: whole(intro), sheets: slugs })),
    notices: notices.map(noticeFrom),
  }
}

const DAY_MS = 24 * 3_600_000
/** Keeps "059 2032077" and "22,21 €" on one line. */
const whole = (text: string): string => text.replace(/(\d) (?=\d|€)/g, '$1\u00a0')

/** Facts of a public office rarely hold longer without a look. */
const REVIEW_EVERY_MS = 365 * DAY_MS

/** Within the day (`YYYY-MM-DD`) wherever in Italy it is looked at. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`)

function sheetFrom(service: ServiceSheet, now: number): Sheet {
  const reviewedMs = service.reviewedAt === null ? null : noonOf(service.reviewedAt)
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
    checkedAt: reviewedMs,
    isOld: reviewedMs === null || now - reviewedMs > REVIEW_EVERY_MS,
    callable: service.callable,
    office: service.office,
    related: service.related,
  }
}

/** Enough for a totem that has lost its network. */
const DAYS_AHEAD = 14
/** Past any season. */
const FARTHEST_DAYS = 400

function cardFrom(
  { slug, name, address, phone, email, notes, hours }: OfficeSheet,
  locale: FullLocale,
  now: number,
): OfficeCard {
  return {
    slug,
    name,
    address,
    phone: whole(phone),
    email,
    notes: whole(notes),
    hours: listed(hours, locale, now),
    opening: openingFor(hours, now),
  }
}

function totemFrom({ hours, ...totem }: TotemSheet, locale: FullLocale, now: number): TotemCard {
  return { ...totem, hours: listed(hours, locale, now), opening: openingFor(hours, now) }
}

function noticeFrom({ slug, title, text, isImportant, from, until }: Notice): NoticeCard {
  return {
    slug,
    title,
    text: whole(text),
    isImportant,
    from: noonOf(from),
    until: until === null ? null : noonOf(until),
  }
}

/**
 * As far ahead as it takes to say when it opens next: a summer's closure is longer than what is read ahead. What never
 * closes in all that time is always open.
 */
function openingFor(hours: Hours, now: number, days = DAYS_AHEAD): Opening {
  const until = now + days * DAY_MS
  const opening = openingAt(hours, now, until)
  if (opening.kind !== 'hours' || opensAt(opening, epochMs(now)) !== null) return opening
  if (days <= FARTHEST_DAYS) return openingFor(hours, now, 2 * days)
  return (closesAt(opening, epochMs(now)) ?? now) < until ? opening : { kind: 'always' }
}

/** Unknown and endless hours are said by the state beside them. */
const listed = (hours: Hours, locale: FullLocale, now: number): string[] =>
  hours.kind === 'rules' ? hourLines(hours, locale, dayAt(now)) : []
