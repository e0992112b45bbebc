import { describe, expect, it } from 'vitest'
import { epochMs } from '@/lib/switchboard/ids.ts'
import { deskAt, offerFrom } from '../sample-views.ts'
import { uncheckedBecause } from './unchecked-because.ts'

const idle = { kind: 'idle', readyAt: epochMs(0) } as const
const unchecked = { devices: { kind: 'unchecked' } } as const
const connecting = { kind: 'connecting', offer: offerFrom(), lost: { totem: null, desk: null } } as const

describe('uncheckedBecause', () => {
  it('says nothing while devices are checked', () => {
    expect(uncheckedBecause('call_failed', null, deskAt(idle))).toBeNull()
  })

  it('asks for the first check of a page', () => {
    expect(uncheckedBecause(null, null, deskAt(idle, unchecked))).toBe('not_yet')
  })

  it('does not blame a call that another page has taken over and that goes on', () => {
    expect(uncheckedBecause(null, deskAt(connecting), deskAt(connecting, unchecked))).toBe('not_yet')
  })

  it('says that a call failed, and keeps saying so until the next check', () => {
    const failed = uncheckedBecause(null, deskAt(connecting), deskAt(idle, unchecked))
    expect(failed).toBe('call_failed')
    const { operator } = deskAt(idle)
    const joining = {
      kind: 'joining',
      offer: offerFrom(),
      aim: 'take_over',
      first: { ...operator, identity: 'o-call.1', channels: offerFrom().channels },
      deadline: epochMs(0),
      isVisitorLost: false,
      supervisor: null,
    } as const
    expect(uncheckedBecause(null, deskAt(joining), deskAt(idle, unchecked))).toBe('call_failed')
    expect(uncheckedBecause(failed, deskAt(idle, unchecked), deskAt(idle, unchecked))).toBe('call_failed')
  })
})
