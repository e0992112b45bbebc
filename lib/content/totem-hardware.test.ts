import { expect, it } from 'vitest'
import { reachOnGlassMm, type TotemHardware, troubleWith, USUAL_HARDWARE } from './totem-hardware.ts'

const panel = (change: Partial<TotemHardware>): TotemHardware => ({ ...USUAL_HARDWARE, ...change })

it('measures low reach from the lower edge of the glass', () => {
  expect(reachOnGlassMm(USUAL_HARDWARE)).toBe(400)
})

it.each<[string, Partial<TotemHardware>]>([
  ['21.5 inches upright', { screenShortMm: 268, lowerEdgeMm: 700 }],
  ['32 inches upright', {}],
  ['43 inches upright', { screenShortMm: 535, lowerEdgeMm: 580 }],
  ['24 inches lying, all of it below the line', { screenShortMm: 299, lowerEdgeMm: 800 }],
])('knows %s for a panel that can be', (_, change) => expect(troubleWith(panel(change))).toBeNull())

it.each<[Partial<TotemHardware>, ReturnType<typeof troubleWith>]>([
  [
    { screenShortMm: 268, viewingMm: 700 },
    { kind: 'too-far', farthestMm: 616 },
  ],
  [{ lowerEdgeMm: 1_100 }, { kind: 'line-below-edge' }],
  // 43 inches at 700: only 400 mm of 951 can be reached.
  [{ screenShortMm: 535 }, { kind: 'little-reach', leastLineMm: 1_214 }],
  [{ readingSeconds: 90, typingSeconds: 80 }, { kind: 'typing-before-reading' }],
])('says what is wrong with %j', (change, trouble) => expect(troubleWith(panel(change))).toEqual(trouble))
