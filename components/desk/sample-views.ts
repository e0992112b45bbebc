import { callId, epochMs, offerId, operatorId, pageEpoch, serviceSlug } from '@/lib/switchboard/ids.ts'
import type { CallbackAtDesk, DeskOffer, DeskView, DeskWork } from '@/lib/switchboard/views.ts'

/** Views for tests: Anna's desk, and a call from via Padova. */
export const deskAt = (work: DeskWork, more: Partial<DeskView> = {}): DeskView => ({
  audience: 'desk',
  serverNow: epochMs(1_000_000),
  page: 'current',
  epoch: pageEpoch(3),
  bodyName: 'Comune di Modena',
  operator: { id: operatorId('anna'), displayName: 'Anna', officeName: 'URP' },
  intent: 'available',
  intentBy: 'self',
  breakReason: null,
  devices: { kind: 'checked', channels: { sound: true, picture: true, text: true } },
  work,
  queue: [],
  queueLength: 0,
  handOver: null,
  ...more,
})

export const offerFrom = (more: Partial<DeskOffer> = {}): DeskOffer => ({
  id: offerId('call.1'),
  callId: callId('call'),
  totemName: 'Totem di via Padova 149',
  service: serviceSlug('carta-identita'),
  serviceTitle: 'Carta d’identità',
  needs: { skills: [], language: 'it', mode: 'spoken' },
  enqueuedAt: epochMs(990_000),
  channels: { sound: true, picture: true, text: false },
  again: false,
  handover: null,
  room: { name: 'call-call', media: 'open' },
  identity: 'o-call.1',
  visitorIdentity: 't-call',
  visitorChannels: { sound: true, picture: true, text: true },
  guests: [],
  callback: null,
  ...more,
})

/** A visitor who would rather be called, asked for some minutes ago. */
export const callbackFrom = (more: Partial<CallbackAtDesk> = {}): DeskOffer =>
  offerFrom({
    room: { name: 'call-call', media: 'none' },
    visitorChannels: { sound: false, picture: false, text: false },
    callback: {
      reason: 'Devo rinnovare la carta',
      window: null,
      requestedAt: epochMs(700_000),
      failedDials: 0,
      dialsAtMost: 3,
      ...more,
    },
  })

export const ringing = (more: Partial<DeskOffer> = {}): DeskWork => ({
  kind: 'ringing',
  offer: offerFrom(more),
  offeredAt: epochMs(999_000),
  expiresAt: epochMs(1_019_000),
})
