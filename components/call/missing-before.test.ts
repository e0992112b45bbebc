// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { createCallMedia } from './call-media.ts'
import type { DeviceState, SoundAndPicture } from './call-media-state.ts'
import type { OwnDevices } from './own-devices.ts'

let sound: DeviceState
const room = { name: 'call-c', identity: 't-c' }
const IN_ROOM = { room, send: 'live', mayReceive: [], shows: [] } as const
const NOWHERE = { room: null, send: 'muted', mayReceive: [], shows: [] } as const
const NOT_DECLARED = { sound: false, picture: false, text: true }

function devices(): OwnDevices {
  let phase: ReturnType<OwnDevices['phase']> = 'open'
  return {
    open: async () => undefined,
    close() {
      phase = 'closed'
    },
    track: () => null,
    isOwn: () => false,
    takeChosen: async () => null,
    settle: () => undefined,
    state: () => ({ sound, picture: { kind: 'closed' } }),
    phase: () => phase,
    selfView: () => null,
    widen: async () => 'missing',
    narrow: async () => undefined,
    noticeStopped: () => undefined,
  }
}

/** One page after the other in the same tab. */
const page = () => createCallMedia({ fetchToken: () => new Promise(() => undefined), devices })

/** A page was in the room like this; the next one is told that neither sound nor picture had been declared. */
function reloaded(before: Partial<SoundAndPicture>, leaves = false): SoundAndPicture {
  const first = page()
  first.apply(IN_ROOM)
  first.setUserMuted(before)
  if (leaves) first.apply(NOWHERE)
  const next = page()
  next.apply(IN_ROOM)
  next.muteUndeclared(NOT_DECLARED)
  return next.state().userMuted
}

beforeEach(() => {
  sessionStorage.clear()
  sound = { kind: 'unavailable', why: 'lost' }
})

it('does not take a device that was missing for one that was switched off', () => {
  expect(reloaded({ picture: true })).toEqual({ sound: false, picture: true })
})

it('keeps off what was off, missing or not, and what nobody knows about', () => {
  expect(reloaded({ sound: true })).toEqual({ sound: true, picture: true })
  sound = { kind: 'open', label: '' }
  expect(reloaded({})).toEqual({ sound: true, picture: true })
})

it('keeps off what this tab may not have, and what it knows of a room that it has left since', () => {
  expect(reloaded({}, true)).toEqual({ sound: true, picture: true })
  sound = { kind: 'unavailable', why: 'refused' }
  expect(reloaded({})).toEqual({ sound: true, picture: true })
})
