import type { CollectionSlug, Payload } from 'payload'
import { findSampleBody } from '../find-body.ts'
import type { Body } from '../payload-types.ts'
import { SAMPLE_ACCOUNTS, SAMPLE_BODY, SAMPLE_TOPICS, SAMPLE_TOTEMS } from './body.ts'
import { SAMPLE_FORMS } from './forms.ts'
import { SAMPLE_LIFE_EVENTS } from './life-events.ts'
import { SAMPLE_NOTICES } from './notices.ts'
import { SAMPLE_OFFICES } from './offices.ts'
import { SAMPLE_SERVICES } from './services/all.ts'
import type {
  FormText,
  SampleAccount,
  SampleForm,
  SampleLifeEvent,
  SampleNotice,
  SampleService,
  SheetText,
} from './shapes.ts'

/**
 * Creates what is missing of the sample municipality and changes nothing that is there.
 * @param password for accounts that are created now
 * @returns how many records were created
 */
export async function loadSample(payload: Payload, password: string): Promise<number> {
  const before = await findSampleBody(payload)
  const body = before ?? (await createBody(payload))
  let created = before ? 0 : 1
  const add = async (
    collection: CollectionSlug,
    key: 'slug' | 'email',
    value: string,
    create: () => Promise<void>,
  ) => {
    if (await exists(payload, collection, body, key, value)) return
    await create()
    created += 1
  }
  const newServices = new Set<string>()
  for (const office of SAMPLE_OFFICES) {
    await add('offices', 'slug', office.slug, () => createOffice(payload, body, office))
  }
  for (const [index, topic] of SAMPLE_TOPICS.entries()) {
    await add('topics', 'slug', topic.slug, async () => {
      const { id } = await payload.create({
        collection: 'topics',
        data: {
          body: body.id,
          slug: topic.slug,
          title: topic.title.it,
          hint: topic.hint.it,
          order: index * 10,
        },
      })
      await payload.update({
        collection: 'topics',
        id,
        locale: 'en',
        data: { title: topic.title.en, hint: topic.hint.en },
      })
    })
  }
  for (const [index, service] of SAMPLE_SERVICES.entries()) {
    await add('services', 'slug', service.slug, async () => {
      await createService(payload, body, service, index * 10)
      newServices.add(service.slug)
    })
  }
  // Services that are created now; those that were there keep what they have, as everything does.
  for (const { slug, related = [] } of SAMPLE_SERVICES.filter((service) => newServices.has(service.slug))) {
    await payload.update({
      collection: 'services',
      id: await idOfSlug(payload, 'services', body, slug),
      data: { related: await idsOfServices(payload, body, related), _status: 'published' },
    })
  }
  for (const [index, event] of SAMPLE_LIFE_EVENTS.entries()) {
    await add('life-events', 'slug', event.slug, () => createLifeEvent(payload, body, event, index * 10))
  }
  for (const notice of SAMPLE_NOTICES) {
    await add('notices', 'slug', notice.slug, () => createNotice(payload, body, notice))
  }
  for (const form of SAMPLE_FORMS) {
    await add('forms', 'slug', form.slug, () => createForm(payload, body, form))
  }
  for (const totem of SAMPLE_TOTEMS) {
    await add('totems', 'slug', totem.slug, () => createTotem(payload, body, totem))
  }
  for (const account of SAMPLE_ACCOUNTS) {
    await add('operators', 'email', account.email, () => createAccount(payload, body, account, password))
  }
  return created
}

/** Gives every sample account this password: the file that held the old one is gone. */
export async function resetSamplePasswords(payload: Payload, password: string): Promise<void> {
  const body = await findSampleBody(payload)
  if (!body) return
  for (const { email } of SAMPLE_ACCOUNTS) {
    await payload.update({
      collection: 'operators',
      where: { and: [{ body: { equals: body.id } }, { email: { equals: email } }] },
      data: { password },
    })
  }
}

const createBody = (payload: Payload): Promise<Body> =>
  payload.create({
    collection: 'bodies',
    data: { ...SAMPLE_BODY, isSample: true },
  })

async function createOffice(
  payload: Payload,
  body: Body,
  office: (typeof SAMPLE_OFFICES)[number],
): Promise<void> {
  const { name, notes, source, reviewedAt, ...same } = office
  const { id } = await payload.create({
    collection: 'offices',
    data: {
      ...same,
      body: body.id,
      name: name.it,
      notes: notes?.it ?? null,
      sourceUrl: source,
      reviewedAt: reviewedAt ?? null,
    },
  })
  await payload.update({
    collection: 'offices',
    id,
    locale: 'en',
    data: { name: name.en, notes: notes?.en ?? null },
  })
}

async function createService(
  payload: Payload,
  body: Body,
  service: SampleService,
  order: number,
): Promise<void> {
  const { id } = await payload.create({
    collection: 'services',
    data: {
      ...sheet(service.it),
      _status: 'published',
      body: body.id,
      slug: service.slug,
      topic: service.topic ? await idOfSlug(payload, 'topics', body, service.topic) : null,
      office: await idOfSlug(payload, 'offices', body, service.office),
      order,
      callable: true,
      requiredSkills: [...(service.requiredSkills ?? [])],
      hoursSource: 'own',
      // The totem keeps the hours in the sample; one of them is always open and says so.
      hours: { kind: 'always' },
      sourceUrl: service.source,
      reviewedAt: service.reviewedAt ?? null,
    },
  })
  await payload.update({
    collection: 'services',
    id,
    locale: 'en',
    data: { ...sheet(service.en), _status: 'published' },
  })
}

async function createForm(payload: Payload, body: Body, form: SampleForm): Promise<void> {
  const { slug, service, source } = form
  const { id } = await payload.create({
    collection: 'forms',
    data: {
      ...formText(form.it),
      _status: 'published',
      body: body.id,
      slug,
      service: await idOfSlug(payload, 'services', body, service),
      sourceUrl: source,
    },
  })
  await payload.update({
    collection: 'forms',
    id,
    locale: 'en',
    data: { ...formText(form.en), _status: 'published' },
  })
}

async function createLifeEvent(
  payload: Payload,
  body: Body,
  { slug, title, hint, intro, services }: SampleLifeEvent,
  order: number,
): Promise<void> {
  const { id } = await payload.create({
    collection: 'life-events',
    data: {
      body: body.id,
      slug,
      title: title.it,
      hint: hint.it,
      intro: intro.it,
      services: await idsOfServices(payload, body, services),
      order,
    },
  })
  await payload.update({
    collection: 'life-events',
    id,
    locale: 'en',
    data: { title: title.en, hint: hint.en, intro: intro.en },
  })
}

async function createNotice(
  payload: Payload,
  body: Body,
  { slug, title, text, isImportant, from, until, source, reviewedAt }: SampleNotice,
): Promise<void> {
  const { id } = await payload.create({
    collection: 'notices',
    data: {
      _status: 'published',
      body: body.id,
      slug,
      title: title.it,
      text: text.it,
      isImportant: isImportant === true,
      from,
      until: until ?? null,
      sourceUrl: source,
      reviewedAt: reviewedAt ?? null,
    },
  })
  await payload.update({
    collection: 'notices',
    id,
    locale: 'en',
    data: { title: title.en, text: text.en, _status: 'published' },
  })
}

async function createTotem(
  payload: Payload,
  body: Body,
  totem: (typeof SAMPLE_TOTEMS)[number],
): Promise<void> {
  const { notes, ...same } = totem
  const { id } = await payload.create({
    collection: 'totems',
    data: { ...same, body: body.id, inService: true, placeNotes: notes.it },
  })
  await payload.update({ collection: 'totems', id, locale: 'en', data: { placeNotes: notes.en } })
}

async function createAccount(
  payload: Payload,
  body: Body,
  account: SampleAccount,
  password: string,
): Promise<void> {
  await payload.create({
    collection: 'operators',
    data: {
      body: body.id,
      email: account.email,
      password,
      role: account.role,
      displayName: account.displayName,
      isActive: true,
      office: await idOfSlug(payload, 'offices', body, 'urp'),
      skills: [...(account.skills ?? [])],
      languages: [...(account.languages ?? ['it'])],
    },
  })
}

const sheet = ({ whatToBring, ...texts }: SheetText) => ({
  ...texts,
  whatToBring: whatToBring.map((item) => ({ item })),
})

const formText = ({ entries, ...texts }: FormText) => ({ ...texts, entries: [...entries] })

async function exists(
  payload: Payload,
  collection: CollectionSlug,
  body: Body,
  key: 'slug' | 'email',
  value: string,
): Promise<boolean> {
  const where = { and: [{ body: { equals: body.id } }, { [key]: { equals: value } }] }
  return (await payload.count({ collection, where })).totalDocs > 0
}

async function idsOfServices(payload: Payload, body: Body, slugs: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const slug of slugs) ids.push(await idOfSlug(payload, 'services', body, slug))
  return ids
}

async function idOfSlug(
  payload: Payload,
  collection: 'offices' | 'services' | 'topics',
  body: Body,
  slug: string,
): Promise<string> {
  const { docs } = await payload.find({
    collection,
    where: { and: [{ body: { equals: body.id } }, { slug: { equals: slug } }] },
    limit: 1,
    depth: 0,
  })
  const found = docs[0]
  if (!found) throw new Error(`the sample names an unknown record of ${collection}: ${slug}`)
  return found.id
}
