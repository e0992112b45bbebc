import { expect, it } from 'vitest'
import { moved, type Scene, scaleOf, turnedRight, WHOLE, within, zoomed } from './sight.ts'

const SCENE: Scene = { picture: { width: 1920, height: 1080 }, box: { width: 960, height: 600 } }

it('shows the whole picture at first', () => {
  expect(scaleOf(WHOLE, SCENE)).toBe(0.5)
})

it('keeps what is under the pointer under it while zooming', () => {
  const at = { x: 200, y: 0 }
  const before = zoomed(WHOLE, 2, SCENE)
  const after = zoomed(before, 1.5, SCENE, at)
  const pointOf = (sight: typeof before) => (at.x - sight.x) / scaleOf(sight, SCENE)
  expect(pointOf(after)).toBeCloseTo(pointOf(before))
})

it('zooms no further than there is something to see, and back to the whole', () => {
  const closest = zoomed(WHOLE, 1_000, SCENE)
  expect(closest.zoom).toBe(8)
  expect(zoomed(closest, 0.000_1, SCENE)).toEqual(WHOLE)
})

it('never moves a picture away from its box', () => {
  expect(moved(WHOLE, 500, 500, SCENE)).toEqual(WHOLE)
  const close = zoomed(WHOLE, 2, SCENE)
  expect(moved(close, 10_000, -10_000, SCENE)).toMatchObject({ x: 480, y: -240 })
})

it('comes back to where it was after four turns', () => {
  const start = moved(zoomed(WHOLE, 3, SCENE), 100, 30, SCENE)
  let sight = start
  for (let turn = 0; turn < 4; turn++) sight = turnedRight(sight, SCENE)
  expect(sight).toMatchObject({ zoom: 3, turns: 0 })
  expect(sight.x).toBeCloseTo(start.x)
  expect(sight.y).toBeCloseTo(start.y)
})

it('fits a picture on its side', () => {
  const side = turnedRight(WHOLE, SCENE)
  expect(scaleOf(side, SCENE)).toBe(600 / 1920)
})

it('has nothing to show of a picture without a size', () => {
  expect(within(WHOLE, { picture: { width: 0, height: 0 }, box: SCENE.box })).toEqual(WHOLE)
})
