import { expect, it } from 'vitest'
import { callId, epochMs, offerId, operatorId, pageEpoch, serviceSlug, totemId } from '../ids.ts'
import type { DeskView, DeskWork, RoomView, TotemPhase, TotemView } from '../views.ts'
import { deskSeat, totemSeat } from './seat.ts'

const now = epochMs(0)
const epoch = pageEpoch(1)
const call = callId('c')
const offer = offerId('c.1')
const open: RoomView = { name: 'call-c', media: 'open' }
const channels = { sound: true, picture: true, text: true }

const totemPage = (phase: TotemPhase, room = open, page: TotemView['page'] = 'current'): TotemView => ({
  audience: 'totem',
  serverNow: now,
  page,
  epoch,
  bodyName: '',
  phone: '',
  totem: { id: totemId('t'), slug: 't', name: '' },
  callable: {},
  call: {
    id: call,
    service: { slug: serviceSlug('urp'), title: '' },
    room,
    identity: 't-c',
    channels,
    enqueuedAt: now,
    phase,
  },
})
const waiting: TotemPhase = {
  kind: 'waiting',
  position: 1,
  again: false,
  wait: { kind: 'position' },
  stillHere: null,
  callbackOffered: false,
}

const ringing = (room = open): DeskWork => ({
  kind: 'ringing',
  offer: {
    id: offer,
    callId: call,
    totemName: '',
    service: serviceSlug('urp'),
    serviceTitle: '',
    needs: { skills: [], language: null, mode: 'spoken' },
    enqueuedAt: now,
    again: false,
    room,
    identity: 'o-c.1',
    visitorIdentity: 't-c',
    channels,
    visitorChannels: channels,
    callback: null,
  },
  offeredAt: now,
  expiresAt: now,
})
const deskPage = (work: DeskWork, page: DeskView['page'] = 'current'): DeskView => ({
  audience: 'desk',
  serverNow: now,
  page,
  epoch,
  bodyName: '',
  operator: { id: operatorId('anna'), displayName: '', officeName: '' },
  intent: 'available',
  intentBy: 'self',
  breakReason: null,
  devices: { kind: 'unchecked' },
  work,
  queue: [],
})

it('seats a totem in the room of its own live call', () => {
  expect(totemSeat(totemPage(waiting), call)).toEqual({
    ok: true,
    value: { room: 'call-c', identity: 't-c' },
  })
})

it.each([
  ['page-replaced', totemPage(waiting, open, 'replaced'), call],
  ['call-unknown', totemPage(waiting), callId('another')],
  ['call-unknown', { ...totemPage(waiting), call: null }, call],
  ['call-over', totemPage({ kind: 'over', outcome: { kind: 'expired' } }), call],
  ['room-not-open', totemPage(waiting, { name: 'call-c', media: 'opening' }), call],
] as const)('gives a totem no seat: %s', (refusal, view, asked) => {
  expect(totemSeat(view, asked)).toEqual({ ok: false, refusal })
})

it('seats a desk as soon as it rings', () => {
  expect(deskSeat(deskPage(ringing()), offer)).toEqual({
    ok: true,
    value: { room: 'call-c', identity: 'o-c.1' },
  })
})

it.each([
  ['desk-replaced', deskPage(ringing(), 'replaced'), offer],
  ['offer-over', deskPage(ringing()), offerId('c.2')],
  ['offer-over', deskPage({ kind: 'idle', readyAt: now }), offer],
  ['room-not-open', deskPage(ringing({ name: 'call-c', media: 'failed' })), offer],
] as const)('gives a desk no seat: %s', (refusal, view, asked) => {
  expect(deskSeat(view, asked)).toEqual({ ok: false, refusal })
})
