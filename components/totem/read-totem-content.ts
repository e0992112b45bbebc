import { readLifeEvents } from '@/lib/content/life-events.ts'
import { readNotices } from '@/lib/content/notices.ts'
import { readOffices } from '@/lib/content/offices.ts'
import { readServices } from '@/lib/content/services.ts'
import { readTopics } from '@/lib/content/topics.ts'
import { readTotems } from '@/lib/content/totems.ts'
import type { FullLocale } from '@/lib/i18n/locale.ts'
import english from '@/messages/en/totem.json'
import italian from '@/messages/it/totem.json'
import type { TotemContent } from './content.ts'
import { contentFromRecords } from './content-from-records.ts'

/** What the totems of a body can read out at an instant, in every language. Server only. */
export async function readTotemContent(
  bodyId: string,
  now: number,
): Promise<Record<FullLocale, TotemContent>> {
  const [it, en] = await Promise.all([readIn('it', bodyId, now), readIn('en', bodyId, now)])
  return { it, en }
}

async function readIn(locale: FullLocale, bodyId: string, now: number): Promise<TotemContent> {
  const [topics, services, offices, totems, lifeEvents, notices] = await Promise.all([
    readTopics(bodyId, locale),
    readServices(bodyId, locale),
    readOffices(bodyId, locale),
    readTotems(bodyId, locale),
    readLifeEvents(bodyId, locale),
    readNotices(bodyId, locale, now),
  ])
  const records = { topics, services, offices, totems, lifeEvents, notices }
  return contentFromRecords(records, locale === 'it' ? italian : english, locale, now)
}
