import { sql } from 'drizzle-orm'
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, Payload, PayloadRequest } from 'payload'
import type { Rules } from '../switchboard/settings.ts'
import type { WrittenSettings } from '../switchboard/shell/settings-document.ts'
import { idOf } from './access.ts'
import { closuresOf, hoursUnder } from './entered-hours.ts'
import type { Body, Office, Operator, Service, Totem } from './payload-types.ts'

/** The channel on which instances learn that a body's settings changed; the message is its id. */
const CHANNEL = 'switchboard_settings'

/** Writes the settings document of a record's body in the transaction that publishes the record. */
export const projectChange: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  await projectSettings(req, collection.slug === 'bodies' ? doc.id : idOf(doc.body))
  return doc
}

/** The same when a record is deleted. */
export const projectDelete: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await projectSettings(req, idOf(doc.body))
  return doc
}

/**
 * Brings `switchboard.settings` of one body up to date with its registers. Two publishes at once take
 * turns: each reads only after the other has committed, so neither loses the other's change. A
 * document that says the same is left alone and wakes nobody.
 */
async function projectSettings(req: PayloadRequest, bodyId: string): Promise<void> {
  const database = await transactionOf(req)
  await database.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`settings ${bodyId}`}, 0))`)
  const document = JSON.stringify(await readSettings(req, bodyId))
  await database.execute(sql`
    with written as (
      insert into switchboard.settings as s (body_id, document, updated_at)
      values (${bodyId}, ${document}::jsonb, now())
      on conflict (body_id) do update set document = excluded.document, updated_at = now()
      where s.document is distinct from excluded.document
      returning body_id
    )
    select pg_notify(${CHANNEL}, body_id) from written`)
}

/** The settings document as the registers stand for this request: published records only. */
async function readSettings(req: PayloadRequest, bodyId: string): Promise<WrittenSettings> {
  const inBody = {
    where: { body: { equals: bodyId } },
    req,
    pagination: false,
    depth: 0,
    sort: 'id',
  } as const
  const body = await req.payload.findByID({ collection: 'bodies', id: bodyId, req, depth: 0 })
  const offices = await req.payload.find({ collection: 'offices', ...inBody })
  const services = await req.payload.find({
    collection: 'services',
    ...inBody,
    locale: 'it',
    where: { and: [inBody.where, { _status: { equals: 'published' } }] },
  })
  const totems = await req.payload.find({ collection: 'totems', ...inBody })
  const operators = await req.payload.find({
    collection: 'operators',
    ...inBody,
    where: { and: [inBody.where, { role: { equals: 'operator' } }] },
  })
  const officeById = new Map(offices.docs.map((office) => [office.id, office]))
  return {
    bodyId,
    bodyName: body.name,
    phone: body.phone,
    isSample: body.isSample === true,
    listeningAllowed: body.listeningAllowed === true,
    rules: rulesOf(body),
    operators: operators.docs.map((operator) => operatorSettings(operator, officeById)),
    services: services.docs
      .filter(({ callable }) => callable)
      .map((service) => serviceSettings(service, officeById, body)),
    totems: totems.docs.map((totem) => totemSettings(totem, body)),
    closures: closuresOf(body),
  }
}

function rulesOf({ rules }: Body) {
  return {
    ringMs: rules.ringSeconds * 1000,
    wrapUpMs: rules.wrapUpSeconds * 1000,
    maxWaitMs: rules.maxWaitSeconds * 1000,
    queueLimit: rules.queueLimit,
  } satisfies Partial<Rules>
}

function operatorSettings(operator: Operator, offices: ReadonlyMap<string, Office>) {
  return {
    id: operator.id,
    displayName: operator.displayName,
    officeName: (operator.office && offices.get(idOf(operator.office))?.shortName) || '',
    skills: operator.skills ?? [],
    languages: operator.languages ?? [],
    isActive: operator.isActive === true,
  }
}

function serviceSettings(service: Service, offices: ReadonlyMap<string, Office>, body: Body) {
  const office = service.office ? offices.get(idOf(service.office)) : undefined
  const hours = service.hoursSource === 'own' ? service.hours : office?.hours
  return {
    slug: service.slug,
    title: service.title,
    requiredSkills: service.requiredSkills ?? [],
    hours: hoursUnder(body, { hours, ignoresClosures: office?.ignoresClosures }),
    ignoresClosures: office?.ignoresClosures === true,
  }
}

function totemSettings(totem: Totem, body: Body) {
  return {
    id: totem.id,
    slug: totem.slug,
    name: totem.name,
    address: totem.address ?? '',
    nearby: (totem.nearby ?? []).map(idOf),
    hours: hoursUnder(body, totem),
    inService: totem.inService === true,
  }
}

type Database = Pick<Payload['db']['drizzle'], 'execute'>

/** The database as this request's transaction sees it. */
async function transactionOf(req: PayloadRequest): Promise<Database> {
  const id = await req.transactionID
  const transaction = id === undefined ? undefined : req.payload.db.sessions?.[id]?.db
  if (!isDatabase(transaction)) throw new Error('a register changed outside of a transaction')
  return transaction
}

/** Payload keeps its transactions untyped. */
const isDatabase = (value: unknown): value is Database =>
  typeof value === 'object' && value !== null && 'execute' in value && typeof value.execute === 'function'
