import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import type { Handler } from '@/lib/http/endpoint.ts'
import { enrolmentCodeHash } from '@/lib/identity/secrets.ts'
import { signIn } from '@/lib/identity/sign-in.ts'
import { createEnrolmentCode, redeemCode } from '@/lib/identity/totem-credentials.ts'
import { makeTown, PASSWORD, type Town } from '@/lib/records/testing/town.ts'
import { createBoardReader } from '@/lib/storage/board-reader.ts'
import { pool } from '@/lib/storage/pool.ts'
import type { BoardEvent } from '@/lib/switchboard/events.ts'
import { bodyId, callId, operatorId, pageEpoch, serviceSlug, totemId } from '@/lib/switchboard/ids.ts'
import { createCommandRunner } from '@/lib/switchboard/shell/run-command.ts'
import { createSettingsCache } from '@/lib/switchboard/shell/settings-reader.ts'
import { ALL_CHANNELS } from '@/lib/switchboard/shell/trial.ts'
import { POST as tickAtTotem } from '../../calls/[callId]/ticks/route.ts'
import { GET as readChoices } from '../../desk/stage/route.ts'
import { GET as readAtDesk, POST as show } from '../../offers/[offerId]/stage/route.ts'
import { POST as tickAtDesk } from '../../offers/[offerId]/ticks/route.ts'
import { GET as readAtTotem } from './route.ts'

const boards = createBoardReader(createSettingsCache())
const run = createCommandRunner({ pool: pool(), boards, onCommitted: () => {} })
const readBoard = (id: string) => boards.load(pool(), bodyId(id))
vi.mock('@/lib/server.ts', () => ({ switchboard: () => ({ run, readBoard }) }))

let town: Town
let other: Town
const cookies = { totem: '', operator: '', stranger: '', editor: '' }
const call = { callId: randomUUID(), offerId: '' }
const epoch = 1

interface Asked {
  query?: string
  body?: object
}

const ask = async (handler: Handler, as: keyof typeof cookies, { query = '', body }: Asked) => {
  const answer = await handler(
    new Request(`http://127.0.0.1:3000/api?totem=modena-1&${query}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie: cookies[as], 'idempotency-key': randomUUID() },
      ...(body && { body: JSON.stringify(body) }),
    }),
    { params: Promise.resolve(call) },
  )
  return { status: answer.status, value: Value.parse(await answer.json()) }
}
const Value = z.record(z.string(), z.unknown())

const put = (showing: object | null, more: object = {}) =>
  ask(show, 'operator', { body: { epoch, showing, ...more } })
const onStage = async () => [...(await readBoard(town.bodyId)).board.calls.values()][0]?.stage ?? null

/** A published service with a list to bring. */
const publish = (to: Town, slug: string, title: string) =>
  to.payload.create({
    collection: 'services',
    data: {
      body: to.bodyId,
      slug,
      title,
      _status: 'published',
      howTo: 'Prenota.\n\nPoi vieni.',
      whatToBring: [{ item: 'La carta che hai' }, { item: 'Una foto tessera' }],
      order: 10,
      hoursSource: 'own',
      hours: { kind: 'always' },
    },
  })

const cookieOf = async (email: string) =>
  (await signIn({ email, password: PASSWORD }, email))?.cookie.split(';')[0] ?? ''

beforeAll(async () => {
  town = await makeTown('modena')
  other = await makeTown('carpi')
  await publish(town, 'carta', 'Carta d’identità')
  await publish(other, 'tributi', 'Tributi')
  const code = await createEnrolmentCode(pool(), town.totemId, { validMinutes: 5, key: 'key' })
  const credential = (await redeemCode(pool(), enrolmentCodeHash(code, 'key')))?.credential
  cookies.totem = `pronto-totem-modena-1=${credential}`
  cookies.operator = await cookieOf(town.emailOf('operator'))
  cookies.stranger = await cookieOf(other.emailOf('operator'))
  cookies.editor = await cookieOf(town.emailOf('editor'))
  await pool().query(
    `update switchboard.settings set document = jsonb_set(document, '{rules}', document -> 'rules' || $1)`,
    [{ readyGuardMs: 0 }],
  )
  const { docs } = await town.payload.find({
    collection: 'operators',
    where: { email: { equals: town.emailOf('operator') } },
  })
  // A call in hand, by what its pages would say.
  const operator = { operatorId: operatorId(docs[0]?.id ?? ''), epoch: pageEpoch(epoch) }
  const totem = { totemId: totemId(town.totemId), epoch: pageEpoch(epoch) }
  const id = callId(call.callId)
  const channels = ALL_CHANNELS
  const needs = { skills: [], language: null, mode: 'spoken' } as const
  const happens = (event: BoardEvent) => run({ bodyId: bodyId(town.bodyId), event, repeatable: null })
  await happens({ type: 'deskOpened', operatorId: operator.operatorId, previousEpoch: null, takeOver: false })
  await happens({ type: 'devicesChecked', ...operator, channels })
  await happens({ type: 'intentSet', ...operator, intent: 'available' })
  await happens({ type: 'totemPageOpened', totemId: totem.totemId })
  const service = serviceSlug('urp')
  await happens({ type: 'callPlaced', callId: id, ...totem, service, needs, channels, preferred: null })
  const [offer] = (await readBoard(town.bodyId)).board.offers.values()
  if (!offer) throw new Error('nobody was rung')
  call.offerId = offer.id
  await happens({ type: 'offerAnswered', offerId: offer.id, ...operator })
  await happens({ type: 'deskReceives', offerId: offer.id, ...operator, channels })
  await happens({ type: 'totemReceives', callId: id, ...totem, channels })
}, 60_000)

describe('the stage of a call', () => {
  it('[SW-240] is stored, and read again by whoever has kept nothing', async () => {
    expect(await put({ kind: 'sheet', slug: 'carta', part: 'howTo.1' })).toMatchObject({ status: 200 })
    const fresh = await createBoardReader(createSettingsCache()).load(pool(), bodyId(town.bodyId))
    expect([...fresh.board.calls.values()][0]?.stage).toEqual({
      shown: { kind: 'sheet', slug: 'carta', part: 'howTo.1' },
      ticks: [],
    })
  })

  it.each([
    ['a page that nobody has published', { kind: 'sheet', slug: 'none', part: null }, 'stage-page-unknown'],
    ['a page of another body', { kind: 'sheet', slug: 'tributi', part: null }, 'stage-page-unknown'],
    ['its QR', { kind: 'qr', page: { kind: 'checklist', slug: 'tributi' } }, 'stage-page-unknown'],
    ['a form that there is not', { kind: 'form', slug: 'carta', part: null }, 'stage-page-unknown'],
    ['a part that the page has not', { kind: 'sheet', slug: 'carta', part: 'howTo.2' }, 'stage-part-unknown'],
    ['an empty part', { kind: 'sheet', slug: 'carta', part: 'cost' }, 'stage-part-unknown'],
  ])('refuses %s, and what was up stays', async (_what, showing, refusal) => {
    await put({ kind: 'office', slug: 'urp' })
    expect(await put(showing)).toEqual({ status: 409, value: { refusal } })
    expect(await onStage()).toMatchObject({ shown: { kind: 'office', slug: 'urp' } })
  })

  it.each([
    { kind: 'sheet', slug: 'Carta', part: null },
    { kind: 'sheet', slug: '../carta', part: null },
    { kind: 'sheet', slug: 'carta' },
    { kind: 'sheet', slug: 'carta', part: 'howTo; drop' },
    { kind: 'office', slug: 'urp', part: null },
    { kind: 'qr', slug: 'carta' },
    { kind: 'qr', page: { kind: 'screen' } },
    { kind: 'screen', offerId: 'x' },
    { kind: 'video' },
    'carta',
  ])('answers 400 to %j', async (showing) => {
    expect((await ask(show, 'operator', { body: { epoch, showing } })).status).toBe(400)
  })

  it('refuses a desk that was replaced', async () => {
    const stale = await put({ kind: 'office', slug: 'urp' }, { epoch: 7 })
    expect(stale).toEqual({ status: 409, value: { refusal: 'desk-replaced' } })
  })

  it('[SW-242] is ticked from both ends, and no other list', async () => {
    await put({ kind: 'checklist', slug: 'carta' })
    const tick = { epoch, slug: 'carta', item: 1, isTicked: true }
    expect((await ask(tickAtTotem, 'totem', { body: tick })).status).toBe(200)
    expect((await ask(tickAtDesk, 'operator', { body: { ...tick, item: 0 } })).status).toBe(200)
    expect((await onStage())?.ticks).toEqual([
      { slug: 'carta', item: 1 },
      { slug: 'carta', item: 0 },
    ])
    const elsewhere = await ask(tickAtTotem, 'totem', { body: { ...tick, slug: 'urp' } })
    expect(elsewhere).toEqual({ status: 409, value: { refusal: 'not-on-stage' } })
    for (const wrong of [{ item: -1 }, { item: 1.5 }, { item: 1_000 }, { isTicked: 'yes' }]) {
      expect((await ask(tickAtTotem, 'totem', { body: { ...tick, ...wrong } })).status).toBe(400)
    }
  })
})

describe('its pages', () => {
  const carta = 'kind=sheet&slug=carta&locale=it'

  it('are read at both ends in parts, each with its name', async () => {
    const [totem, desk] = [
      await ask(readAtTotem, 'totem', { query: carta }),
      await ask(readAtDesk, 'operator', { query: carta }),
    ]
    expect(totem).toEqual(desk)
    expect(totem.value).toMatchObject({
      title: 'Carta d’identità',
      sections: [
        { key: 'whatToBring', as: 'list', lines: [{ key: 'whatToBring.0' }, { key: 'whatToBring.1' }] },
        { key: 'howTo', as: 'prose', lines: [{ text: 'Prenota.' }, { key: 'howTo.1', text: 'Poi vieni.' }] },
      ],
    })
  })

  it('are those of the own body, and only for who is in it', async () => {
    const tributi = 'kind=sheet&slug=tributi&locale=it'
    expect((await ask(readAtTotem, 'totem', { query: tributi })).status).toBe(404)
    expect((await ask(readAtDesk, 'operator', { query: tributi })).status).toBe(404)
    expect((await ask(readAtTotem, 'operator', { query: carta })).status).toBe(401)
    expect((await ask(readAtDesk, 'totem', { query: carta })).status).toBe(401)
    expect((await ask(readAtDesk, 'editor', { query: carta })).status).toBe(403)
    expect((await ask(readChoices, 'editor', { query: 'locale=it' })).status).toBe(403)
    for (const wrong of ['', 'kind=sheet&slug=carta', 'kind=screen&slug=carta&locale=it', `${carta}x`]) {
      expect([wrong, (await ask(readAtTotem, 'totem', { query: wrong })).status]).toEqual([wrong, 400])
    }
  })

  it('are offered to the own operators: sheet and list of a service, forms, offices', async () => {
    const named = async (as: 'operator' | 'stranger') => {
      const { value } = await ask(readChoices, as, { query: 'locale=it' })
      return Choices.parse(value).choices.map(({ kind, slug }) => `${kind} ${slug}`)
    }
    expect(await named('operator')).toEqual(['sheet urp', 'sheet carta', 'checklist carta', 'office urp'])
    expect(await named('stranger')).toContain('sheet tributi')
  })
  const Choices = z.object({ choices: z.array(z.object({ kind: z.string(), slug: z.string() })) })

  it('are gone once unpublished or deleted, and cannot be put up any more', async () => {
    const { id } = await publish(town, 'multe', 'Multe')
    const multe = 'kind=checklist&slug=multe&locale=en'
    await put({ kind: 'checklist', slug: 'multe' })
    expect((await ask(readAtTotem, 'totem', { query: multe })).status).toBe(200)
    await town.payload.update({ collection: 'services', id, data: { _status: 'draft' } })
    expect((await ask(readAtTotem, 'totem', { query: multe })).status).toBe(404)
    await town.payload.delete({ collection: 'services', id })
    expect((await ask(readAtDesk, 'operator', { query: multe })).status).toBe(404)
    expect(await onStage()).toMatchObject({ shown: { slug: 'multe' } })
    expect((await put({ kind: 'checklist', slug: 'multe' })).value).toEqual({ refusal: 'stage-page-unknown' })
    expect((await put(null)).status).toBe(200)
  })

  it('a form has a part for each field, and an office its hours and its place', async () => {
    await town.payload.create({
      collection: 'forms',
      data: {
        body: town.bodyId,
        slug: 'delega',
        title: 'Delega',
        _status: 'published',
        entries: [
          { name: 'Firma', explanation: 'Di chi delega.', example: 'Maria Bianchi' },
          { name: 'Data', explanation: 'Di oggi.' },
        ],
      },
    })
    expect((await put({ kind: 'form', slug: 'delega', part: 'field.1' })).status).toBe(200)
    expect((await put({ kind: 'form', slug: 'delega', part: 'field.2' })).status).toBe(409)
    const form = await ask(readAtTotem, 'totem', { query: 'kind=form&slug=delega&locale=it' })
    expect(form.value).toMatchObject({
      sections: [{ key: 'field.0', title: 'Firma' }, { lines: [{ key: 'field.1.0', text: 'Di oggi.' }] }],
    })
    await town.payload.update({
      collection: 'offices',
      where: { slug: { equals: 'urp' } },
      data: { latitude: 44.6462, longitude: 10.9257 },
    })
    await town.payload.update({
      collection: 'totems',
      id: town.totemId,
      data: { latitude: 44.6381, longitude: 10.9462 },
    })
    const office = await ask(readAtTotem, 'totem', { query: 'kind=office&slug=urp&locale=it' })
    expect(office.value).toMatchObject({
      sections: [{ key: 'address' }, { key: 'hours', lines: [{ text: 'Orari da verificare' }] }],
      plan: { there: { name: 'URP' }, here: { name: 'Totem di modena' }, distanceMetres: 1857 },
    })
  })
})
