import type { Body, Office, Service, Topic } from './payload-types.ts'
import { registers } from './registers.ts'

/** The published services of a body, in the order of the totem. */
export async function publishedServices(bodyId: string, locale: 'it' | 'en'): Promise<Service[]> {
  const payload = await registers()
  const { docs } = await payload.find({
    collection: 'services',
    where: { and: [{ body: { equals: bodyId } }, { _status: { equals: 'published' } }] },
    sort: ['order', 'slug'],
    locale,
    depth: 0,
    pagination: false,
  })
  return docs
}

/** The offices of a body. */
export async function allOffices(bodyId: string, locale: 'it' | 'en'): Promise<Office[]> {
  const payload = await registers()
  const { docs } = await payload.find({
    collection: 'offices',
    where: { body: { equals: bodyId } },
    sort: ['shortName', 'slug'],
    locale,
    depth: 0,
    pagination: false,
  })
  return docs
}

/** The topics of a body, in the order of the totem. */
export async function allTopics(bodyId: string, locale: 'it' | 'en'): Promise<Topic[]> {
  const payload = await registers()
  const { docs } = await payload.find({
    collection: 'topics',
    where: { body: { equals: bodyId } },
    sort: ['order', 'slug'],
    locale,
    depth: 0,
    pagination: false,
  })
  return docs
}

/** The body itself. @throws NotFound of Payload */
export async function theBody(bodyId: string): Promise<Body> {
  const payload = await registers()
  return payload.findByID({ collection: 'bodies', id: bodyId, depth: 0 })
}
