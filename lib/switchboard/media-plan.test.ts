import { describe, expect, it } from 'vitest'
import type { LostEnds } from './board.ts'
import { callId, epochMs, offerId, operatorId, pageEpoch, serviceSlug, totemId } from './ids.ts'
import { deskMediaPlan, type MediaPlan, totemMediaPlan, VIEW_LOST_MS, VIEW_TIMEOUT_MS } from './media-plan.ts'
import {
  type DeskView,
  type DeskWork,
  type GuestInCall,
  NOTHING_BESIDES,
  type RoomView,
  type TotemPhase,
  type TotemView,
} from './views.ts'

const VISITOR = 't-lobby'
const ANNA = 'o-lobby.1'
const OPEN: RoomView = { name: 'call-lobby', media: 'open' }
const now = epochMs(Date.UTC(2026, 10, 23, 9))
const NOBODY_LOST: LostEnds = { totem: null, desk: null }
const TOTEM_LOST: LostEnds = { totem: now, desk: null }
const DESK_LOST: LostEnds = { totem: null, desk: now }
const channels = { sound: true, picture: true, text: false }
const anna = { displayName: 'Anna', officeName: 'URP', identity: ANNA, channels }

const NOWHERE: MediaPlan = { room: null, send: 'muted', mayReceive: [], shows: [] }
const totemRoom = { name: OPEN.name, identity: VISITOR }
const deskRoom = { name: OPEN.name, identity: ANNA }

function totemView(
  phase: TotemPhase | null,
  { room = OPEN, page = 'current', guests = [] }: Partial<Where> = {},
): TotemView {
  return {
    audience: 'totem',
    serverNow: now,
    page,
    epoch: pageEpoch(1),
    bodyName: 'Comune',
    phone: '059 20311',
    totem: { id: totemId('lobby'), slug: 'lobby', name: 'Totem' },
    callable: {},
    call: phase && {
      id: callId('lobby'),
      service: { slug: serviceSlug('urp'), title: 'URP' },
      room,
      identity: VISITOR,
      mode: 'spoken',
      channels,
      enqueuedAt: now,
      guests,
      phase,
    },
  }
}

interface Where {
  room: RoomView
  page: 'current' | 'replaced'
  guests: readonly GuestInCall[]
}

const deskView = (work: DeskWork, page: Where['page'] = 'current'): DeskView => ({
  audience: 'desk',
  serverNow: now,
  page,
  epoch: pageEpoch(1),
  bodyName: 'Comune',
  operator: { id: operatorId('anna'), displayName: 'Anna', officeName: 'URP' },
  intent: 'available',
  intentBy: 'self',
  breakReason: null,
  devices: { kind: 'checked', channels },
  work,
  queue: [],
  queueLength: 0,
  handOver: null,
})

const offer = (room: RoomView = OPEN) => ({
  id: offerId('lobby.1'),
  callId: callId('lobby'),
  totemName: 'Totem',
  service: serviceSlug('urp'),
  serviceTitle: 'URP',
  needs: { skills: [], language: null, mode: 'spoken' as const },
  enqueuedAt: now,
  again: false,
  handover: null,
  room,
  identity: ANNA,
  visitorIdentity: VISITOR,
  channels,
  visitorChannels: channels,
  guests: [],
  callback: null,
})

const waiting: TotemPhase = {
  kind: 'waiting',
  position: 1,
  again: false,
  wait: { kind: 'position' },
  stillHere: null,
  callbackOffered: false,
}
const waitingAgain: TotemPhase = {
  kind: 'waiting',
  position: 1,
  again: true,
  wait: { kind: 'position' },
  stillHere: null,
  callbackOffered: false,
}
const ringing: TotemPhase = { kind: 'ringing', position: 1, again: false, ringing: anna }
const connecting = (lost = NOBODY_LOST): TotemPhase => ({ kind: 'connecting', operator: anna, lost })
const inCall = (lost = NOBODY_LOST): TotemPhase => ({
  kind: 'in_call',
  operator: anna,
  connectedAt: now,
  lost,
  ...NOTHING_BESIDES,
})
const over: TotemPhase = { kind: 'over', outcome: { kind: 'ended', by: 'desk' } }

const deskRinging = (room = OPEN): DeskWork => ({
  kind: 'ringing',
  offer: offer(room),
  offeredAt: now,
  expiresAt: now,
})
const deskConnecting = (lost = NOBODY_LOST): DeskWork => ({ kind: 'connecting', offer: offer(), lost })
const deskInCall = (lost = NOBODY_LOST): DeskWork => ({
  kind: 'in_call',
  offer: offer(),
  connectedAt: now,
  lost,
  ...NOTHING_BESIDES,
})
const wrapUp: DeskWork = {
  kind: 'wrap_up',
  callId: callId('lobby'),
  totemName: 'Totem',
  service: serviceSlug('urp'),
  serviceTitle: 'URP',
  endsAt: now,
  isExtended: false,
}

describe('what the totem sends, to whom, and whom it shows', () => {
  it.each([
    ['[SW-M1] waiting', waiting, { send: 'muted', mayReceive: [], shows: [] }],
    [
      '[SW-M1] waiting again after an operator was lost',
      waitingAgain,
      { send: 'muted', mayReceive: [], shows: [] },
    ],
    ['[SW-M2] an operator is rung', ringing, { send: 'muted', mayReceive: [ANNA], shows: [] }],
    ['[SW-M3] connecting', connecting(), { send: 'live', mayReceive: [ANNA], peopleOnly: [], shows: [ANNA] }],
    ['[SW-M3] in call', inCall(), { send: 'live', mayReceive: [ANNA], peopleOnly: [], shows: [ANNA] }],
    [
      '[SW-M3] this end was lost and is back before the board knows',
      inCall(TOTEM_LOST),
      { send: 'live', mayReceive: [ANNA], peopleOnly: [], shows: [ANNA] },
    ],
    [
      '[SW-M4] connecting, the desk is lost',
      connecting(DESK_LOST),
      { send: 'muted', mayReceive: [ANNA], peopleOnly: [], shows: [ANNA] },
    ],
    [
      '[SW-M4] in call, the desk is lost',
      inCall(DESK_LOST),
      { send: 'muted', mayReceive: [ANNA], peopleOnly: [], shows: [ANNA] },
    ],
  ] as const)('%s', (_situation, phase, expected) => {
    expect(totemMediaPlan(totemView(phase), 0)).toEqual({ room: totemRoom, ...expected })
  })

  it('[SW-M5] no call, or one that is over: in no room', () => {
    expect(totemMediaPlan(totemView(null), 0)).toEqual(NOWHERE)
    expect(totemMediaPlan(totemView(over), 0)).toEqual(NOWHERE)
  })

  it.each([waiting, ringing, connecting(), inCall()])('[SW-M5] no room before it is open: $kind', (phase) => {
    for (const media of ['opening', 'failed'] as const) {
      expect(totemMediaPlan(totemView(phase, { room: { ...OPEN, media } }), 0)).toEqual(NOWHERE)
    }
  })

  it.each([waiting, ringing, connecting(), inCall()])(
    '[SW-M12] [SW-409] a room that is away is as an open one, and whoever is in it says so: $kind',
    (phase) => {
      const away = totemView(phase, { room: { ...OPEN, media: 'away' } })
      const { room, ...plan } = totemMediaPlan(totemView(phase), 0)
      expect(totemMediaPlan(away, 0)).toEqual({ room: { ...room, isAway: true }, ...plan })
    },
  )

  it.each([waiting, ringing, connecting(), inCall()])(
    '[SW-M5] a page that was replaced stops: $kind',
    (phase) => {
      expect(totemMediaPlan(totemView(phase, { page: 'replaced' }), 0)).toEqual(NOWHERE)
    },
  )
})

describe('what the desk sends, to whom, and whom it shows', () => {
  it.each([
    ['[SW-M2] ringing', deskRinging(), { send: 'muted', mayReceive: [VISITOR], shows: [] }],
    [
      '[SW-M3] connecting',
      deskConnecting(),
      { send: 'live', mayReceive: [VISITOR], peopleOnly: [], shows: [VISITOR] },
    ],
    [
      '[SW-M3] in call',
      deskInCall(),
      { send: 'live', mayReceive: [VISITOR], peopleOnly: [], shows: [VISITOR] },
    ],
    [
      '[SW-M4] connecting, the totem is lost',
      deskConnecting(TOTEM_LOST),
      { send: 'muted', mayReceive: [VISITOR], peopleOnly: [], shows: [VISITOR] },
    ],
    [
      '[SW-M4] in call, the totem is lost',
      deskInCall(TOTEM_LOST),
      { send: 'muted', mayReceive: [VISITOR], peopleOnly: [], shows: [VISITOR] },
    ],
  ] as const)('%s', (_situation, work, expected) => {
    expect(deskMediaPlan(deskView(work), 0)).toEqual({ room: deskRoom, ...expected })
  })

  it.each<DeskWork>([{ kind: 'idle', readyAt: now }, { kind: 'not_responding', since: now }, wrapUp])(
    '[SW-M5] without a call in no room: $kind',
    (work) => {
      expect(deskMediaPlan(deskView(work), 0)).toEqual(NOWHERE)
    },
  )

  it('[SW-M5] no room before it is open', () => {
    for (const media of ['opening', 'failed'] as const) {
      expect(deskMediaPlan(deskView(deskRinging({ ...OPEN, media })), 0)).toEqual(NOWHERE)
    }
  })

  it('[SW-M12] [SW-409] a room that is away is as an open one, and whoever is in it says so', () => {
    const away = deskView(deskRinging({ ...OPEN, media: 'away' }))
    const { room, ...plan } = deskMediaPlan(deskView(deskRinging()), 0)
    expect(deskMediaPlan(away, 0)).toEqual({ room: { ...room, isAway: true }, ...plan })
  })

  it.each([deskRinging(), deskConnecting(), deskInCall()])(
    '[SW-M5] a page that was replaced stops: $kind',
    (work) => {
      expect(deskMediaPlan(deskView(work, 'replaced'), 0)).toEqual(NOWHERE)
    },
  )
})

describe('[SW-M4] a view that nobody has confirmed for 20 s', () => {
  const plans = [
    ['totem, connecting', (age: number) => totemMediaPlan(totemView(connecting()), age)],
    ['totem, in call', (age: number) => totemMediaPlan(totemView(inCall()), age)],
    ['desk, connecting', (age: number) => deskMediaPlan(deskView(deskConnecting()), age)],
    ['desk, in call', (age: number) => deskMediaPlan(deskView(deskInCall()), age)],
  ] as const

  it.each(plans)('mutes but stays: %s', (_end, planAt) => {
    expect(VIEW_TIMEOUT_MS).toBe(20_000)
    expect(planAt(19_999).send).toBe('live')
    expect(planAt(20_000)).toEqual({ ...planAt(0), send: 'muted' })
  })

  it.each(plans)('[SW-M5] leaves once the switchboard must have given it up: %s', (_end, planAt) => {
    expect(planAt(VIEW_LOST_MS - 1).room).not.toBeNull()
    expect(planAt(VIEW_LOST_MS)).toMatchObject(NOWHERE)
  })

  it.each(plans)('[SW-M5] keeps what was typed there, unlike an end that was told: %s', (_end, planAt) => {
    expect(planAt(VIEW_LOST_MS - 1).mayReturnTo).toBeUndefined()
    expect(planAt(VIEW_LOST_MS).mayReturnTo).toEqual(planAt(0).room)
    expect(totemMediaPlan(totemView(null), VIEW_LOST_MS).mayReturnTo).toBeUndefined()
    expect(deskMediaPlan(deskView({ kind: 'idle', readyAt: now }), VIEW_LOST_MS).mayReturnTo).toBeUndefined()
  })
})
