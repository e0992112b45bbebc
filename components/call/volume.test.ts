import { describe, expect, it } from 'vitest'
import { USUAL_VOLUME_DB, VOLUMES_DB } from '@/lib/content/volumes.ts'
import { gainOf, nextVolume } from './volume.ts'

describe('the volume of the other end', () => {
  it('covers 18 dB, with a step 12 dB above the lowest (EN 301 549, 8.2.1)', () => {
    const lowest = Math.min(...VOLUMES_DB)
    expect(Math.max(...VOLUMES_DB) - lowest).toBeGreaterThanOrEqual(18)
    expect(VOLUMES_DB.map((step) => step - lowest)).toContain(12)
  })

  it('never asks a media element for more than it can', () => {
    for (const step of VOLUMES_DB) expect(gainOf(step)).toBeLessThanOrEqual(1)
    expect(gainOf(-18)).toBeCloseTo(0.126, 3)
  })

  it('goes up and down by steps, and stops at both limits', () => {
    expect(nextVolume(USUAL_VOLUME_DB, 'louder')).toBe(0)
    expect(nextVolume(0, 'louder')).toBeNull()
    expect(nextVolume(-18, 'softer')).toBeNull()
    expect(nextVolume(-12, 'softer')).toBe(-18)
  })
})
