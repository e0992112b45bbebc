'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SignOutButton } from '@/components/login/sign-out-button.tsx'
import type { Intent } from '@/lib/switchboard/board.ts'

const INTENTS = ['available', 'on_break', 'off_duty'] as const satisfies readonly Intent[]

export interface TopBarProps {
  place: string
  person: string
  isSample: boolean
  /** Null while the desk is not open: no state to show. */
  intent: Intent | null
  canChange: boolean
  onIntent: (intent: Intent) => void
  /** Gives the desk up, so that nothing rings at an empty chair. */
  onLeave: () => Promise<unknown>
}

/** Who, where, and whether calls may come. */
export function TopBar({ place, person, isSample, intent, canChange, onIntent, onLeave }: TopBarProps) {
  const words = useTranslations('desk')
  return (
    <header className="flex h-16 shrink-0 items-center gap-6 bg-night px-6 text-white">
      <p className="text-xl font-bold">Pronto</p>
      <p className="truncate text-night-ink-2">{place}</p>
      {intent ? <IntentRadios intent={intent} canChange={canChange} onIntent={onIntent} /> : null}
      <div className="ml-auto flex items-center gap-4">
        {isSample ? (
          <span className="rounded-full bg-sun px-3 py-0.5 text-sm font-semibold whitespace-nowrap text-ink">
            {words('sampleData')}
          </span>
        ) : null}
        <span className="whitespace-nowrap">{person}</span>
        <SignOutButton
          lastWords={onLeave}
          className="cursor-pointer rounded-desk-sm border border-night-line px-3 py-1.5 text-sm font-semibold hover:bg-night-3"
        >
          {words('signOut')}
        </SignOutButton>
      </div>
    </header>
  )
}

/** Shows what the server knows: a click asks, and the mark moves when the answer is in the view. */
function IntentRadios({
  intent,
  canChange,
  onIntent,
}: Pick<TopBarProps, 'canChange' | 'onIntent'> & { intent: Intent }) {
  const words = useTranslations('desk.intent')
  const ask = (wanted: Intent) => (canChange ? onIntent(wanted) : undefined)
  return (
    <div
      role="radiogroup"
      aria-label={words('label')}
      aria-disabled={!canChange}
      className="flex shrink-0 gap-1 rounded-desk-sm border border-night-3 bg-night-2 p-1 aria-disabled:opacity-60"
    >
      {INTENTS.map((each) => (
        <label
          key={each}
          className={`flex min-h-10 cursor-pointer items-center gap-2 rounded-[9px] px-4 font-semibold whitespace-nowrap transition has-focus-visible:outline-3 has-focus-visible:outline-sun ${
            each === intent ? SELECTED[each] : 'text-white hover:bg-night-3'
          }`}
        >
          <input
            type="radio"
            name="intent"
            className="sr-only"
            checked={each === intent}
            // Disabled, it would lose the focus of whoever has just chosen it.
            aria-disabled={!canChange}
            onChange={() => ask(each)}
            // Choosing again what is chosen already: available, but the devices still want checking.
            onClick={() => (each === intent ? ask(each) : undefined)}
          />
          {each === intent ? <Check aria-hidden="true" size={16} strokeWidth={3} /> : null}
          {words(each)}
        </label>
      ))}
    </div>
  )
}

const SELECTED: Readonly<Record<Intent, string>> = {
  available: 'bg-green text-white',
  on_break: 'bg-sun text-ink',
  off_duty: 'bg-night-ink-2 text-ink',
}
