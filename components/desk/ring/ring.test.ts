import { describe, expect, it } from 'vitest'
import { epochMs, offerId } from '@/lib/switchboard/ids.ts'
import { deskAt, ringing } from '../sample-views.ts'
import { answerRefusalWords } from './answer-refusal.ts'
import { endedUnasked } from './ended-unasked.ts'

const idle = deskAt({ kind: 'idle', readyAt: epochMs(0) })
const rung = deskAt(ringing())

describe('endedUnasked', () => {
  it('notices a visitor who left while it rang', () => {
    expect(endedUnasked(rung, idle, null)).toBe(true)
  })

  it('says nothing about a ring that was declined here, or left unanswered, or answered', () => {
    expect(endedUnasked(rung, idle, offerId('call.1'))).toBe(false)
    expect(endedUnasked(rung, deskAt({ kind: 'not_responding', since: epochMs(0) }), null)).toBe(false)
    expect(endedUnasked(rung, rung, null)).toBe(false)
  })

  it('does not take going on a break for a visitor who left', () => {
    expect(endedUnasked(rung, { ...idle, intent: 'on_break' }, null)).toBe(false)
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
