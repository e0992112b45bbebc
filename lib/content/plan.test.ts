import { expect, it } from 'vitest'
import { planOf } from './plan.ts'

const urp = { name: 'URP', latitude: 44.6462, longitude: 10.9257 }
const station = { name: 'Stazione', latitude: 44.6547, longitude: 10.9303 }

it('draws north up and east to the right, with both ends inside', () => {
  const { here, there, distanceMetres } = planOf(station, urp, [])
  expect(here?.x).toBeLessThan(there.x)
  expect(here?.y).toBeGreaterThan(there.y)
  // 946 m north, 364 m east.
  expect(distanceMetres).toBeGreaterThan(950)
  expect(distanceMetres).toBeLessThan(1_080)
  for (const at of [here?.x, here?.y, there.x, there.y]) {
    expect(at).toBeGreaterThan(0.08)
    expect(at).toBeLessThan(0.92)
  }
})

it('says no distance where nobody knows from where', () => {
  expect(planOf(urp, null, [])).toMatchObject({
    here: null,
    there: { x: 0.5, y: 0.5 },
    distanceMetres: null,
    widthMetres: 1_200,
  })
})

it('leaves out what is far off, and what would lie on something else', () => {
  const far = { name: 'Lontano', latitude: 44.8, longitude: 10.9257 }
  const same = { ...urp, name: 'Stesso posto' }
  const near = { name: 'Vicino', latitude: 44.6492, longitude: 10.9257 }
  const { others } = planOf(urp, null, [far, same, near, { ...near, name: 'Sopra' }])
  expect(others.map(({ name }) => name)).toEqual(['Vicino'])
})

it('of two at the same place makes one drawing without dividing by nothing', () => {
  const { here, there, distanceMetres } = planOf(urp, { ...urp, name: 'Totem' }, [])
  expect([here?.x, here?.y, distanceMetres]).toEqual([there.x, there.y, 0])
})
