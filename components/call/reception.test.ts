import { describe, expect, it } from 'vitest'
import { NOTHING_YET, nextArrival } from './reception.ts'

describe('whether something really arrives', () => {
  it('takes the first reading as the mark only', () => {
    expect(nextArrival(NOTHING_YET, 500, 1_000).isReceived).toBe(false)
  })

  it('says yes when the counter moves, and not before', () => {
    const marked = nextArrival(NOTHING_YET, 500, 1_000)
    const still = nextArrival(marked, 500, 1_060)
    expect(still.isReceived).toBe(false)
    expect(nextArrival(still, 501, 1_120).isReceived).toBe(true)
  })

  it('bears a silence, and says no when nothing has come for four seconds', () => {
    const arriving = nextArrival(nextArrival(NOTHING_YET, 1, 0), 2, 100)
    expect(nextArrival(arriving, 2, 4_000).isReceived).toBe(true)
    const stalled = nextArrival(arriving, 2, 4_101)
    expect(stalled.isReceived).toBe(false)
    expect(nextArrival(stalled, 3, 5_000).isReceived).toBe(true)
  })
})
