// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState, RemoteEnd } from '@/components/call/call-media-state.ts'
import type { HealthReport } from '@/components/call/health/health-report.ts'
import { createSaidHealth } from '@/components/call/health/said-health.ts'
import { createThinLine } from '@/components/call/health/thin-line.ts'
import type { TrackStats } from '@/components/call/room-link.ts'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { callId } from '@/lib/switchboard/ids.ts'
import italian from '@/messages/it/supervisor.json'
import type { VisitedCall } from './use-visit.ts'
import { VisitPanel } from './visit-panel.tsx'

const words = italian.visit
const CALL: VisitedCall = {
  id: callId('a'),
  as: 'third',
  totemName: 'Totem di via Padova 149',
  serviceTitle: 'Carta d’identità',
  room: { name: 'call-a', media: 'open' },
  identity: 's-a',
  visitorIdentity: 't-a',
  operators: [
    {
      displayName: 'Anna',
      officeName: 'URP',
      identity: 'o-a.1',
      channels: { sound: true, picture: true, text: true },
    },
  ],
  guests: [],
  isSigned: false,
  isOnHold: false,
}
const VISITOR: RemoteEnd = {
  identity: 't-a',
  sound: true,
  picture: true,
  receives: { sound: true, picture: true, text: true },
  isSpeaking: false,
}
const real = createCallMedia({ fetchToken: () => Promise.reject(new Error('no room here')) })
const TALKING: CallMediaState = {
  ...real.state(),
  connection: 'connected',
  sending: { sound: true, picture: true },
  remote: VISITOR,
  remotes: [VISITOR, { ...VISITOR, identity: 'o-a.1' }],
}

let root: Root
let state: CallMediaState
const health = createSaidHealth()
/** What the own picture may take, whenever that was decided. */
let bounds: (number | null)[]
let stats: () => Promise<readonly TrackStats[]>
let takesPictures: boolean
const media = {
  ...real,
  state: () => state,
  stats: () => stats(),
  takePictures(does: boolean) {
    takesPictures = does
  },
  boundPicture: (bits: number | null) => void bounds.push(bits),
  packets: health.packets,
}

const show = (call: Partial<VisitedCall> = {}, changed: Partial<CallMediaState> = {}) => {
  state = { ...TALKING, ...changed }
  const visit = {
    call: { ...CALL, ...call },
    media,
    state,
    refusal: null,
    hasEnded: false,
    forget: () => undefined,
    listen: () => undefined,
    enter: () => undefined,
    leave: async () => undefined,
  }
  return act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ supervisor: italian }}>
        <VisitPanel visit={visit} />
      </NextIntlClientProvider>,
    ),
  )
}
const seconds = (count: number) => act(async () => void (await vi.advanceTimersByTimeAsync(count * 1_000)))
const say = (from: string, report: Partial<HealthReport>) => act(async () => health.say(from, report))
const told = () =>
  [...document.querySelectorAll('[role=status]')].slice(1).flatMap(({ textContent }) => textContent || [])

beforeEach(() => {
  vi.useFakeTimers()
  bounds = []
  stats = async () => []
  takesPictures = true
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
})

it.each(['reconnecting', 'lost'] as const)(
  'says that the way to the call is %s, until it is back',
  async (connection) => {
    await show()
    expect(told()).toEqual([])
    await show({}, { connection, remote: null, remotes: [] })
    expect(told()).toEqual([words.cutOff[connection]])
    await show()
    expect(told()).toEqual([])
  },
)

it('[SW-M12] says that the room is away, also to a listener', async () => {
  await show({ as: 'listening', room: { name: 'call-a', media: 'away' } }, { connection: 'lost' })
  expect(told()).toEqual([words.cutOff.roomAway])
})

it('says who does not hear a supervisor who joined, and whose network is weak', async () => {
  await show()
  await seconds(2)
  await say('o-a.1', { hearsNothing: true })
  await say('t-a', { link: 'weak' })
  expect(told()).toEqual([
    [
      words.health.notHeard.replace('{name}', 'Anna'),
      words.health.theirLinkWeak.replace('{name}', words.visitor),
    ].join(''),
  ])
})

it('bounds their picture by what arrives of it, and lets it rest unless somebody signs', async () => {
  await show()
  await seconds(2)
  for (const from of ['t-a', 'o-a.1']) await say(from, { arrival: 'bad', pictureBits: 300_000 })
  await seconds(2)
  expect(bounds.at(-1)).toBe(0)
  await show({ isSigned: true })
  await seconds(2)
  expect(bounds.at(-1)).toBe(210_000)
  await show({ isOnHold: true })
  expect(bounds.at(-1), 'no talk, no bound').toBeNull()
})

it('says to a listener that their own line is weak, and nothing of it where it is the line of one of the others', async () => {
  const lost = { 't-a': 0, 'o-a.1': 0 }
  const counted = { 't-a': { lost: 0, came: 0 }, 'o-a.1': { lost: 0, came: 0 } }
  stats = async () =>
    (['t-a', 'o-a.1'] as const).map((of) => {
      counted[of].lost += lost[of]
      counted[of].came += 100 - lost[of]
      const { lost: packetsLost, came: packetsReceived } = counted[of]
      const entry = { id: of, type: 'inbound-rtp', kind: 'audio', packetsLost, packetsReceived }
      return { of, report: new Map([[of, entry]]) }
    })
  await show({ as: 'listening' })
  lost['t-a'] = 40
  await seconds(20)
  expect(told(), 'the visitor’s line').toEqual([])
  lost['o-a.1'] = 20
  await seconds(14)
  expect(told(), 'their own').toEqual([words.health.ownLinkWeak])
})

it.each(['third', 'listening'] as const)(
  'goes without pictures (%s) on a line that carries none, also where somebody signs, and says so',
  async (as) => {
    stats = createThinLine('t-a')
    await show({ as, isSigned: true })
    await seconds(14)
    expect(takesPictures).toBe(false)
    expect(told()).toEqual([words.health.voicesOnly])
    await seconds(18)
    expect(takesPictures, 'tried again').toBe(true)
  },
)
