import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { GENERIC_SERVICE } from '../content/generic-service.ts'
import type { Office } from './payload-types.ts'

/** What a real installation begins with. */
export interface FirstBody {
  name: string
  /** As people dial it. */
  phone: string
  administrator: { email: string; displayName: string; password: string }
  /** The office that answers the calls. Its hours are entered in the administration. */
  office: { name: string; shortName: string; address: string }
  /** Null: none yet. */
  totem: { slug: string; name: string; address: string } | null
}

export interface SetUp {
  bodyId: string
  totemId: string | null
}

/**
 * Creates a body with its administrator, its office, the generic service and perhaps a totem, all or
 * nothing. Everything else is entered in the administration.
 * @throws ValidationError of Payload, for example for a password that is too short or a taken e-mail
 */
export async function setUpBody(payload: Payload, first: FirstBody): Promise<SetUp> {
  return inTransaction(payload, async (req) => {
    const body = await payload.create({
      collection: 'bodies',
      req,
      data: { name: first.name, phone: first.phone },
    })
    const office = await payload.create({
      collection: 'offices',
      req,
      data: { ...first.office, body: body.id, slug: 'urp', hours: { kind: 'unknown' } },
    })
    await payload.create({
      collection: 'operators',
      req,
      data: {
        ...first.administrator,
        body: body.id,
        office: office.id,
        role: 'administrator',
        isActive: true,
      },
    })
    await createGenericService(payload, req, body.id, office)
    const totem =
      first.totem &&
      (await payload.create({
        collection: 'totems',
        req,
        data: {
          ...first.totem,
          body: body.id,
          office: office.id,
          inService: true,
          hours: { kind: 'unknown' },
        },
      }))
    return { bodyId: body.id, totemId: totem?.id ?? null }
  })
}

/** The totem with this slug; null: none. */
export async function findTotem(
  payload: Payload,
  slug: string,
): Promise<{ id: string; name: string } | null> {
  const { docs } = await payload.find({
    collection: 'totems',
    where: { slug: { equals: slug } },
    limit: 1,
    depth: 0,
  })
  return docs[0] ?? null
}

async function createGenericService(
  payload: Payload,
  req: PayloadRequest,
  body: string,
  office: Office,
): Promise<void> {
  const { id } = await payload.create({
    collection: 'services',
    req,
    locale: 'it',
    data: {
      body,
      office: office.id,
      slug: GENERIC_SERVICE,
      title: 'Informazioni e orientamento',
      order: 0,
      callable: true,
      hoursSource: 'office',
      _status: 'published',
    },
  })
  await payload.update({
    collection: 'services',
    id,
    req,
    locale: 'en',
    data: { title: 'Information and guidance', _status: 'published' },
  })
}

async function inTransaction<T>(payload: Payload, work: (req: PayloadRequest) => Promise<T>): Promise<T> {
  const transactionID = await payload.db.beginTransaction()
  if (transactionID === null) throw new Error('the registers cannot begin a transaction')
  const req = await createLocalReq({}, payload)
  req.transactionID = transactionID
  try {
    const result = await work(req)
    await payload.db.commitTransaction(transactionID)
    return result
  } catch (error) {
    await payload.db.rollbackTransaction(transactionID)
    throw error
  }
}
