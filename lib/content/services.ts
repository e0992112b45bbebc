import { idOf } from '../records/access.ts'
import { allOffices, allTopics, publishedServices } from '../records/published.ts'
import { dayAt } from './rome-time.ts'

/** One service, in one language, as the totem and the desk read it out. Texts that nobody wrote are empty. */
export interface ServiceSheet {
  slug: string
  title: string
  summary: string
  /** The key of the topic it is listed under; empty: none. */
  topic: string
  whoCanAsk: string
  whatToBring: readonly string[]
  howTo: string
  cost: string
  time: string
  where: string
  /** Where the facts come from: an address or the name of a source. */
  sourceUrl: string
  /** `YYYY-MM-DD`; null: never reviewed. */
  reviewedAt: string | null
  /** Visitors may call about this very service. */
  callable: boolean
  /** The slug of the office that does it; empty: none. */
  office: string
  /** The slugs of other published services to see with it. */
  related: readonly string[]
}

/** The published services of a body in the order of the totem. A text that is not translated is in Italian. */
export async function readServices(bodyId: string, locale: 'it' | 'en'): Promise<ServiceSheet[]> {
  const [services, topics, offices] = await Promise.all([
    publishedServices(bodyId, locale),
    allTopics(bodyId, locale),
    allOffices(bodyId, locale),
  ])
  const officeById = new Map(offices.map(({ id, slug }) => [id, slug]))
  const slugById = new Map(services.map(({ id, slug }) => [id, slug]))
  const keyById = new Map(topics.map(({ id, slug }) => [id, slug]))
  return services.map((service) => ({
    slug: service.slug,
    title: service.title,
    summary: service.summary ?? '',
    topic: (service.topic && keyById.get(idOf(service.topic))) || '',
    whoCanAsk: service.whoCanAsk ?? '',
    whatToBring: (service.whatToBring ?? []).map(({ item }) => item),
    howTo: service.howTo ?? '',
    cost: service.cost ?? '',
    time: service.time ?? '',
    where: service.where ?? '',
    sourceUrl: service.sourceUrl ?? '',
    reviewedAt: service.reviewedAt ? dayAt(Date.parse(service.reviewedAt)) : null,
    callable: service.callable === true,
    office: (service.office && officeById.get(idOf(service.office))) || '',
    related: (service.related ?? []).flatMap((related) => slugById.get(idOf(related)) ?? []),
  }))
}
