import { expect, it } from 'vitest'
import { USUAL_HARDWARE } from '@/lib/content/totem-hardware.ts'
import { measuresInCss } from './screen-measures.ts'

it('says the measures by the names that the style sheet has for them', () => {
  expect(measuresInCss({ ...USUAL_HARDWARE, screenShortMm: 268, lowerEdgeMm: 820 })).toBe(
    ':root{--screen-short-mm:268;--viewing-mm:600;--reach-mm:280}',
  )
})
