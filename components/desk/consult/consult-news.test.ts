import { describe, expect, it } from 'vitest'
import { epochMs, offerId } from '@/lib/switchboard/ids.ts'
import { type ColleagueAtDesk, type DeskWork, NOTHING_BESIDES } from '@/lib/switchboard/views.ts'
import { offerFrom } from '../sample-views.ts'
import { consultNews } from './consult-news.ts'

const RINGS_UNTIL = epochMs(1_020_000)
const bruno: ColleagueAtDesk = {
  part: 'second',
  stage: 'ringing',
  operator: {
    displayName: 'Bruno',
    officeName: 'URP',
    identity: 'o-call.2',
    channels: { sound: true, picture: true, text: true },
  },
  room: { name: 'consult-call.2', media: 'open' },
  until: RINGS_UNTIL,
  isLost: false,
}
const inCall = (colleague: ColleagueAtDesk | null): Extract<DeskWork, { kind: 'in_call' }> => ({
  kind: 'in_call',
  offer: offerFrom(),
  connectedAt: epochMs(996_000),
  lost: { totem: null, desk: null },
  ...NOTHING_BESIDES,
  colleague,
})
const alone = inCall(null)
const told = (more: Partial<ColleagueAtDesk>, at = 1_005_000, work: DeskWork = alone) =>
  consultNews(inCall({ ...bruno, ...more }), work, epochMs(at))

describe('consultNews', () => {
  it.each([
    ['declined', {}, 1_005_000],
    ['silent', {}, 1_020_100],
    ['noRoom', { room: { name: 'consult-call.2', media: 'opening' } }, 1_011_000],
    ['noRoom', { stage: 'consulting', room: { name: 'consult-call.2', media: 'opening' } }, 1_011_000],
    ['left', { stage: 'consulting', until: epochMs(1_600_000) }, 1_100_000],
    ['notJoined', { stage: 'joining', room: null, until: epochMs(1_035_000) }, 1_035_000],
  ] as const)('says %s to whoever asked', (what, more, at) => {
    expect(told(more, at)).toEqual({ what, name: 'Bruno' })
  })

  it('says nothing of a colleague who is still there, came to the visitor, or was never asked', () => {
    expect(told({}, 1_005_000, inCall({ ...bruno, stage: 'consulting' }))).toBeNull()
    expect(told({ stage: 'beside' })).toBeNull()
    expect(told({ part: 'first' })).toBeNull()
    expect(consultNews(alone, alone, epochMs(0))).toBeNull()
  })

  it('says nothing once this desk no longer has that call', () => {
    expect(told({}, 1_005_000, { kind: 'idle', readyAt: epochMs(0) })).toBeNull()
    const another = { ...alone, offer: offerFrom({ id: offerId('other.1') }) }
    expect(told({}, 1_005_000, another)).toBeNull()
  })
})
