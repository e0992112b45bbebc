import { describe, expect, it } from 'vitest'
import { epochMs, offerId } from '@/lib/switchboard/ids.ts'
import { deskMediaPlan } from '@/lib/switchboard/media-plan.ts'
import { deskAt, ringing } from '../sample-views.ts'
import { withAnswer } from './answered-view.ts'

const ours = offerId('call.1')

describe('withAnswer', () => {
  it('opens the microphone to the visitor once the server has said yes', () => {
    const view = deskAt(ringing())
    expect(deskMediaPlan(withAnswer(view, null), 0)).toMatchObject({ send: 'muted', shows: [] })
    expect(deskMediaPlan(withAnswer(view, ours), 0)).toMatchObject({ send: 'live', shows: ['t-call'] })
  })

  it('does nothing for another offer than the one that was answered', () => {
    const next = deskAt(ringing({ id: offerId('call.2') }))
    expect(withAnswer(next, ours)).toBe(next)
  })

  it('lets every later view of the stream stand', () => {
    const withdrawn = deskAt({ kind: 'idle', readyAt: epochMs(0) })
    expect(withAnswer(withdrawn, ours)).toBe(withdrawn)
  })

  it('opens nothing on a page that was replaced', () => {
    const replaced = deskAt(ringing(), { page: 'replaced' })
    expect(deskMediaPlan(withAnswer(replaced, ours), 0)).toMatchObject({ room: null, send: 'muted' })
  })
})
