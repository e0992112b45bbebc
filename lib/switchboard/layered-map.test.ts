import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { differences, LayeredMap } from './layered-map.ts'

/** What is set; null: deleted. */
const writes = fc.array(fc.tuple(fc.nat({ max: 90 }), fc.option(fc.string())), { maxLength: 200 })
type Writes = readonly (readonly [number, string | null])[]

function write(map: Map<number, string> | LayeredMap<number, string>, list: Writes): void {
  for (const [id, text] of list) {
    if (text === null) map.delete(id)
    else map.set(id, text)
  }
}

describe('a map in layers', () => {
  test.prop([fc.array(writes, { maxLength: 8 })])('holds what copied maps would', (layers) => {
    let before = new LayeredMap<number, string>()
    let beforeCopied = new Map<number, string>()
    for (const layer of layers) {
      const [map, copied] = [new LayeredMap(before), new Map(beforeCopied)]
      write(map, layer)
      write(copied, layer)
      expect(new Map(map)).toEqual(copied)
      expect(map.size).toBe(copied.size)
      // What it was made from has not changed, and each difference is told once.
      expect(new Map(before)).toEqual(beforeCopied)
      const ids = new Set([...beforeCopied.keys(), ...copied.keys()])
      const changed = [...ids].filter((id) => beforeCopied.get(id) !== copied.get(id))
      expect([...differences(before, map)]).toHaveLength(changed.length)
      ;[before, beforeCopied] = [map, copied]
    }
  })

  it('tells a difference likewise where one of the two has grown into a new base', () => {
    const many = new LayeredMap(new Map(Array.from({ length: 1_000 }, (_, id) => [id, 'one'])))
    const before = new LayeredMap(many)
    for (let id = 0; id < 100; id += 1) before.set(id, 'two')
    const [after, sibling] = [
      new LayeredMap(before).set(500, 'three'),
      new LayeredMap(before).set(501, 'four'),
    ]
    for (const [one, other] of [
      [before, after],
      [after, before],
      [many, after],
      [after, sibling],
    ] as const) {
      const ids = [...(LayeredMap.mayDiffer(one, other) ?? many.keys())]
      expect(ids.length).toBeLessThan(110)
      const differing = [...many.keys()].filter((id) => one.get(id) !== other.get(id))
      expect(new Set(ids)).toEqual(new Set([...ids, ...differing]))
    }
    expect([...after.keys()]).toEqual([...many.keys()])
  })

  it('tells a difference without going through what both share', () => {
    const base = new Map([
      [1, 'one'],
      [2, 'two'],
    ])
    const before = new LayeredMap(base)
    const after = new LayeredMap(before)
    after.set(2, 'zwei').set(3, 'drei').delete(1)
    expect([...(LayeredMap.mayDiffer(before, after) ?? [])]).toEqual([2, 3, 1])
    expect([...differences(before, after)]).toEqual([
      ['two', 'zwei'],
      [undefined, 'drei'],
      ['one', undefined],
    ])
  })
})
