import { sql } from 'drizzle-orm'
import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type PayloadRequest,
} from 'payload'
import { GENERIC_SERVICE } from '../content/generic-service.ts'
import { settingsDocumentSchema, type WrittenSettings } from '../switchboard/shell/settings-document.ts'
import { idOf } from './access.ts'
import { enteredHardware } from './entered-hardware.ts'
import { closuresOf, hoursUnder } from './entered-hours.ts'
import { languageRule, overflowSteps, skillNeeds } from './entered-needs.ts'
import { WITHOUT_GENERIC } from './generic-service.ts'
import type { Body, Office, Operator, Service, Totem } from './payload-types.ts'
import { rulesOf } from './rule-fields.ts'
import { type Database, transactionOf } from './transaction-of.ts'

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
 * turns: each reads only after the other has committed, so neither loses the other's change. `updated_at`
 * is the document's version: never the same twice, whatever the clock does. A document that says the same
 * is left alone and wakes nobody.
 */
async function projectSettings(req: PayloadRequest, bodyId: string): Promise<void> {
  const database = await transactionOf(req.payload.db, req.transactionID)
  await database.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`settings ${bodyId}`}, 0))`)
  const settings = await readSettings(req, bodyId)
  await refuseUnreadable(settings, database)
  await refuseToLoseGeneric(settings, database)
  const document = JSON.stringify(settings)
  await database.execute(sql`
    with written as (
      insert into switchboard.settings as s (body_id, document, updated_at)
      values (${bodyId}, ${document}::jsonb, clock_timestamp())
      on conflict (body_id) do update set document = excluded.document,
        updated_at = greatest(excluded.updated_at, s.updated_at + interval '1 microsecond')
      where s.document is distinct from excluded.document
      returning body_id
    )
    select pg_notify(${CHANNEL}, body_id) from written`)
}

/**
 * [SW-400] A document that no board could be loaded with would stop every call of its body: what would write it is
 * refused as a whole, and the one before goes on counting. Fields refuse what people are likely to enter, in
 * words of their own; this is for all the rest.
 */
async function refuseUnreadable(settings: WrittenSettings, database: Database): Promise<void> {
  const parsed = settingsDocumentSchema.safeParse(settings)
  if (parsed.success) return
  const places = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))]
  await refuseAll(
    database,
    `Niente è stato salvato: il centralino non saprebbe leggere ${places.join(', ')}, e nessuno potrebbe chiamare.`,
  )
}

/**
 * [SW-408] What every totem's call key asks for would be unknown. Looked for in what comes out, since a service is
 * lost in many ways: another slug, a draft of one published later, an earlier version, deleted, no longer callable.
 */
async function refuseToLoseGeneric(settings: WrittenSettings, database: Database): Promise<void> {
  if (settings.services.some(({ slug }) => slug === GENERIC_SERVICE)) return
  const { rows } = await database.execute(sql`
    select from switchboard.settings where body_id = ${settings.bodyId}
      and document->'services' @> ${JSON.stringify([{ slug: GENERIC_SERVICE }])}::jsonb`)
  if (rows.length === 0) return
  await refuseAll(database, WITHOUT_GENERIC)
}

/** Where many records are changed at once Payload commits what came before an error, unless nothing can be. */
async function refuseAll(database: Database, message: string): Promise<never> {
  await database.execute(sql`do 'begin raise exception ''refused''; end'`).catch(() => {})
  throw new APIError(message, 400)
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
  const slugs = new Map(services.docs.map(({ id, slug }) => [id, slug]))
  const slugOf = (id: string) => slugs.get(id)
  return {
    bodyId,
    bodyName: body.name,
    phone: body.phone,
    ...(body.dataProtectionOfficer && { dataProtectionOfficer: body.dataProtectionOfficer }),
    isSample: body.isSample === true,
    listeningAllowed: body.listeningAllowed === true,
    rules: rulesOf(body.rules),
    overflow: overflowSteps(body.overflow, slugOf),
    offices: offices.docs.map(({ id, shortName }) => ({ id, name: shortName })),
    operators: operators.docs.map((operator) => operatorSettings(operator, officeById)),
    services: services.docs
      .filter(({ callable }) => callable)
      .map((service) => serviceSettings(service, officeById, body, slugOf)),
    totems: totems.docs.map((totem) => totemSettings(totem, body)),
    closures: closuresOf(body),
  }
}

function operatorSettings(operator: Operator, offices: ReadonlyMap<string, Office>) {
  return {
    id: operator.id,
    displayName: operator.displayName,
    officeName: (operator.office && offices.get(idOf(operator.office))?.shortName) || '',
    officeId: operator.office ? idOf(operator.office) : null,
    skills: operator.skills ?? [],
    skillLevels: Object.fromEntries(
      (operator.skillLevels ?? []).map(({ skill, level }) => [skill, Number(level)]),
    ),
    languages: operator.languages ?? [],
    isActive: operator.isActive === true,
  }
}

function serviceSettings(
  service: Service,
  offices: ReadonlyMap<string, Office>,
  body: Body,
  slugOf: (id: string) => string | undefined,
) {
  const office = service.office ? offices.get(idOf(service.office)) : undefined
  const hours = service.hoursSource === 'own' ? service.hours : office?.hours
  return {
    slug: service.slug,
    title: service.title,
    requiredSkills: service.requiredSkills ?? [],
    skillNeeds: skillNeeds(service),
    ...languageRule(service),
    ...(service.overflowSource === 'own' && { overflow: overflowSteps(service.overflow, slugOf) }),
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
    hasPrinter: totem.hasPrinter === true,
    hardware: enteredHardware(totem.hardware),
  }
}
