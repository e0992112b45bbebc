import { describe, expect, it } from 'vitest'
import { USUAL_HARDWARE } from '@/lib/content/totem-hardware.ts'
import type { CallOutcome } from '@/lib/switchboard/board.ts'
import { callId, epochMs } from '@/lib/switchboard/ids.ts'
import { NOTHING_BESIDES, type TotemPhase } from '@/lib/switchboard/views.ts'
import { ANNA, callIn, totemShowing } from './sample-views.ts'
import { type Link, quietMsOn, screenFor, timesOut } from './screen.ts'
import { NEW_VISITOR, nextState, type TotemAction, type TotemState } from './totem-state.ts'

const having = (...actions: TotemAction[]): TotemState => actions.reduce(nextState, NEW_VISITOR)
const notice: TotemAction = { type: 'opened', page: { kind: 'notice', service: 'urp' } }
const placing = having(notice, { type: 'callStarted' })

const waiting: TotemPhase = {
  kind: 'waiting',
  position: 2,
  again: false,
  wait: { kind: 'position' },
  stillHere: null,
  callbackOffered: false,
}
const ringing: TotemPhase = { kind: 'ringing', position: 1, again: false, ringing: ANNA }
const nobodyLost = { totem: null, desk: null }
const connecting: TotemPhase = { kind: 'connecting', operator: ANNA, lost: nobodyLost }
const inCall: TotemPhase = {
  kind: 'in_call',
  operator: ANNA,
  connectedAt: epochMs(0),
  lost: nobodyLost,
  ...NOTHING_BESIDES,
}
const over = (outcome: CallOutcome): TotemPhase => ({ kind: 'over', outcome })

const shown = (phase: TotemPhase, link: Link = 'up', state = NEW_VISITOR) =>
  screenFor(state, totemShowing(callIn(phase)), link)

describe('a call in the stream decides, whatever is being read', () => {
  it.each([
    [waiting, 'wait'],
    [ringing, 'wait'],
    [connecting, 'call'],
    [inCall, 'call'],
    [over({ kind: 'ended', by: 'desk' }), 'thanks'],
    [over({ kind: 'closed', why: 'media_away' }), 'trouble'],
    [over({ kind: 'callback', callbackId: callId('later'), window: null }), 'promise'],
  ] as const)('%o', (phase, kind) => {
    const reading = having({ type: 'opened', page: { kind: 'sheet', service: 'cie' } })
    expect(shown(phase, 'up', reading).kind).toBe(kind)
  })

  it('shows the page again at once when the visitor has cancelled', () => {
    expect(shown(over({ kind: 'abandoned', by: 'visitor' }))).toEqual({
      kind: 'page',
      page: { kind: 'home' },
    })
  })

  it('shows home once the last screen was closed, before the stream drops the call', () => {
    const call = callIn(over({ kind: 'ended', by: 'desk' }))
    const state = having({ type: 'wiped', dismissed: call.id })
    expect(screenFor(state, totemShowing(call), 'up')).toEqual({ kind: 'page', page: { kind: 'home' } })
  })

  it('never hides a live call, whatever was put away', () => {
    const call = callIn(inCall)
    const state = having({ type: 'wiped', dismissed: call.id })
    expect(screenFor(state, totemShowing(call), 'up').kind).toBe('call')
  })

  it('is over at this end as soon as the visitor leaves', () => {
    const { id } = callIn(waiting)
    const left = (phase: TotemPhase) => screenFor(NEW_VISITOR, totemShowing(callIn(phase)), 'up', id)
    expect(left(waiting)).toEqual({ kind: 'page', page: { kind: 'home' } })
    expect(left(connecting).kind).toBe('page')
    expect(left(inCall).kind).toBe('thanks')
    expect(left(over({ kind: 'ended', by: 'totem' })).kind).toBe('thanks')
    const done = having({ type: 'wiped', dismissed: id })
    expect(screenFor(done, totemShowing(callIn(inCall)), 'up', id).kind).toBe('page')
  })
})

describe('between Avvia and the stream', () => {
  it('is already the wait, without a place', () => {
    expect(screenFor(placing, totemShowing(null), 'up')).toEqual({ kind: 'wait', service: 'urp', call: null })
  })
})

describe('without the server', () => {
  it('keeps a call on the screen while it may come back', () => {
    expect(shown(waiting, 'down').kind).toBe('wait')
    expect(shown(inCall, 'down').kind).toBe('call')
  })

  it('shows the phone number once the server must have given the totem up', () => {
    expect(shown(waiting, 'stale')).toMatchObject({ kind: 'trouble', trouble: 'offline' })
    expect(shown(inCall, 'stale')).toMatchObject({ kind: 'trouble', trouble: 'offline' })
    expect(screenFor(placing, null, 'stale')).toMatchObject({ kind: 'trouble', trouble: 'offline' })
  })

  it('keeps pages readable', () => {
    const reading = having({ type: 'opened', page: { kind: 'sheet', service: 'cie' } })
    expect(screenFor(reading, null, 'stale')).toEqual({
      kind: 'page',
      page: { kind: 'sheet', service: 'cie' },
    })
  })

  it('offers no Avvia that cannot be kept', () => {
    expect(screenFor(having(notice), totemShowing(null), 'down')).toMatchObject({ trouble: 'offline' })
  })
})

it('stops when another page speaks for the totem, also in a call', () => {
  expect(screenFor(NEW_VISITOR, totemShowing(callIn(inCall), { page: 'replaced' }), 'up').kind).toBe(
    'replaced',
  )
})

describe('leaving a number', () => {
  const call = callIn(waiting)
  const leaving = (id = call.id) =>
    having({ type: 'opened', page: { kind: 'callback', service: 'urp', callId: id } })

  it('takes the place of the wait that it gives up, and of what that has come to', () => {
    for (const phase of [waiting, ringing, over({ kind: 'expired' })]) {
      expect(shown(phase, 'up', leaving())).toMatchObject({ kind: 'page', page: { kind: 'callback' } })
    }
  })

  it('gives way to whoever answers, to the promise, and to another call', () => {
    expect(shown(connecting, 'up', leaving()).kind).toBe('call')
    const left = over({ kind: 'callback', callbackId: callId('later'), window: null })
    expect(shown(left, 'up', leaving()).kind).toBe('promise')
    expect(shown(waiting, 'up', leaving(callId('another'))).kind).toBe('wait')
  })
})

it('asks for a code when the credential is gone', () => {
  expect(screenFor(NEW_VISITOR, null, 'unregistered').kind).toBe('unregistered')
})

describe('a visitor may have left', () => {
  it('never in a call, and never at a fresh home', () => {
    for (const phase of [waiting, ringing, connecting, inCall]) {
      expect(timesOut(shown(phase), NEW_VISITOR)).toBe(false)
    }
    expect(timesOut(screenFor(NEW_VISITOR, null, 'up'), NEW_VISITOR)).toBe(false)
  })

  it('on any page, on trouble, and where the language was changed', () => {
    const english = having({ type: 'languageChosen', locale: 'en' })
    expect(timesOut(screenFor(english, null, 'up'), english)).toBe(true)
    const reading = having(notice)
    expect(timesOut(screenFor(reading, null, 'up'), reading)).toBe(true)
    expect(timesOut(shown(over({ kind: 'expired' })), NEW_VISITOR)).toBe(true)
  })
})

it('gives whoever types two minutes between touches, and whoever reads one', () => {
  expect(quietMsOn({ kind: 'page', page: { kind: 'search' } }, USUAL_HARDWARE)).toBe(120_000)
  expect(quietMsOn({ kind: 'page', page: { kind: 'offices' } }, USUAL_HARDWARE)).toBe(60_000)
})
