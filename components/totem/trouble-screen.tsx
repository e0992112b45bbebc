import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-sprite.tsx'
import { Key } from './key.tsx'
import { ScreenHeading } from './screen-heading.tsx'
import type { StepsInWords } from './steps-in-words.ts'
import type { Trouble } from './trouble.ts'
import type { Words } from './words.ts'

interface TroubleScreenProps {
  words: Words
  top: ReactNode
  bottomBar: ReactNode
  trouble: Trouble
  phone: string
  /** Null: no call was refused. */
  nextSteps: StepsInWords | null
  onRetry: (() => void) | null
  /** No number can be left, or it would be no help. */
  onCallback: (() => void) | false | null | undefined
  onHome: () => void
}

/** A "no" with its next steps: the number to dial, when we are back, what can be read here. No dead end. */
export function TroubleScreen({
  words,
  top,
  bottomBar,
  trouble,
  phone,
  nextSteps,
  onRetry,
  onCallback,
  onHome,
}: TroubleScreenProps) {
  const say = words.trouble
  return (
    <div className="split flex h-full flex-col bg-paper">
      <header className="dusk px-64 pt-48 pb-56 text-white">
        {top}
        <ScreenHeading describedBy="next-steps" className="mt-72 text-display font-bold">
          {say[trouble].title}
        </ScreenHeading>
        <p className="mt-24 text-lead">{say[trouble].text}</p>
      </header>
      <ul
        id="next-steps"
        aria-label={say[trouble].title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="steps flex min-h-0 flex-1 flex-col justify-center-safe gap-20 overflow-y-auto px-48 py-20"
      >
        {phone && (
          <Step icon="phone" label={say.phoneFree}>
            <bdi className="text-display font-bold whitespace-nowrap text-blue-deep">{phone}</bdi>
          </Step>
        )}
        {nextSteps?.reopens && (
          <Step icon="calendar-clock" label={say.reopensLabel}>
            <span className="text-heading font-bold">{nextSteps.reopens}</span>
          </Step>
        )}
        {nextSteps?.elsewhere && (
          <Step icon="map-pin" label={say.elsewhereLabel}>
            <bdi className="block text-heading font-bold">{nextSteps.elsewhere.name}</bdi>{' '}
            <span className="text-lead">{nextSteps.elsewhere.place}</span>
          </Step>
        )}
        {/* Whoever can go elsewhere needs the room for where. */}
        {!nextSteps?.elsewhere && (
          <Step icon="book-open-text" label={say.readHereLabel}>
            <span className="text-lead">{say.readHere}</span>
          </Step>
        )}
      </ul>
      <div className="flex flex-col gap-28 px-48 pt-16 pb-40">
        {onRetry && (
          <Key tone="green" className="min-h-148 text-title font-bold" onClick={onRetry}>
            {say.retry}
          </Key>
        )}
        <div className="steps-keys grid gap-28">
          {onCallback && (
            <Key
              tone={onRetry ? 'paper' : 'green'}
              className="min-h-148 text-lead font-bold"
              onClick={onCallback}
            >
              {words.callback.offer}
            </Key>
          )}
          <Key
            tone={onRetry || onCallback ? 'paper' : 'blue'}
            className={`min-h-148 ${onCallback ? 'text-lead' : 'text-title'}`}
            data-way="back"
            onClick={onHome}
          >
            {say.home}
          </Key>
        </div>
        {bottomBar}
      </div>
    </div>
  )
}

function Step({ icon, label, children }: { icon: IconName; label: string; children: ReactNode }) {
  return (
    <li className="hairline flex items-center gap-40 rounded-card border-line bg-card px-44 py-24">
      <span className="grid size-104 shrink-0 place-items-center rounded-full bg-blue-light text-blue">
        <Icon name={icon} className="size-56" />
      </span>
      <p className="min-w-0">
        <span className="block text-body text-ink-2">{label}</span> {children}
      </p>
    </li>
  )
}
