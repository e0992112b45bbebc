import { expect, it } from 'vitest'
import { leastLost } from './least-lost.ts'

it('takes the passage of whoever’s packets come best, however many they are', () => {
  const visitor = { packetsReceived: 600, packetsLost: 400 }
  const operator = { packetsReceived: 99, packetsLost: 1 }
  expect(leastLost([visitor, operator])).toBe(operator)
  expect(leastLost([operator, visitor])).toBe(operator)
  expect(leastLost([visitor])).toBe(visitor)
})

it('finds nothing lost where too few came and were lost to prove it', () => {
  const few = { packetsReceived: 5, packetsLost: 14 }
  expect(leastLost([few])).toEqual({ packetsReceived: 0, packetsLost: 0 })
  expect(leastLost([])).toEqual({ packetsReceived: 0, packetsLost: 0 })
  const lossy = { packetsReceived: 60, packetsLost: 40 }
  expect(leastLost([few, { packetsReceived: 3, packetsLost: 0 }, lossy])).toBe(lossy)
})
