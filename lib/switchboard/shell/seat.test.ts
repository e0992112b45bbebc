import { expect, it } from 'vitest'
import { callId, epochMs, offerId, operatorId, pageEpoch, serviceSlug, totemId } from '../ids.ts'
import type { DeskView, DeskWork, RoomView, TotemPhase, TotemView } from '../views.ts'
import { consultSeat, deskSeat, supervisorSeat, totemSeat } from './seat.ts'

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
    mode: 'spoken',
    channels,
    enqueuedAt: now,
    guests: [],
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
    handover: null,
    room,
    identity: 'o-c.1',
    visitorIdentity: 't-c',
    channels,
    visitorChannels: channels,
    guests: [],
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
  queueLength: 0,
  handOver: null,
})

it('seats a totem in the room of its own live call', () => {
  expect(totemSeat(totemPage(waiting), call)).toEqual({
    ok: true,
    value: { room: 'call-c', identity: 't-c' },
  })
})

it('[SW-M12] seats it in a room that is away: it may be back any moment', () => {
  expect(totemSeat(totemPage(waiting, { name: 'call-c', media: 'away' }), call)).toMatchObject({ ok: true })
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

const consulting: DeskWork = {
  kind: 'consulting',
  consult: {
    offerId: offerId('c.2'),
    callId: call,
    totemName: '',
    service: serviceSlug('urp'),
    serviceTitle: '',
    needs: { skills: [], language: null, mode: 'spoken' },
    note: '',
    from: { displayName: '', officeName: '', identity: 'o-c.1', channels },
    room: { name: 'consult-c.2', media: 'open' },
    identity: 'o-c.2',
    channels,
    isFromLost: false,
  },
  endsAt: now,
  isLost: false,
}

it('seats who is asked in the room of the consult, and not in the visitor’s', () => {
  expect(consultSeat(deskPage(consulting), offerId('c.2'))).toEqual({
    ok: true,
    value: { room: 'consult-c.2', identity: 'o-c.2' },
  })
  expect(deskSeat(deskPage(consulting), offerId('c.2'))).toEqual({ ok: false, refusal: 'offer-over' })
  expect(consultSeat(deskPage(consulting), offer)).toEqual({ ok: false, refusal: 'no-consult' })
  expect(consultSeat(deskPage(ringing()), offer)).toEqual({ ok: false, refusal: 'no-consult' })
})

it('seats a supervisor only in a call that they are in', () => {
  const supervised = {
    id: call,
    as: 'listening' as const,
    totemName: '',
    serviceTitle: '',
    room: open,
    identity: 'l-c.5',
    visitorIdentity: 't-c',
    operators: [],
    guests: [],
    isSigned: false,
    isOnHold: false,
  }
  expect(supervisorSeat({ audience: 'supervision', serverNow: now, call: supervised })).toEqual({
    ok: true,
    value: { room: 'call-c', identity: 'l-c.5', isHeard: false },
  })
  expect(supervisorSeat({ audience: 'supervision', serverNow: now, call: null })).toMatchObject({ ok: false })
})
