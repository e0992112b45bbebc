import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { createAgenda } from './agenda.ts'

test.prop([fc.array(fc.nat({ max: 20 }))])(
  'hands out by time, and at one time in the order of entry',
  (times) => {
    const agenda = createAgenda<[number, number]>()
    times.forEach((at, order) => {
      agenda.add(at, [at, order])
    })
    const taken: [number, number][] = []
    for (let item = agenda.take(); item; item = agenda.take()) taken.push(item)
    expect(taken).toEqual(taken.toSorted(([at, order], [otherAt, other]) => at - otherAt || order - other))
    expect(taken).toHaveLength(times.length)
    expect(agenda.nextAt()).toBeNull()
  },
)
