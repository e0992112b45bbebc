import { expect, it } from 'vitest'
import { type CallMediaState, MEDIA_AT_REST } from './call-media-state.ts'
import { createToldState } from './told-state.ts'

it('tells of changes only, and keeps what has not changed', () => {
  let now: CallMediaState = MEDIA_AT_REST
  let heard = 0
  const told = createToldState(
    () => ({ ...now }),
    (paint) => paint(),
  )
  told.subscribe(() => heard++)
  told.tell()
  expect(heard).toBe(0)
  expect(told.state()).toBe(MEDIA_AT_REST)
  now = { ...MEDIA_AT_REST, soundBlocked: true }
  told.tell()
  told.tell()
  expect(heard).toBe(1)
  expect(told.state().devices).toBe(MEDIA_AT_REST.devices)
})

it('knows at once what listeners hear later, and tells them once', () => {
  let paints: (() => void)[] = []
  let now: CallMediaState = MEDIA_AT_REST
  let heard = 0
  const told = createToldState(
    () => now,
    (paint) => paints.push(paint),
  )
  told.subscribe(() => heard++)
  for (const connection of ['connecting', 'connected'] as const) {
    now = { ...now, connection }
    told.tell()
    expect(told.state().connection).toBe(connection)
  }
  expect(heard).toBe(0)
  for (const paint of paints.splice(0)) paint()
  expect(heard).toBe(1)
  paints = []
})

it('lets a listener leave', () => {
  let now: CallMediaState = MEDIA_AT_REST
  let heard = 0
  const told = createToldState(
    () => now,
    (paint) => paint(),
  )
  const leave = told.subscribe(() => heard++)
  leave()
  now = { ...MEDIA_AT_REST, soundBlocked: true }
  told.tell()
  expect(heard).toBe(0)
})
