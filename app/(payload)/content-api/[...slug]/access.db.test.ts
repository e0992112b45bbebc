import { beforeAll, describe, expect, it } from 'vitest'
import { MAX_BODY_BYTES } from '@/lib/http/parse-input.ts'
import { signIn } from '@/lib/identity/sign-in.ts'
import { ROLES, type Role } from '@/lib/records/roles.ts'
import { makeTown, PASSWORD, type Town } from '@/lib/records/testing/town.ts'
import * as route from './route.ts'

const { DELETE, GET, PATCH, POST } = route

/** The whole matrix goes through the route that browsers use, with the cookie that they have. */
const COLLECTIONS = [
  'bodies',
  'offices',
  'topics',
  'life-events',
  'notices',
  'services',
  'forms',
  'totems',
  'operators',
] as const
type Collection = (typeof COLLECTIONS)[number]
const OPERATIONS = ['read', 'create', 'update', 'delete'] as const
type Operation = (typeof OPERATIONS)[number]

const EVERYONE = ROLES
const CONTENT: Record<Operation, readonly Role[]> = {
  read: EVERYONE,
  create: ['editor', 'administrator'],
  update: ['editor', 'administrator'],
  delete: ['editor', 'administrator'],
}
const ALLOWED: Record<Collection, Record<Operation, readonly Role[]>> = {
  bodies: { read: EVERYONE, create: [], update: ['administrator'], delete: [] },
  offices: CONTENT,
  topics: CONTENT,
  'life-events': CONTENT,
  notices: CONTENT,
  services: CONTENT,
  forms: CONTENT,
  totems: {
    read: EVERYONE,
    create: ['technician', 'administrator'],
    update: ['technician', 'administrator'],
    delete: ['technician', 'administrator'],
  },
  // Of another person's account; one's own is below.
  operators: {
    read: ['supervisor', 'administrator'],
    create: ['administrator'],
    update: ['administrator'],
    delete: ['administrator'],
  },
}

let here: Town
let elsewhere: Town
const cookies = new Map<Role, string>()
let cookieElsewhere: string

async function cookieOf(town: Town, role: Role): Promise<string> {
  const credentials = { email: town.emailOf(role), password: PASSWORD }
  const signedIn = await signIn(credentials, 'somewhere')
  if (!signedIn) throw new Error('not signed in')
  return signedIn.cookie.split(';')[0] ?? ''
}

beforeAll(async () => {
  here = await makeTown('qui')
  elsewhere = await makeTown('altrove')
  for (const role of ROLES) cookies.set(role, await cookieOf(here, role))
  cookieElsewhere = await cookieOf(elsewhere, 'administrator')
})

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
const HANDLERS = { GET, POST, PATCH, DELETE }

const ask = (method: Method, path: string, as: Role | null, body?: object) =>
  askWith(as && (cookies.get(as) ?? null), method, path, body)

async function askWith(cookie: string | null, method: Method, path: string, body?: object) {
  const headers = new Headers({ host: '127.0.0.1:3000', 'sec-fetch-site': 'same-origin' })
  if (cookie) headers.set('cookie', cookie)
  if (body) headers.set('content-type', 'application/json')
  const request = new Request(`http://127.0.0.1:3000/content-api/${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  const slug = path.split('?')[0]?.split('/') ?? []
  const answer = await HANDLERS[method](request, { params: Promise.resolve({ slug }) })
  return { status: answer.status, body: await answer.json() }
}

let count = 0
/** Data with which such a record can be created. `body` names the other town on purpose. */
function fresh(collection: Collection): Record<string, unknown> {
  count += 1
  const slug = `prova-${count}`
  const body = elsewhere.bodyId
  switch (collection) {
    case 'bodies':
      return {
        name: slug,
        phone: '1',
        rules: { ringSeconds: 20, wrapUpSeconds: 60, maxWaitSeconds: 60, queueLimit: 5 },
      }
    case 'offices':
      return { body, slug, name: slug, shortName: slug, hours: { kind: 'unknown' } }
    case 'topics':
    case 'life-events':
      return { body, slug, title: slug, order: 1 }
    case 'notices':
      return { body, slug, title: slug, text: slug, from: '2026-11-01T12:00:00.000Z', _status: 'published' }
    case 'services':
      return { body, slug, title: slug, order: 1, hoursSource: 'office', _status: 'published' }
    case 'forms':
      return { body, slug, title: slug, _status: 'published' }
    case 'totems':
      return { body, slug, name: slug, hours: { kind: 'unknown' } }
    case 'operators':
      return {
        body,
        email: `${slug}@qui.example`,
        password: PASSWORD,
        displayName: slug,
        role: 'operator',
        isActive: true,
      }
  }
}

/** A change that every record of the collection takes. */
const CHANGE: Record<Collection, Record<string, unknown>> = {
  bodies: { website: 'example.org' },
  offices: { address: 'altrove' },
  topics: { hint: 'altro' },
  'life-events': { hint: 'altro' },
  notices: { text: 'altro' },
  services: { summary: 'altro' },
  forms: { summary: 'altro' },
  totems: { address: 'altrove' },
  operators: { displayName: 'Altro' },
}

/** A record of a town, made by its administrator. */
async function recordOf(town: Town, collection: Collection): Promise<string> {
  if (collection === 'bodies') return town.bodyId
  const cookie = town === here ? (cookies.get('administrator') ?? null) : cookieElsewhere
  const { status, body } = await askWith(cookie, 'POST', `${collection}?depth=0`, fresh(collection))
  expect(status).toBe(201)
  return body.doc.id
}

async function attempt(operation: Operation, collection: Collection, as: Role | null, town: Town) {
  if (operation === 'create') return ask('POST', collection, as, fresh(collection))
  const id = await recordOf(town, collection)
  if (operation === 'read') return ask('GET', `${collection}/${id}`, as)
  if (operation === 'update') return ask('PATCH', `${collection}/${id}`, as, CHANGE[collection])
  return ask('DELETE', `${collection}/${id}`, as)
}

/** A refusal says either that this is not allowed or that there is no such thing, and nothing else. */
const outcomeOf = (status: number): string =>
  status < 300 ? 'done' : status === 403 || status === 404 ? 'refused' : `${status}`

describe.each(COLLECTIONS)('%s', (collection) => {
  it.each(ROLES)('gives a %s of the body exactly what the role is for', async (role) => {
    const outcomes: Record<string, string> = {}
    for (const operation of OPERATIONS) {
      outcomes[operation] = outcomeOf((await attempt(operation, collection, role, here)).status)
    }
    const expected = OPERATIONS.map((operation) => [
      operation,
      ALLOWED[collection][operation].includes(role) ? 'done' : 'refused',
    ])
    expect(outcomes).toEqual(Object.fromEntries(expected))
  })

  it.each(ROLES)('gives a %s nothing of another body', async (role) => {
    const outcomes: string[] = []
    for (const operation of ['read', 'update', 'delete'] as const) {
      outcomes.push(outcomeOf((await attempt(operation, collection, role, elsewhere)).status))
    }
    expect(outcomes).toEqual(['refused', 'refused', 'refused'])
    const id = await recordOf(elsewhere, collection)
    const list = await ask('GET', `${collection}?limit=0&depth=0`, role)
    const ids: unknown[] = (list.body.docs ?? []).map((doc: { id: unknown }) => doc.id)
    expect(ids).not.toContain(id)
  })

  it('gives a stranger nothing', async () => {
    const statuses: number[] = []
    for (const operation of OPERATIONS)
      statuses.push((await attempt(operation, collection, null, here)).status)
    expect(statuses).toEqual([403, 403, 403, 403])
  })
})

describe('bodies never touch', () => {
  it.each([
    'offices',
    'topics',
    'life-events',
    'notices',
    'services',
    'forms',
    'totems',
    'operators',
  ] as const)(
    'puts new %s into the body of whoever creates them, whatever they ask for',
    async (collection) => {
      const { body } = await ask('POST', `${collection}?depth=0`, 'administrator', fresh(collection))
      expect(body.doc.body).toBe(here.bodyId)
    },
  )

  it('never moves a record to another body', async () => {
    const id = await recordOf(here, 'offices')
    await ask('PATCH', `offices/${id}`, 'administrator', { body: elsewhere.bodyId })
    expect((await here.payload.findByID({ collection: 'offices', id, depth: 0 })).body).toBe(here.bodyId)
  })

  it('refuses a reference into another body', async () => {
    const office = await recordOf(elsewhere, 'offices')
    const { status } = await ask('POST', 'services', 'editor', { ...fresh('services'), office })
    expect(status).toBe(400)
  })
})

describe('accounts', () => {
  it('lets everyone read their own and change its password, and nothing else of it', async () => {
    const { docs } = await here.payload.find({
      collection: 'operators',
      where: { email: { equals: here.emailOf('operator') } },
    })
    const id = docs[0]?.id
    expect((await ask('GET', `operators/${id}`, 'operator')).status).toBe(200)
    await ask('PATCH', `operators/${id}`, 'operator', {
      role: 'administrator',
      displayName: 'Altro',
      skills: ['tutto'],
      isActive: false,
      email: 'altro@qui.example',
    })
    const after = await here.payload.findByID({ collection: 'operators', id: id ?? '', depth: 0 })
    expect(after).toMatchObject({
      role: 'operator',
      displayName: 'operator',
      isActive: true,
      email: here.emailOf('operator'),
    })
    expect(after.skills ?? []).toEqual([])
  })

  it('wants long passwords', async () => {
    const { status } = await ask('POST', 'operators', 'administrator', {
      ...fresh('operators'),
      password: 'corta',
    })
    expect(status).toBe(400)
  })

  it('never shows hashes, salts or sessions of others', async () => {
    const { body } = await ask('GET', 'operators?limit=0&depth=0', 'administrator')
    expect(JSON.stringify(body)).not.toMatch(/"(?:hash|salt|resetPasswordToken)"/)
  })

  it('keeps an administrator from deleting the account in use', async () => {
    const { docs } = await here.payload.find({
      collection: 'operators',
      where: { email: { equals: here.emailOf('administrator') } },
    })
    const { status } = await ask('DELETE', `operators/${docs[0]?.id}`, 'administrator')
    expect(outcomeOf(status)).toBe('refused')
  })

  it('keeps an administrator from closing the account in use, and from giving up its role', async () => {
    const accountOf = (id: string) => here.payload.findByID({ collection: 'operators', id, depth: 0 })
    const { docs } = await here.payload.find({
      collection: 'operators',
      where: { email: { equals: here.emailOf('administrator') } },
    })
    const own = docs[0]?.id ?? ''
    const change = { isActive: false, role: 'operator', displayName: 'Adele' }
    await ask('PATCH', `operators/${own}`, 'administrator', change)
    expect(await accountOf(own)).toMatchObject({
      isActive: true,
      role: 'administrator',
      displayName: 'Adele',
    })
    const other = await recordOf(here, 'operators')
    await ask('PATCH', `operators/${other}`, 'administrator', change)
    expect(await accountOf(other)).toMatchObject(change)
  })

  describe('once closed', () => {
    let town: Town
    let cookie: string
    let where: { email: { equals: string } }
    beforeAll(async () => {
      town = await makeTown('chiude')
      cookie = await cookieOf(town, 'editor')
      where = { email: { equals: town.emailOf('editor') } }
    })

    it('are nobody, whatever session they have', async () => {
      expect((await askWith(cookie, 'GET', 'offices')).status).toBe(200)
      // Past the hooks, so that the session is still there.
      await town.payload.db.updateOne({ collection: 'operators', where, data: { isActive: false } })
      expect((await askWith(cookie, 'GET', 'offices')).status).toBe(403)
    })

    it('have no session left when they are opened again', async () => {
      await town.payload.update({ collection: 'operators', where, data: { isActive: false } })
      await town.payload.update({ collection: 'operators', where, data: { isActive: true } })
      expect((await askWith(cookie, 'GET', 'offices')).status).toBe(403)
    })

    it('cannot sign in', async () => {
      await town.payload.update({ collection: 'operators', where, data: { isActive: false } })
      await expect(cookieOf(town, 'editor')).rejects.toThrow('not signed in')
    })
  })
})

describe('drafts', () => {
  const NEVER = 'Mai pubblicato'
  const UNDER_WAY = 'Non ancora pubblicato'

  it.each(['services', 'notices', 'forms'] as const)(
    'of %s are read by those who see to what is published',
    async (collection) => {
      const draft = { ...fresh(collection), title: NEVER, _status: 'draft' }
      const never: string = (await ask('POST', `${collection}?draft=true&depth=0`, 'editor', draft)).body.doc
        .id
      const id = await recordOf(here, collection)
      const change = { title: UNDER_WAY, _status: 'draft' }
      expect((await ask('PATCH', `${collection}/${id}?draft=true`, 'editor', change)).status).toBe(200)
      const questions = [
        ...[id, never].flatMap((one) => [`${collection}/${one}`, `${collection}/${one}?draft=true`]),
        ...['', '&draft=true'].flatMap((draft) => [
          `${collection}?limit=0${draft}`,
          `${collection}/count?where[title][in]=${NEVER},${UNDER_WAY}${draft}`,
        ]),
        `${collection}/versions?limit=0`,
      ]
      const seenBy: Record<string, boolean> = {}
      for (const role of [...ROLES, null]) {
        const answers = await Promise.all(questions.map((question) => ask('GET', question, role)))
        const isCounted = answers.some(({ body }) => body.totalDocs > 0 && !('docs' in body))
        seenBy[role ?? 'nobody'] = isCounted || /pubblicato/.test(JSON.stringify(answers))
      }
      expect(seenBy).toEqual({
        operator: false,
        supervisor: true,
        editor: true,
        technician: false,
        administrator: true,
        nobody: false,
      })
      const published = await ask('GET', `${collection}/${id}?draft=true`, 'operator')
      expect([published.status, published.body.title]).toEqual([200, expect.stringMatching(/^prova-/)])
    },
  )
})

describe('hashes and sessions', () => {
  const SECRETS = ['hash', 'salt', 'resetPasswordToken', 'sessions', 'sessions.id']

  it.each([...ROLES, null])('are told to no %s who asks in a roundabout way', async (role) => {
    for (const secret of SECRETS) {
      for (const question of [
        `?where[${secret}][exists]=true`,
        `/count?where[${secret}][like]=a`,
        `?sort=${secret}`,
      ]) {
        const { status } = await ask('GET', `operators${question}`, role)
        expect(status, question).toBe(role ? 400 : 403)
      }
    }
    const shown = await Promise.all(
      SECRETS.map(
        (secret) => `select[${secret.replace('.', '][')}]=true&showHiddenFields=true&draft=true`,
      ).map((selected) => ask('GET', `operators?limit=0&depth=0&${selected}`, role)),
    )
    expect(JSON.stringify(shown)).not.toMatch(/"(?:hash|salt|resetPasswordToken)"/)
    const accounts: { sessions?: unknown[] }[] = shown.flatMap(({ body }) => body.docs ?? [])
    // Everybody sees their own: twice, as it was asked for twice.
    const withSessions = accounts.filter(({ sessions }) => sessions && sessions.length > 0)
    expect(withSessions).toHaveLength(role ? 2 : 0)
  })
})

describe('what Payload cannot read', () => {
  it.each(['page=-1', 'page=1e30', 'limit=1e30', 'depth=x', 'where[updatedAt][near]=1'])(
    'is malformed in a question: %s',
    async (question) => {
      expect((await ask('GET', `operators?${question}`, 'operator')).status).toBe(400)
    },
  )

  it.each([
    ['nothing', 'null'],
    ['a number', '1'],
    ['a list', '[]'],
    ['half an object', '{'],
    ['nested without end', `{"address":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  ])('is malformed as a record: %s', async (_, body) => {
    const slug = ['offices', await recordOf(here, 'offices')]
    const request = new Request(`http://127.0.0.1:3000/content-api/${slug.join('/')}`, {
      method: 'PATCH',
      headers: {
        cookie: cookies.get('editor') ?? '',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
      },
      body,
    })
    expect((await PATCH(request, { params: Promise.resolve({ slug }) })).status).toBe(400)
  })

  it('is no number that is left empty', async () => {
    expect((await ask('GET', 'operators?page=&limit=0&depth=0', 'operator')).status).toBe(200)
  })
})

describe('what PostgreSQL cannot store', () => {
  it('is malformed in a question, wherever that is asked', async () => {
    const question = 'where[displayName][equals]=%00'
    expect((await ask('GET', `operators?${question}`, 'operator')).status).toBe(400)
    const request = new Request('http://127.0.0.1:3000/content-api/operators', {
      method: 'POST',
      headers: {
        cookie: cookies.get('operator') ?? '',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        'x-payload-http-method-override': 'GET',
      },
      body: question,
    })
    expect((await POST(request, { params: Promise.resolve({ slug: ['operators'] }) })).status).toBe(400)
  })

  it('is malformed in a record, and a backslash before it is what somebody typed', async () => {
    const path = `offices/${await recordOf(here, 'offices')}`
    expect((await ask('PATCH', path, 'editor', { address: 'via \u0000' })).status).toBe(400)
    expect((await ask('PATCH', path, 'editor', { address: 'via \\\u0000' })).status).toBe(400)
    const typed = await ask('PATCH', path, 'editor', { address: 'via \\u0000' })
    expect([typed.status, typed.body.doc?.address]).toEqual([200, 'via \\u0000'])
  })
})

describe('enrolment codes', () => {
  it('are made for technicians and administrators, for totems of their own body', async () => {
    const outcomes: Partial<Record<Role, string>> = {}
    for (const role of ROLES) {
      outcomes[role] = outcomeOf((await ask('POST', `totems/${here.totemId}/enrolment-code`, role)).status)
    }
    expect(outcomes).toEqual({
      operator: 'refused',
      supervisor: 'refused',
      editor: 'refused',
      technician: 'done',
      administrator: 'done',
    })
    expect((await ask('POST', `totems/${here.totemId}/enrolment-code`, 'technician')).body).toEqual({
      code: expect.stringMatching(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/),
      validMinutes: 60,
    })
    expect((await ask('POST', `totems/${elsewhere.totemId}/enrolment-code`, 'technician')).status).toBe(404)
    expect((await ask('POST', `totems/${here.totemId}/enrolment-code`, null)).status).toBe(403)
  })
})

describe('PINs of those who help at a totem', () => {
  const pinOf = (town: Town) => `totems/${town.totemId}/attendant-pin`

  it('are set, removed and looked up by technicians and administrators, at totems of their own body', async () => {
    for (const role of ROLES) {
      const may = role === 'technician' || role === 'administrator'
      const set = await ask('POST', pinOf(here), role, { pin: '240617' })
      const seen = await ask('GET', pinOf(here), role)
      const removed = await ask('DELETE', pinOf(here), role)
      expect([set.status, seen.status, removed.status], role).toEqual(may ? [200, 200, 200] : [403, 403, 403])
    }
    expect((await ask('POST', pinOf(elsewhere), 'technician', { pin: '240617' })).status).toBe(404)
    expect((await ask('POST', pinOf(here), null, { pin: '240617' })).status).toBe(403)
  })

  it('are never read again, and refused in words when anybody would guess them', async () => {
    await ask('POST', pinOf(here), 'technician', { pin: '240617' })
    const { body } = await ask('GET', pinOf(here), 'technician')
    expect(JSON.stringify(body)).not.toContain('240617')
    expect((await ask('POST', pinOf(here), 'technician', { pin: '111111' })).body).toEqual({
      refusal: 'pin-too-simple',
    })
    expect((await ask('POST', pinOf(here), 'technician', { pin: 7 })).status).toBe(400)
    expect((await ask('POST', pinOf(here), 'technician', {})).status).toBe(400)
  })
})

/** A request as it stands, with the parts of its path as Next hands them over. */
async function knock(
  method: Method,
  slug: string[],
  { headers = {}, body, as = null }: { headers?: HeadersInit; body?: BodyInit; as?: Role | null } = {},
) {
  const sent = new Headers({
    'content-type': 'application/json',
    ...Object.fromEntries(new Headers(headers)),
  })
  sent.set('sec-fetch-site', 'same-origin')
  if (as) sent.set('cookie', cookies.get(as) ?? '')
  const address = `http://127.0.0.1:3000/content-api/${slug.join('/')}`
  const init = { method, headers: sent, duplex: 'half', ...(body !== undefined && { body }) } as RequestInit
  return HANDLERS[method](new Request(address, init), { params: Promise.resolve({ slug }) })
}

describe('the door', () => {
  const credentials = () => JSON.stringify({ email: here.emailOf('operator'), password: PASSWORD })
  const WAYS_IN = ['login', 'first-register', 'forgot-password', 'reset-password', 'unlock', 'verify/abc']

  it.each(WAYS_IN)('keeps %s of Payload shut, however it is written', async (way) => {
    const parts = way.split('/')
    const ways = [
      parts,
      parts.map((part) => part.toUpperCase()),
      parts.map((part) => part.replace(/^./, (first) => first.toUpperCase())),
      parts.map((part) => `%${part.charCodeAt(0).toString(16)}${part.slice(1)}`),
      [...parts, ''],
      ['', ...parts],
    ]
    const statuses = await Promise.all([
      ...ways.map((path) => knock('POST', ['operators', ...path], { body: credentials() })),
      knock('POST', ['operators%2F'.concat(way)], { body: credentials() }),
      knock('POST', [`operators/${way}`], { body: credentials() }),
      knock('POST', ['', 'operators', ...parts], { body: credentials() }),
      knock('PATCH', ['operators', ...parts], { body: credentials() }),
    ])
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([404]))
  })

  it('has no other verbs', () => {
    expect(Object.keys(route).toSorted()).toEqual(['DELETE', 'GET', 'PATCH', 'POST'])
  })

  it.each([
    [['graphql']],
    [['GraphQL']],
    [['graphql-playground']],
    [['payload-jobs', 'run']],
    [['payload-migrations']],
    [['payload-kv']],
    [['payload-locked-documents']],
    [['payload-preferences']],
    [['globals', 'operators', 'login']],
    [['constructor']],
    [['__proto__', 'login']],
    [['og']],
    [['reorder']],
  ])('knows nothing at %s', async (slug) => {
    for (const method of ['GET', 'POST'] as const) {
      const body = method === 'POST' ? { body: '{}' } : {}
      expect((await knock(method, slug, { as: 'administrator', ...body })).status).toBe(404)
    }
  })

  it.each(['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override'])(
    'lets a long question come as a post with %s, and nothing else',
    async (name) => {
      const form = { [name]: 'GET', 'content-type': 'application/x-www-form-urlencoded' }
      const answer = await knock('POST', ['offices'], { headers: form, body: 'limit=1', as: 'editor' })
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({ limit: 1 })
      expect((await knock('POST', ['operators', 'LOGIN'], { headers: form, body: 'a=b' })).status).toBe(404)
      const disguised = { headers: { [name]: 'DELETE' }, body: '{}', as: 'operator' as const }
      expect((await knock('POST', ['topics', here.totemId], disguised)).status).toBe(404)
    },
  )

  it('has its answers kept by no cache', async () => {
    const answer = await knock('GET', ['operators', 'me'], { as: 'editor' })
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('takes no change from another origin', async () => {
    const request = new Request('http://127.0.0.1:3000/content-api/offices', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-site', cookie: cookies.get('administrator') ?? '' },
    })
    expect((await POST(request, { params: Promise.resolve({ slug: ['offices'] }) })).status).toBe(403)
  })

  it.each([
    ['GET', 'me'],
    ['POST', 'refresh-token'],
  ] as const)('gives the token to no script: %s %s', async (method, path) => {
    const cookie = await cookieOf(here, 'supervisor')
    const { status, body } = await askWith(cookie, method, `operators/${path}`)
    expect(status).toBe(200)
    expect(body.user).toMatchObject({ role: 'supervisor' })
    expect(body).toMatchObject({ exp: expect.any(Number) })
    expect(JSON.stringify(body)).not.toMatch(/eyJ/)
  })

  it('gives pages what they keep of their own looks, to each account its own', async () => {
    const key = ['payload-preferences', 'Services-list']
    const saved = await knock('POST', key, { body: JSON.stringify({ value: { limit: 5 } }), as: 'editor' })
    expect(saved.status).toBe(200)
    expect(await (await knock('GET', key, { as: 'editor' })).json()).toMatchObject({ value: { limit: 5 } })
    expect(await (await knock('GET', key, { as: 'operator' })).json()).toMatchObject({ value: null })
  })
})

describe('what Payload keeps for itself', () => {
  it('is nothing that one body could read of another', () => {
    const ours: readonly string[] = COLLECTIONS
    const { collections } = here.payload.config
    const internal = collections.map(({ slug }) => slug).filter((slug) => !ours.includes(slug))
    expect(internal.toSorted()).toEqual(['payload-kv', 'payload-migrations', 'payload-preferences'])
    expect(here.payload.config.jobs.enabled).toBe(false)
    expect(collections.filter(({ lockDocuments }) => lockDocuments !== false)).toEqual([])
  })

  it.each(['payload-kv', 'payload-migrations'] as const)('lets nobody into %s', async (collection) => {
    const { user } = await here.payload.auth({
      headers: new Headers({ cookie: cookies.get('administrator') ?? '' }),
    })
    expect(user).not.toBeNull()
    const asked = { collection, overrideAccess: false, user }
    await expect(here.payload.find(asked)).rejects.toMatchObject({ status: 403 })
    await expect(here.payload.delete({ ...asked, where: {} })).rejects.toMatchObject({ status: 403 })
  })
})

describe('a body that is too large', () => {
  it.each(['POST', 'PATCH', 'DELETE'] as const)('is refused by its declared size: %s', async (method) => {
    const headers = { 'content-length': String(MAX_BODY_BYTES + 1) }
    expect((await knock(method, ['topics'], { headers, body: '{}', as: 'editor' })).status).toBe(413)
  })

  it.each(['application/json', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
    'is refused while it is read: %s',
    async (type) => {
      let read = 0
      const endless = new ReadableStream({
        pull(controller) {
          read += 16 * 1024
          if (read > 16 * MAX_BODY_BYTES) controller.close()
          else controller.enqueue(new Uint8Array(16 * 1024).fill(0x20))
        },
      })
      const headers = {
        'content-type': type,
        'X-HTTP-Method-Override': type.includes('urlencoded') ? 'GET' : '',
      }
      const answer = await knock('POST', ['topics'], { headers, body: endless, as: 'editor' })
      expect(answer.status).toBe(413)
      expect(read).toBeLessThan(2 * MAX_BODY_BYTES)
    },
  )

  it('is not one that fits, in either way that pages send records', async () => {
    const text = 'à'.repeat(20_000)
    const form = new FormData()
    form.set('_payload', JSON.stringify({ ...fresh('topics'), hint: text }))
    const request = new Request('http://127.0.0.1:3000/content-api/topics', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', cookie: cookies.get('editor') ?? '' },
      body: form,
    })
    const answer = await POST(request, { params: Promise.resolve({ slug: ['topics'] }) })
    expect(answer.status).toBe(201)
    expect((await answer.json()).doc.hint).toBe(text)
    expect((await ask('POST', 'topics', 'editor', { ...fresh('topics'), hint: text })).status).toBe(201)
  })
})
