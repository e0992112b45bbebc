import type { Sheet } from './content.ts'
import { Icon } from './icon.tsx'

/** The sheets of one topic, one wide key each. */
export function TopicList({
  sheets,
  onSheet,
}: {
  sheets: readonly Sheet[]
  onSheet: (slug: string) => void
}) {
  return (
    <ul className="flex flex-col gap-24">
      {sheets.map((sheet) => (
        <li key={sheet.slug}>
          <button
            type="button"
            onClick={() => onSheet(sheet.slug)}
            className="key hairline flex w-full items-center gap-32 rounded-card border-line bg-card px-44 py-36 text-left shadow-soft active:bg-blue-light"
          >
            <span className="min-w-0 flex-1">
              <span className="block text-title font-semibold">{sheet.title}</span>{' '}
              <span className="mt-8 block text-body text-ink-2">{sheet.summary}</span>
            </span>
            <Icon name="chevron-right" className="size-56 shrink-0 text-blue" />
          </button>
        </li>
      ))}
    </ul>
  )
}
