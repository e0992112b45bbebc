import type { Payload } from 'payload'
import type { Body } from './payload-types.ts'

/** The body that was set up first; null where none is. */
export async function findFirstBody(payload: Payload): Promise<Body | null> {
  const { docs } = await payload.find({ collection: 'bodies', sort: 'createdAt', limit: 1, depth: 0 })
  return docs[0] ?? null
}

/** The sample municipality of this database; null where it has not been loaded. */
export async function findSampleBody(payload: Payload): Promise<Body | null> {
  const { docs } = await payload.find({
    collection: 'bodies',
    where: { isSample: { equals: true } },
    sort: 'createdAt',
    limit: 1,
    depth: 0,
  })
  return docs[0] ?? null
}
