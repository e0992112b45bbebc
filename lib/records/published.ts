import type { CollectionSlug, DataFromCollectionSlug, Where } from 'payload'
import type { Body, Form, LifeEvent, Notice, Office, Service, Topic, Totem } from './payload-types.ts'
import { registers } from './registers.ts'

type Locale = 'it' | 'en'

/** All records of a collection that belong to a body; of those with drafts, the published ones. */
async function ofBody<Slug extends CollectionSlug>(
  collection: Slug,
  bodyId: string,
  locale: Locale,
  { sort, isDrafted = false }: { sort: string; isDrafted?: boolean },
): Promise<DataFromCollectionSlug<Slug>[]> {
  const payload = await registers()
  const body: Where = { body: { equals: bodyId } }
  const { docs } = await payload.find({
    collection,
    where: isDrafted ? { and: [body, PUBLISHED] } : body,
    sort: [sort, 'slug'],
    locale,
    depth: 0,
    pagination: false,
  })
  return docs
}

const PUBLISHED: Where = { _status: { equals: 'published' } }

/** The published services of a body, in the order of the totem. */
export const publishedServices = (bodyId: string, locale: Locale): Promise<Service[]> =>
  ofBody('services', bodyId, locale, { sort: 'order', isDrafted: true })

/** The offices of a body. */
export const allOffices = (bodyId: string, locale: Locale): Promise<Office[]> =>
  ofBody('offices', bodyId, locale, { sort: 'shortName' })

/** The topics of a body, in the order of the totem. */
export const allTopics = (bodyId: string, locale: Locale): Promise<Topic[]> =>
  ofBody('topics', bodyId, locale, { sort: 'order' })

/** The life events of a body, in the order of the totem. */
export const allLifeEvents = (bodyId: string, locale: Locale): Promise<LifeEvent[]> =>
  ofBody('life-events', bodyId, locale, { sort: 'order' })

/** The published notices of a body, the newest first. */
export const publishedNotices = (bodyId: string, locale: Locale): Promise<Notice[]> =>
  ofBody('notices', bodyId, locale, { sort: '-from', isDrafted: true })

/** The published forms of a body, by title. */
export const publishedForms = (bodyId: string, locale: Locale): Promise<Form[]> =>
  ofBody('forms', bodyId, locale, { sort: 'title', isDrafted: true })

/** The totems of a body by name, those that are out of service too. */
export const allTotems = (bodyId: string, locale: Locale = 'it'): Promise<Totem[]> =>
  ofBody('totems', bodyId, locale, { sort: 'name' })

/** The body itself. @throws NotFound of Payload */
export async function theBody(bodyId: string): Promise<Body> {
  const payload = await registers()
  return payload.findByID({ collection: 'bodies', id: bodyId, depth: 0 })
}

/** One published service by slug; null: none (any more). */
export const publishedService = (bodyId: string, slug: string, locale: Locale): Promise<Service | null> =>
  publishedAs('services', bodyId, slug, locale)

/** The same of a form. */
export const publishedForm = (bodyId: string, slug: string, locale: Locale): Promise<Form | null> =>
  publishedAs('forms', bodyId, slug, locale)

async function publishedAs<Slug extends 'services' | 'forms'>(
  collection: Slug,
  bodyId: string,
  slug: string,
  locale: Locale,
): Promise<DataFromCollectionSlug<Slug> | null> {
  const payload = await registers()
  const { docs } = await payload.find({
    collection,
    where: { and: [{ body: { equals: bodyId } }, { slug: { equals: slug } }, PUBLISHED] },
    locale,
    depth: 0,
    limit: 1,
  })
  return docs[0] ?? null
}
