import { beforeAll, expect, it } from 'vitest'
import { readOffices } from '../content/offices.ts'
import { findTotem, setUpBody } from './setup.ts'
import { makeTown, PASSWORD, type Town } from './testing/town.ts'

let town: Town
beforeAll(async () => {
  town = await makeTown('modena')
})

const another = (changes: { totem?: string; password?: string; email?: string }) => ({
  name: 'Comune di Carpi',
  phone: '059',
  administrator: {
    email: changes.email ?? 'ada@carpi.example',
    displayName: 'Ada',
    password: changes.password ?? PASSWORD,
  },
  office: { name: 'URP', shortName: 'URP', address: 'piazza' },
  totem: { slug: changes.totem ?? 'carpi', name: 'Totem', address: 'piazza' },
})

it.each([
  ['a totem that another body has', { totem: 'modena-1' }],
  ['a totem whose name fits no address', { totem: 'Piazza Grande' }],
  ['a password that is too short', { password: 'corta' }],
  ['an e-mail that another account has', { email: 'editor@modena.example' }],
])('sets up nothing at all with %s', async (_what, changes) => {
  const before = await town.payload.count({ collection: 'bodies' })
  await expect(setUpBody(town.payload, another(changes))).rejects.toMatchObject({ status: 400 })
  expect(await town.payload.count({ collection: 'bodies' })).toEqual(before)
  expect(await findTotem(town.payload, 'carpi')).toBeNull()
})

it('sets up what can be signed in to, called and edited', async () => {
  const { bodyId, totemId } = await setUpBody(town.payload, another({}))
  expect((await findTotem(town.payload, 'carpi'))?.id).toBe(totemId)
  const { user } = await town.payload.login({
    collection: 'operators',
    data: { email: 'ada@carpi.example', password: PASSWORD },
  })
  expect(user).toMatchObject({ role: 'administrator' })
  expect(await readOffices(bodyId, 'en')).toMatchObject([{ name: 'URP', hours: { kind: 'unknown' } }])
})

it('lays the closures of the body over its offices, except over those that ignore them', async () => {
  const office = {
    body: town.bodyId,
    name: 'Ufficio',
    shortName: 'Ufficio',
    hours: {
      kind: 'rules' as const,
      seasons: [
        { from: '01/01', to: '31/12', weekly: [{ days: ['1' as const], opens: '09:00', closes: '13:00' }] },
      ],
    },
  }
  await town.payload.create({ collection: 'offices', data: { ...office, slug: 'chiude' } })
  await town.payload.create({
    collection: 'offices',
    data: { ...office, slug: 'resta', ignoresClosures: true },
  })
  await town.payload.update({
    collection: 'bodies',
    id: town.bodyId,
    data: { closures: [{ from: '2023-08-14T12:00:00Z', to: '2023-08-14T12:00:00Z', reason: 'ponte' }] },
  })
  const exceptions = new Map(
    (await readOffices(town.bodyId, 'it')).map(({ slug, hours }) => [
      slug,
      hours.kind === 'rules' ? hours.exceptions : null,
    ]),
  )
  expect(exceptions.get('chiude')).toEqual([
    { from: '2023-08-14', to: '2023-08-14', reason: 'ponte', intervals: [] },
  ])
  expect(exceptions.get('resta')).toEqual([])
})
