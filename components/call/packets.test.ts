import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { Actual } from './next-step.ts'
import { createPacketGate, MAX_PACKET_BYTES, type PacketGate } from './packets.ts'

/** A totem with its operator and an admitted guest in one room, and everything that left and came in. */
const room = { name: 'call-c', identity: 't-c' }
const TALKING: MediaPlan = {
  room,
  send: 'live',
  mayReceive: ['o-c.1', 'g-c.1', 'l-c.2'],
  shows: ['o-c.1', 'g-c.1'],
}
const bytes = new Uint8Array([1, 2, 3])

let plan: MediaPlan
let place: Actual['link']
let isReconnecting: boolean
let present: string[]
let left: string[]
let heard: string[]
let gate: PacketGate

beforeEach(() => {
  plan = TALKING
  place = { kind: 'joined', room: { ...room } }
  isReconnecting = false
  present = ['o-c.1', 'stranger']
  left = []
  heard = []
  gate = createPacketGate(() => plan, {
    state: () => place,
    isReconnecting: () => isReconnecting,
    participant: (identity) => (present.includes(identity) ? ({} as never) : null),
    sendPacket: (topic, sent, to) => left.push(`${topic} ${sent.byteLength} ${to.join('+')}`),
  })
  gate.on('text', (from, got) => heard.push(`${from} ${got.byteLength}`))
})

afterEach(() => void vi.useRealTimers())

/** An honest attempt to send, and all that came of it. */
const attempt = () => ({
  isTaken: gate.send('text', bytes, ['o-c.1']),
  reachable: gate.reachable(),
  left,
})
const NOTHING = { isTaken: false, reachable: [], left: [] }

it('sends to those that the plan names', () => {
  expect(gate.send('text', bytes, ['o-c.1', 'g-c.1'])).toBe(true)
  expect(left).toEqual(['text 3 o-c.1+g-c.1'])
})

it('sends to nobody else, and not even to the named ones along with another', () => {
  expect(gate.send('text', bytes, ['stranger'])).toBe(false)
  expect(gate.send('text', bytes, ['o-c.1', 'stranger'])).toBe(false)
  expect(gate.send('text', bytes, ['o-c.1 '])).toBe(false)
  expect(left).toEqual([])
})

it('never sends without destinations: that would be everybody in the room', () => {
  expect(gate.send('text', bytes, [])).toBe(false)
  expect(left).toEqual([])
})

it('sends nothing while the plan is muted, whoever is named', () => {
  plan = { ...TALKING, send: 'muted' }
  expect(attempt()).toEqual(NOTHING)
})

it('sends nothing in another room, or as somebody else, than the plan names', () => {
  place = { kind: 'joined', room: { ...room, name: 'call-old' } }
  expect(attempt()).toEqual(NOTHING)
  place = { kind: 'joined', room: { ...room, identity: 't-old' } }
  expect(attempt()).toEqual(NOTHING)
})

it.each([{ kind: 'out' }, { kind: 'joining', room }, { kind: 'signalled', room }] as const)(
  'sends nothing while $kind',
  (state) => {
    place = state
    expect(attempt()).toEqual(NOTHING)
  },
)

it('sends nothing while the connection is coming back: it would wait and leave under a later plan', () => {
  isReconnecting = true
  expect(attempt()).toEqual(NOTHING)
})

it('sends nothing of a wrong size', () => {
  expect(gate.send('text', new Uint8Array(MAX_PACKET_BYTES + 1), ['o-c.1'])).toBe(false)
  expect(gate.send('text', new Uint8Array(), ['o-c.1'])).toBe(false)
  expect(gate.send('', bytes, ['o-c.1'])).toBe(false)
  expect(gate.send('text', new Uint8Array(MAX_PACKET_BYTES), ['o-c.1'])).toBe(true)
})

it('knows who of the named ones is there', () => {
  expect(gate.reachable()).toEqual(['o-c.1'])
  present = ['g-c.1', 'o-c.1', 'stranger']
  expect(gate.reachable()).toEqual(['o-c.1', 'g-c.1'])
})

it('hands on what a shown end sends, under its topic only', () => {
  gate.arrived('o-c.1', 'text', bytes)
  gate.arrived('o-c.1', 'point', bytes)
  expect(heard).toEqual(['o-c.1 3'])
})

it('believes nobody whom the plan does not show: not a stranger, not a listener', () => {
  for (const from of ['stranger', 'l-c.2', 't-c', '']) gate.arrived(from, 'text', bytes)
  expect(heard).toEqual([])
})

it('believes nobody while on hold, and again afterwards', () => {
  plan = { ...TALKING, send: 'muted', shows: [] }
  gate.arrived('o-c.1', 'text', bytes)
  plan = TALKING
  gate.arrived('o-c.1', 'text', bytes)
  expect(heard).toHaveLength(1)
})

it('hands on nothing that comes in a room which the plan does not name', () => {
  place = { kind: 'joined', room: { ...room, name: 'call-old' } }
  gate.arrived('o-c.1', 'text', bytes)
  plan = { ...TALKING, room: null }
  gate.arrived('o-c.1', 'text', bytes)
  expect(heard).toEqual([])
})

it('drops what is empty or too large', () => {
  gate.arrived('o-c.1', 'text', new Uint8Array())
  gate.arrived('o-c.1', 'text', new Uint8Array(MAX_PACKET_BYTES + 1))
  expect(heard).toEqual([])
})

it('tells each listener until it is told no more', () => {
  const stop = gate.on('text', () => heard.push('second'))
  gate.arrived('o-c.1', 'text', bytes)
  stop()
  gate.arrived('o-c.1', 'text', bytes)
  expect(heard).toEqual(['o-c.1 3', 'second', 'o-c.1 3'])
})

it('drops what one end floods, hears it again later, and the others meanwhile', () => {
  vi.useFakeTimers()
  for (let at = 0; at < 5_000; at++) gate.arrived('g-c.1', 'text', bytes)
  expect(heard).toHaveLength(300)
  gate.arrived('o-c.1', 'text', bytes)
  expect(heard.at(-1)).toBe('o-c.1 3')
  vi.advanceTimersByTime(1_000)
  for (let at = 0; at < 5_000; at++) gate.arrived('g-c.1', 'text', bytes)
  expect(heard).toHaveLength(331)
})

it('hears all that a hand can type for an hour, and a whole conversation behind it', () => {
  vi.useFakeTimers()
  for (let at = 0; at < 60 * 60 * 25; at++) {
    gate.arrived('o-c.1', 'text', bytes)
    vi.advanceTimersByTime(40)
  }
  for (let at = 0; at < 250; at++) gate.arrived('o-c.1', 'text', bytes)
  expect(heard).toHaveLength(60 * 60 * 25 + 250)
})

it('remembers in another call nothing of a flood in the one before', () => {
  vi.useFakeTimers()
  for (let at = 0; at < 400; at++) gate.arrived('g-c.1', 'text', bytes)
  const next = { ...room, name: 'call-d' }
  plan = { ...TALKING, room: next }
  place = { kind: 'joined', room: next }
  gate.arrived('g-c.1', 'text', bytes)
  expect(heard).toHaveLength(301)
})
