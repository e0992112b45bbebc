import { describe, expect, it } from 'vitest'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
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
  receives: { sound: true, picture: true, text: false },
  soundBlocked: false,
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

  it('reminds a muted operator, who did it on purpose, last', () => {
    const muted = { ...well, userMuted: { sound: true, picture: false } }
    expect(callTroubles(inCall(), muted, now)).toEqual([{ kind: 'youAreMuted' }])
  })
})
