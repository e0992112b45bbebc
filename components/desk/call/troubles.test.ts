import { describe, expect, it } from 'vitest'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { HEALTHY } from '@/components/call/health/health-report.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import { type DeskOffer, type DeskWork, NOTHING_BESIDES } from '@/lib/switchboard/views.ts'
import { offerFrom, ringing } from '../sample-views.ts'
import { callTroubles } from './troubles.ts'

const now = epochMs(1_000_000)
const open = { kind: 'open', label: '' } as const
const well: CallMediaState = {
  devices: { sound: open, picture: open },
  userMuted: { sound: false, picture: false },
  sending: { sound: true, picture: true },
  channels: { sound: true, picture: true, text: false },
  connection: 'connected',
  ready: true,
  remote: null,
  reachable: [],
  remotes: [],
  receives: { sound: true, picture: true, text: false },
  soundBlocked: false,
  volume: -6,
  selfView: null,
}
const inCall = (
  lost: { totem: number | null; desk: number | null } = { totem: null, desk: null },
  offer: Partial<DeskOffer> = {},
): DeskWork => ({
  kind: 'in_call',
  offer: offerFrom(offer),
  connectedAt: epochMs(990_000),
  lost: {
    totem: lost.totem === null ? null : epochMs(lost.totem),
    desk: lost.desk === null ? null : epochMs(lost.desk),
  },
  ...NOTHING_BESIDES,
})

describe('callTroubles', () => {
  it('finds nothing in a call that is well, nor in one that still rings', () => {
    expect(callTroubles(inCall(), well, now)).toEqual([])
    expect(callTroubles(ringing(), { ...well, soundBlocked: true }, now)).toEqual([])
  })

  it('counts down while the totem is away, and does not blame its camera then', () => {
    const work = inCall(
      { totem: 1_017_000, desk: null },
      { visitorChannels: { sound: false, picture: false, text: false } },
    )
    expect(callTroubles(work, well, now)).toEqual([{ kind: 'totemLost', untilMs: 17_000 }])
  })

  it('[SW-M12] says that the room is opened again, and counts nobody down meanwhile', () => {
    const room = { name: 'call-call', media: 'away' } as const
    const work = inCall({ totem: 1_017_000, desk: 1_003_000 }, { room })
    for (const connection of ['reconnecting', 'lost', 'connecting'] as const) {
      expect(callTroubles(work, { ...well, connection }, now)).toEqual([{ kind: 'roomOpening' }])
    }
    expect(callTroubles(inCall(undefined, { room }), well, now)).toEqual([])
  })

  it('says which channel of the totem is missing', () => {
    const noCamera = { visitorChannels: { sound: true, picture: false, text: false } }
    expect(callTroubles(inCall(undefined, noCamera), well, now)).toEqual([{ kind: 'totemNoCamera' }])
  })

  it('puts the own loss first and keeps the rest', () => {
    const lostCamera = { ...well.devices, picture: { kind: 'unavailable', why: 'lost' } as const }
    const troubles = callTroubles(
      inCall({ totem: null, desk: 1_003_000 }),
      { ...well, devices: lostCamera },
      now,
    )
    expect(troubles).toEqual([{ kind: 'deskLost', untilMs: 3_000 }, { kind: 'ownCameraTrouble' }])
  })

  it('tells how the call does, what the operator can mend first, and nothing while the totem is away', () => {
    const bad = { ...HEALTHY, link: 'bad', isSoundFirst: true } as const
    const health = {
      own: { ...HEALTHY, link: 'weak', pictureFault: 'frozen' } as const,
      theirs: { ...bad, hearsNothing: true },
      others: [],
    }
    expect(callTroubles(inCall(), well, now, health).map(({ kind }) => kind)).toEqual([
      'ownSilent',
      'totemFrozen',
      'ownLinkWeak',
      'totemSoundFirst',
    ])
    const away = inCall({ totem: 1_017_000, desk: null })
    expect(callTroubles(away, well, now, health).map(({ kind }) => kind)).toEqual(['totemLost'])
  })

  it('says whose loudspeaker an echo comes from, and what helps there', () => {
    const echo = { ...HEALTHY, hearsEcho: true }
    const maria = { identity: 'g-maria', own: echo, theirs: echo }
    const told = (own: typeof echo, theirs: typeof echo) =>
      callTroubles(inCall(), well, now, { own, theirs, others: [maria] })
    expect(told(echo, HEALTHY)).toEqual([
      { kind: 'totemEchoes' },
      { kind: 'otherHearsEcho', identity: 'g-maria' },
      { kind: 'otherEchoes', identity: 'g-maria' },
    ])
    expect(told(HEALTHY, echo)).toEqual([{ kind: 'ownEchoes' }, { kind: 'otherEchoes', identity: 'g-maria' }])
  })

  it('names who else is not well, and says once what the visitor has noticed too', () => {
    const silent = { ...HEALTHY, hearsNothing: true }
    const maria = { identity: 'g-maria', own: silent, theirs: silent }
    const told = (theirs: typeof silent) =>
      callTroubles(inCall(), well, now, { own: HEALTHY, theirs, others: [maria] })
    expect(told(HEALTHY)).toEqual([
      { kind: 'otherHearsNothing', identity: 'g-maria' },
      { kind: 'otherSilent', identity: 'g-maria' },
    ])
    expect(told(silent)).toEqual([{ kind: 'ownSilent' }, { kind: 'otherSilent', identity: 'g-maria' }])
  })

  it('reminds a muted operator, who did it on purpose, last', () => {
    const muted = { ...well, userMuted: { sound: true, picture: false } }
    expect(callTroubles(inCall(), muted, now)).toEqual([{ kind: 'youAreMuted' }])
  })
})
