import type { ReactNode } from 'react'
import type { Sheet } from './content.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-sprite.tsx'
import { fill, type Words } from './words.ts'

/** What a visitor needs to know about a service, in the order in which they ask. */
export function SheetBody({ sheet, words }: { sheet: Sheet; words: Words }) {
  const say = words.sheet
  return (
    <div className="flex flex-col gap-28">
      {sheet.bring.length > 0 && (
        <Card icon="list-checks" title={say.bring}>
          <ul className="flex flex-col gap-16">
            {sheet.bring.map((item) => (
              <li key={item} className="flex gap-20">
                <Icon name="circle-check" className="mt-4 size-40 shrink-0 text-green" />
                <span>{item}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {sheet.how && (
        <Card icon="route" title={say.how}>
          <Prose text={sheet.how} />
        </Card>
      )}
      <div className="grid grid-cols-2 gap-28 empty:hidden">
        {sheet.cost && (
          <Card icon="banknote" title={say.cost}>
            <Prose text={sheet.cost} />
          </Card>
        )}
        {sheet.time && (
          <Card icon="hourglass" title={say.time}>
            <Prose text={sheet.time} />
          </Card>
        )}
      </div>
      {sheet.where && (
        <Card icon="map-pin" title={say.where}>
          <Prose text={sheet.where} />
        </Card>
      )}
      {sheet.who && (
        <Card icon="users" title={say.who}>
          <Prose text={sheet.who} />
        </Card>
      )}
      <footer className="px-12 text-small text-ink-2">
        {sheet.checkedOn && <p>{fill(say.checked, { date: sheet.checkedOn })}</p>}
        {sheet.isOld && <p className="font-semibold text-ink">{say.old}</p>}
        {sheet.source && <p className="break-words">{fill(say.source, { source: sheet.source })}</p>}
      </footer>
    </div>
  )
}

function Card({ icon, title, children }: { icon: IconName; title: string; children: ReactNode }) {
  return (
    <section className="hairline min-w-0 rounded-card border-line bg-card px-44 py-36 last:odd:col-span-2">
      <h2 className="mb-16 flex items-center gap-20 text-lead font-bold">
        <Icon name={icon} className="size-44 shrink-0 text-blue" />
        {title}
      </h2>
      {children}
    </section>
  )
}

/** Paragraphs as they were typed, one per line. */
function Prose({ text }: { text: string }) {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => (
      <p key={line} className="mt-12 first:mt-0">
        {line}
      </p>
    ))
}
