import { registerHooks } from 'node:module'
import { createLocalReq } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { signIn, signOut } from '@/lib/identity/sign-in.ts'
import type { Role } from '@/lib/records/roles.ts'
import { makeTown, PASSWORD, type Town } from '@/lib/records/testing/town.ts'
import { PATCH } from './route.ts'

// The administration's own code brings its looks along.
registerHooks({
  load: (url, context, next) =>
    url.endsWith('.css') ? { format: 'module', source: '', shortCircuit: true } : next(url, context),
})
const { buildFormState } = await import('@payloadcms/ui/utilities/buildFormState')

/* What an administrator saves in a form that has been open for a while. */

let town: Town
let cookie: string
beforeAll(async () => {
  town = await makeTown('qui')
  cookie = await entered('administrator')
})

async function entered(role: Role): Promise<string> {
  const signedIn = await signIn({ email: town.emailOf(role), password: PASSWORD }, role)
  return signedIn?.cookie.split(';')[0] ?? ''
}

async function accountOf(role: Role) {
  const where = { email: { equals: town.emailOf(role) } }
  const { docs } = await town.payload.find({ collection: 'operators', where, depth: 0 })
  if (!docs[0]) throw new Error('no such account')
  return docs[0]
}

const bodyNow = () => town.payload.findByID({ collection: 'bodies', id: town.bodyId, depth: 0 })

type Form = { collectionSlug: 'operators' | 'bodies'; id: string; filled: Record<string, unknown> }

/** A record's form as an administrator opens it, with everything that it sends when it is saved. */
async function opened(collectionSlug: Form['collectionSlug'], data: { id: string }): Promise<Form> {
  const user = { ...(await accountOf('administrator')), collection: 'operators' as const }
  const built = await buildFormState({
    id: data.id,
    collectionSlug,
    data: { ...data },
    docPermissions: { fields: true, create: true, read: true, update: true },
    docPreferences: { fields: {} },
    operation: 'update',
    renderAllFields: true,
    schemaPath: collectionSlug,
    skipValidation: true,
    req: await createLocalReq({ user }, town.payload),
  })
  if (!('state' in built)) throw new Error('no form')
  return { collectionSlug, id: data.id, filled: reduceFieldsToValues(built.state, true) }
}

/** As the administration's page saves a form; answered with the record, or with why not. */
async function save({ collectionSlug, id, filled }: Form, changes: object): Promise<[number, Answer]> {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ ...filled, ...changes }))
  const request = new Request(`http://127.0.0.1:3000/content-api/${collectionSlug}/${id}?depth=0`, {
    method: 'PATCH',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    body: form,
  })
  const answer = await PATCH(request, { params: Promise.resolve({ slug: [collectionSlug, id] }) })
  return [answer.status, Answer.parse(await answer.json())]
}

const Answer = z.object({
  doc: z.looseObject({ id: z.string() }).optional(),
  errors: z.array(z.object({ message: z.string() })).optional(),
})
type Answer = z.infer<typeof Answer>

const refusal = [409, { errors: [{ message: expect.stringContaining('Ricarica la pagina') }] }]

it('opens no account that somebody else has closed since, and gives no role back', async () => {
  const form = await opened('operators', await accountOf('operator'))
  expect(form.filled).toMatchObject({ isActive: true, role: 'operator' })
  await town.payload.update({
    collection: 'operators',
    id: form.id,
    data: { isActive: false, role: 'editor' },
  })
  expect(await save(form, { displayName: 'Anna' })).toMatchObject(refusal)
  expect(await accountOf('operator')).toMatchObject({
    isActive: false,
    role: 'editor',
    displayName: 'operator',
  })
})

it('allows no listening that somebody else has forbidden since', async () => {
  const data = { listeningAllowed: true }
  await town.payload.update({ collection: 'bodies', id: town.bodyId, data })
  const form = await opened('bodies', await bodyNow())
  await town.payload.update({ collection: 'bodies', id: town.bodyId, data: { listeningAllowed: false } })
  expect(await save(form, { phone: '059 1' })).toMatchObject(refusal)
  expect(await bodyNow()).toMatchObject({ listeningAllowed: false, phone: '059 20312' })
})

it('of two that are saved at the same moment one is refused', async () => {
  const form = await opened('operators', await accountOf('technician'))
  const answers = await Promise.all([
    save(form, { isActive: false }),
    save(form, { displayName: 'Tea' }),
    save(form, { displayName: 'Teo' }),
  ])
  expect(answers.map(([status]) => status).toSorted((one, other) => one - other)).toEqual([200, 409, 409])
})

it('is saved twice, and while its account signs in and out', async () => {
  const form = await opened('operators', await accountOf('supervisor'))
  const session = await entered('supervisor')
  await signOut(new Headers({ cookie: session }))
  const [first, { doc }] = await save(form, { displayName: 'Sara' })
  expect([first, doc?.displayName]).toEqual([200, 'Sara'])
  if (!doc) throw new Error('not saved')
  const [second, again] = await save(await opened('operators', doc), { displayName: 'Sandra' })
  expect([second, again.doc?.displayName]).toEqual([200, 'Sandra'])
})
