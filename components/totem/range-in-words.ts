import type { WaitRange } from '@/lib/switchboard/shown-wait.ts'
import { fill, type Words } from './words.ts'

/** "3–5 minuti", "fino a 2 minuti", "meno di 1 minuto", "10 minuti o più" or "1 minuto o più". */
export function rangeInWords({ fromMin, toMin }: WaitRange, words: Words): string {
  const say = words.wait
  if (toMin === null) return fromMin > 1 ? fill(say.orMore, { from: fromMin }) : say.orMoreOne
  if (toMin === 1) return say.upToOne
  return fill(fromMin === 0 ? say.upTo : say.range, { from: fromMin, to: toMin })
}
