import { describe, expect, it } from 'vitest'
import { epochMs, offerId } from '@/lib/switchboard/ids.ts'
import { deskAt, offerFrom, ringing } from '../sample-views.ts'
import { answerRefusalWords } from './answer-refusal.ts'
import { endedUnasked } from './ended-unasked.ts'

const idle = deskAt({ kind: 'idle', readyAt: epochMs(0) })
const rung = deskAt(ringing())

describe('endedUnasked', () => {
  it('notices a visitor who left while it rang', () => {
    expect(endedUnasked(rung, idle, null)).toBe('left')
  })

  it('notices a colleague who no longer asks', () => {
    const { operator } = idle
    const asked = offerFrom()
    const consulted = deskAt({
      kind: 'consult_ringing',
      consult: {
        ...asked,
        offerId: offerId('call.2'),
        note: '',
        from: { ...operator, identity: 'o-call.1', channels: asked.channels },
        isFromLost: false,
      },
      offeredAt: epochMs(0),
      expiresAt: epochMs(20_000),
    })
    expect(endedUnasked(consulted, idle, null)).toBe('colleague_left')
    expect(endedUnasked(consulted, idle, offerId('call.2'))).toBeNull()
    expect(endedUnasked(consulted, deskAt({ kind: 'not_responding', since: epochMs(0) }), null)).toBeNull()
  })

  it('says nothing about a ring that was declined here, or left unanswered, or answered', () => {
    expect(endedUnasked(rung, idle, offerId('call.1'))).toBeNull()
    expect(endedUnasked(rung, deskAt({ kind: 'not_responding', since: epochMs(0) }), null)).toBeNull()
    expect(endedUnasked(rung, rung, null)).toBeNull()
  })

  it('does not take going on a break for a visitor who left', () => {
    expect(endedUnasked(rung, { ...idle, intent: 'on_break' }, null)).toBeNull()
  })
})

describe('answerRefusalWords', () => {
  it('has its own words for each way to be late', () => {
    const codes = ['offer-withdrawn', 'offer-expired', 'offer-not-yours', 'unreachable', 'offer-over']
    expect(codes.map(answerRefusalWords)).toEqual([
      'left',
      'too_late',
      'someone_else',
      'unreachable',
      'other',
    ])
  })
})
