import type { ReactNode } from 'react'
import { ContentText } from '../content-text.tsx'
import type { OpenNow } from '../open-now.ts'
import type { Words } from '../words.ts'
import { OpenLamp } from './open-lamp.tsx'

interface PlaceCardProps {
  name: string
  address: string
  state: OpenNow
  hours: readonly string[]
  /** What else is to be said of it, a paragraph each; empty ones are left out. */
  more: readonly ReactNode[]
  /** Beside the name, such as "Sei qui". */
  badge?: string
  words: Words
}

/** An office or a totem: where it is, whether it is open, and its hours. */
export function PlaceCard({ name, address, state, hours, more, badge = '', words }: PlaceCardProps) {
  return (
    <section className="hairline rounded-card border-line bg-card px-44 py-32">
      <h3 className="flex items-start justify-between gap-24 text-lead font-bold">
        <ContentText>{name}</ContentText>
        {badge && (
          <span className="shrink-0 rounded-full bg-blue px-24 py-4 text-small font-semibold text-white">
            {badge}
          </span>
        )}
      </h3>
      {address && (
        <p className="text-ink-2">
          <ContentText>{address}</ContentText>
        </p>
      )}
      <OpenLamp state={state} className="mt-12" />
      {hours.length > 0 && (
        <ul className="mt-12 text-small text-ink-2" aria-label={words.offices.hours}>
          {hours.map((line) => (
            <li key={line}>
              <ContentText>{line}</ContentText>
            </li>
          ))}
        </ul>
      )}
      {more.filter(Boolean).map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a card stay in their order
        <p key={index} className="mt-12 text-small">
          {text}
        </p>
      ))}
    </section>
  )
}
