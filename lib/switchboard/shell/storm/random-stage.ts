import type { Showing, Ticking } from '../../stage.ts'
import type { Random } from './random.ts'

/** Few pages, so that ticks often meet their list. */
export const randomShowing = (random: Random): Showing | null =>
  random.pick<Showing | null>([
    { kind: 'checklist', slug: 'carta' },
    { kind: 'checklist', slug: 'carta' },
    { kind: 'sheet', slug: 'carta', part: random.chance(0.5) ? 'howTo.0' : null },
    { kind: 'form', slug: 'delega', part: 'field.1' },
    { kind: 'office', slug: 'urp' },
    { kind: 'qr', page: { kind: 'sheet', slug: 'carta' } },
    { kind: 'screen' },
    null,
  ])

export const randomTicking = (random: Random): Ticking => ({
  slug: random.chance(0.9) ? 'carta' : 'delega',
  item: random.below(3),
  isTicked: random.chance(0.7),
})
