import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFirstPicture, type FirstPicture } from './first-picture.ts'

let first: FirstPicture
let painted: string[]

beforeEach(() => {
  vi.useFakeTimers()
  first = createFirstPicture()
  painted = []
})
afterEach(() => {
  vi.useRealTimers()
})

const paint = (what: string) => first.after(() => painted.push(what))

it('paints at once while no picture is expected', () => {
  paint('home')
  expect(painted).toEqual(['home'])
})

it('puts off what is painted until the picture is there, and keeps its order', () => {
  first.expect()
  paint('keys')
  paint('notes')
  expect(painted).toEqual([])
  first.came()
  expect(painted).toEqual(['keys', 'notes'])
  paint('more')
  expect(painted).toEqual(['keys', 'notes', 'more'])
})

it('waits a quarter of a second for a picture that does not come, and no longer', () => {
  first.expect()
  paint('keys')
  vi.advanceTimersByTime(249)
  expect(painted).toEqual([])
  vi.advanceTimersByTime(1)
  expect(painted).toEqual(['keys'])
})

it('paints once, whenever the picture comes', () => {
  first.expect()
  paint('keys')
  first.came()
  first.came()
  vi.advanceTimersByTime(1_000)
  expect(painted).toEqual(['keys'])
})

it('waits anew for a second picture that is expected before the first has come', () => {
  first.expect()
  vi.advanceTimersByTime(200)
  first.expect()
  paint('keys')
  vi.advanceTimersByTime(200)
  expect(painted).toEqual([])
  vi.advanceTimersByTime(50)
  expect(painted).toEqual(['keys'])
})
