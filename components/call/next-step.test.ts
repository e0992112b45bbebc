import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { CHANNELS, type Channel } from './call-media-state.ts'
import { type Actual, type NextStep, nextStep, type Wanted } from './next-step.ts'
import { isSameRoom, type PlannedRoom } from './room-ticket.ts'

const LOBBY: PlannedRoom = { name: 'call-lobby', identity: 't-lobby' }
const ANNEX: PlannedRoom = { name: 'call-annex', identity: 't-annex' }
const NOWHERE: Wanted = { room: null, devices: false }
const IN_LOBBY: Wanted = { room: LOBBY, devices: true }

const unpublished = { device: null, published: null }
const OUT: Actual = {
  link: { kind: 'out' },
  replacedIn: null,
  isPausing: false,
  devices: 'closed',
  tracks: { sound: unpublished, picture: unpublished },
  isAnnounced: false,
}
const published = { device: 'a', published: 'a' }
const JOINED: Actual = {
  ...OUT,
  link: { kind: 'joined', room: LOBBY },
  devices: 'open',
  tracks: { sound: published, picture: published },
  isAnnounced: true,
}

describe('the next step towards the plan', () => {
  it.each<[string, Actual, Wanted, NextStep]>([
    ['nothing wanted, nothing there', OUT, NOWHERE, { kind: 'rest' }],
    ['opens the devices before it joins', OUT, IN_LOBBY, { kind: 'openDevices' }],
    [
      'does not wait for the devices',
      { ...OUT, devices: 'opening' },
      IN_LOBBY,
      { kind: 'join', room: LOBBY },
    ],
    ['waits out a pause', { ...OUT, devices: 'open', isPausing: true }, IN_LOBBY, { kind: 'rest' }],
    [
      'one attempt at a time',
      { ...JOINED, link: { kind: 'joining', room: LOBBY } },
      IN_LOBBY,
      { kind: 'rest' },
    ],
    [
      'publishes both at once, as soon as the room knows us',
      {
        ...JOINED,
        link: { kind: 'signalled', room: LOBBY },
        tracks: { sound: { device: 'a', published: null }, picture: { device: 'b', published: null } },
      },
      IN_LOBBY,
      { kind: 'publish', channels: ['sound', 'picture'] },
    ],
    [
      'publishes what there is',
      { ...JOINED, tracks: { sound: { device: 'a', published: null }, picture: unpublished } },
      IN_LOBBY,
      { kind: 'publish', channels: ['sound'] },
    ],
    [
      'puts a camera that is back in the place of the one that was lost',
      { ...JOINED, tracks: { sound: published, picture: { device: 'b', published: 'a' } } },
      IN_LOBBY,
      { kind: 'replace', channel: 'picture' },
    ],
    [
      'leaves a lost camera published: it is muted',
      { ...JOINED, tracks: { sound: published, picture: { device: null, published: 'a' } } },
      IN_LOBBY,
      { kind: 'rest' },
    ],
    [
      'reports once everything is published',
      { ...JOINED, isAnnounced: false },
      IN_LOBBY,
      { kind: 'announce', room: LOBBY },
    ],
    [
      'does not report while the person is asked for the camera',
      { ...JOINED, isAnnounced: false, devices: 'opening', tracks: OUT.tracks },
      IN_LOBBY,
      { kind: 'rest' },
    ],
    [
      'reports without any device when none is wanted',
      { ...JOINED, isAnnounced: false, devices: 'closed', tracks: OUT.tracks },
      { room: LOBBY, devices: false },
      { kind: 'announce', room: LOBBY },
    ],
    ['closes the devices before anything that may take time', JOINED, NOWHERE, { kind: 'closeDevices' }],
    ['then leaves', { ...JOINED, devices: 'closed' }, NOWHERE, { kind: 'leave' }],
    [
      'leaves an attempt that is no longer wanted',
      { ...OUT, link: { kind: 'joining', room: LOBBY } },
      NOWHERE,
      { kind: 'leave' },
    ],
    [
      'leaves one room for another with the devices open',
      JOINED,
      { room: ANNEX, devices: true },
      { kind: 'leave' },
    ],
    [
      'leaves the same room when it is to be somebody else there',
      JOINED,
      { room: { ...LOBBY, identity: 'o-lobby.2' }, devices: true },
      { kind: 'leave' },
    ],
    [
      'stays out where another page took its place',
      { ...OUT, replacedIn: LOBBY },
      IN_LOBBY,
      { kind: 'rest' },
    ],
    [
      'and lets go of the devices there',
      { ...OUT, replacedIn: LOBBY, devices: 'open' },
      IN_LOBBY,
      { kind: 'closeDevices' },
    ],
    [
      'but joins another room',
      { ...OUT, replacedIn: LOBBY, devices: 'open' },
      { room: ANNEX, devices: true },
      { kind: 'join', room: ANNEX },
    ],
    [
      'keeps devices that the page holds',
      { ...OUT, devices: 'open' },
      { room: null, devices: true },
      { kind: 'rest' },
    ],
  ])('%s', (_rule, actual, wanted, expected) => {
    expect(nextStep(actual, wanted)).toEqual(expected)
  })
})

/** What a step leaves behind when it succeeds, as the world then is. */
function after(actual: Actual, step: NextStep): Actual {
  switch (step.kind) {
    case 'leave':
      return {
        ...actual,
        link: { kind: 'out' },
        isAnnounced: false,
        tracks: withPublished(actual, CHANNELS, null),
      }
    case 'closeDevices':
      return { ...actual, devices: 'closed', tracks: withDevices(actual, null) }
    case 'openDevices':
      return { ...actual, devices: 'open', tracks: withDevices(actual, 'new') }
    case 'join':
      return { ...actual, link: { kind: 'joined', room: step.room }, isAnnounced: false }
    case 'publish':
      return { ...actual, tracks: withPublished(actual, step.channels, 'new') }
    case 'replace':
      return { ...actual, tracks: withPublished(actual, [step.channel], 'new') }
    case 'announce':
      return { ...actual, isAnnounced: true }
    case 'rest':
      return actual
  }
}

const withDevices = ({ tracks }: Actual, device: string | null): Actual['tracks'] => ({
  sound: { ...tracks.sound, device },
  picture: { ...tracks.picture, device },
})

function withPublished(
  { tracks }: Actual,
  channels: readonly Channel[],
  id: string | null,
): Actual['tracks'] {
  const next = { ...tracks }
  for (const channel of channels) {
    next[channel] = { ...next[channel], published: id === null ? null : next[channel].device }
  }
  return next
}

describe('whatever was there before', () => {
  const room = fc.constantFrom(LOBBY, ANNEX, { ...LOBBY, identity: 'o-lobby.1' })
  const trackIds = fc.record({
    device: fc.constantFrom(null, 'old', 'new'),
    published: fc.constantFrom(null, 'old'),
  })
  const actual: fc.Arbitrary<Actual> = fc
    .record({
      link: fc.oneof(
        fc.constant({ kind: 'out' as const }),
        fc.record({ kind: fc.constantFrom('signalled' as const, 'joined' as const), room }),
      ),
      replacedIn: fc.option(room),
      isPausing: fc.constant(false),
      devices: fc.constantFrom('closed' as const, 'opening' as const, 'open' as const),
      tracks: fc.record({ sound: trackIds, picture: trackIds }),
      isAnnounced: fc.boolean(),
    })
    .map((world) => (world.devices === 'closed' ? { ...world, tracks: withDevices(world, null) } : world))
  const wanted: fc.Arbitrary<Wanted> = fc
    .record({ room: fc.option(room), devices: fc.boolean() })
    .map((plan) => ({ ...plan, devices: plan.devices || plan.room !== null }))

  test.prop([actual, wanted])('a few steps make the plan true, and then there is rest', (start, plan) => {
    let world = start
    const taken: NextStep[] = []
    for (let step = nextStep(world, plan); step.kind !== 'rest'; step = nextStep(world, plan)) {
      taken.push(step)
      expect(taken.length).toBeLessThan(8)
      world = after(world, step)
    }
    const isReplaced = plan.room !== null && isSameRoom(start.replacedIn, plan.room)
    if (plan.room === null) expect(world.link.kind).toBe('out')
    else if (!isReplaced) expect(world.link).toHaveProperty('room', plan.room)
    expect(world.devices === 'closed').toBe(!plan.devices || isReplaced)
    for (const channel of CHANNELS) {
      const { device, published: sent } = world.tracks[channel]
      if (world.link.kind !== 'out' && device !== null) expect(sent).toBe(device)
    }
  })

  test.prop([actual, wanted])(
    'nothing is ever published into a room that the plan does not name',
    (world, plan) => {
      const step = nextStep(world, plan)
      const acts = step.kind === 'publish' || step.kind === 'replace' || step.kind === 'announce'
      expect(acts && (world.link.kind === 'out' || !isSameRoom(world.link.room, plan.room))).toBe(false)
    },
  )
})
