import { idOf } from '../records/access.ts'
import { allLifeEvents, publishedServices } from '../records/published.ts'

/** Something that happens to people and the services that it asks for, in one language. */
export interface LifeEvent {
  slug: string
  title: string
  /** A few words on what is inside; empty where nobody wrote any. */
  hint: string
  /** The first step and the deadlines; may be empty. */
  intro: string
  /** The slugs of its published services, in the order in which they are needed. */
  services: readonly string[]
}

/** The life events of a body in the order of the totem; one whose services are all unpublished is still read. */
export async function readLifeEvents(bodyId: string, locale: 'it' | 'en'): Promise<LifeEvent[]> {
  const [events, services] = await Promise.all([
    allLifeEvents(bodyId, locale),
    publishedServices(bodyId, locale),
  ])
  const slugById = new Map(services.map(({ id, slug }) => [id, slug]))
  return events.map((event) => ({
    slug: event.slug,
    title: event.title,
    hint: event.hint ?? '',
    intro: event.intro ?? '',
    services: (event.services ?? []).flatMap((service) => slugById.get(idOf(service)) ?? []),
  }))
}
