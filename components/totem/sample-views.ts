import { callId, type EpochMs, epochMs, pageEpoch, serviceSlug, totemId } from '@/lib/switchboard/ids.ts'
import type { NextSteps, OperatorAtTotem, TotemCall, TotemPhase, TotemView } from '@/lib/switchboard/views.ts'

/** Views for tests: the totem of via Padova, on Monday 23 November 2026 at 10:42 in Modena. */
export const MONDAY_1042 = Date.parse('2026-11-23T10:42:00+01:00')

export const totemShowing = (call: TotemCall | null, more: Partial<TotemView> = {}): TotemView => ({
  audience: 'totem',
  serverNow: epochMs(MONDAY_1042),
  page: 'current',
  epoch: pageEpoch(1),
  bodyName: 'Comune di Modena',
  phone: '059 20312',
  totem: { id: totemId('padova'), slug: 'padova-149', name: 'Totem di via Padova 149' },
  callable: { urp: { kind: 'yes', closesAt: null, waiting: 0, wait: { kind: 'now' } } },
  call,
  ...more,
})

export const callIn = (phase: TotemPhase, more: Partial<TotemCall> = {}): TotemCall => ({
  id: callId('call'),
  service: { slug: serviceSlug('urp'), title: 'URP' },
  room: { name: 'call-call', media: 'opening' },
  identity: 't-call',
  mode: 'spoken',
  channels: { sound: true, picture: true, text: true },
  enqueuedAt: epochMs(MONDAY_1042),
  guests: [],
  phase,
  ...more,
})

/** Closed until then; null: nobody knows. */
export const stepsUntil = (opensAt: EpochMs | null, more: Partial<NextSteps> = {}): NextSteps => ({
  phone: '059 20312',
  opensAt,
  totemOpensAt: opensAt,
  serviceOpensAt: null,
  totem: null,
  callback: false,
  ...more,
})

export const ANNA: OperatorAtTotem = {
  displayName: 'Anna',
  officeName: 'URP',
  identity: 'o-call.1',
  channels: { sound: true, picture: true, text: true },
}
