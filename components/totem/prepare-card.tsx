import { catchFocus } from '@/components/ui/kept-focus.ts'
import type { Sheet } from './content.ts'
import { ContentText } from './content-text.tsx'
import { Icon } from './icon.tsx'
import type { Words } from './words.ts'

interface PrepareCardProps {
  words: Words
  sheet: Sheet | undefined
  prepared: readonly string[]
  onTick: (item: string) => void
}

/**
 * Something useful to do while waiting: what to have at hand, ticked off by touch. It takes the place of a choice
 * whose key goes away at its touch (`device-choice.tsx`).
 */
export function PrepareCard({ words, sheet, prepared, onTick }: PrepareCardProps) {
  const say = words.wait
  const items = sheet?.bring ?? []
  if (!sheet || items.length === 0) {
    return (
      <section
        ref={catchFocus}
        aria-label={say.tips}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 overflow-y-auto rounded-card bg-white px-52 py-44 text-ink"
      >
        <h2 className="text-title font-bold">{say.tips}</h2>
        <ul className="mt-20 divide-y-2 divide-line text-lead">
          {[say.tip1, say.tip2, say.tip3].map((tip) => (
            <li key={tip} className="py-22">
              {tip}
            </li>
          ))}
        </ul>
      </section>
    )
  }
  return (
    <section
      ref={catchFocus}
      aria-label={say.prepare}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 overflow-y-auto rounded-card bg-white px-52 pt-32 pb-12 text-ink"
    >
      <h2 className="text-title font-bold">{say.prepare}</h2>
      <p className="text-body text-ink-2">
        <ContentText>{sheet.title}</ContentText>
      </p>
      <ul className="mt-12 divide-y-2 divide-line">
        {items.map((item) => (
          <li key={item}>
            <label className="key flex min-h-96 cursor-pointer items-center gap-28 rounded-chip py-16 text-lead active:bg-blue-light">
              <span className="grid size-56 shrink-0 *:col-start-1 *:row-start-1">
                <input
                  type="checkbox"
                  className="peer hairline size-56 cursor-pointer appearance-none rounded-chip border-line-strong bg-white checked:border-green checked:bg-green"
                  checked={prepared.includes(item)}
                  onChange={() => onTick(item)}
                />
                <Icon
                  name="check"
                  className="pointer-events-none invisible m-8 size-40 text-white peer-checked:visible"
                  stroke={3}
                />
              </span>
              <ContentText>{item}</ContentText>
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}
