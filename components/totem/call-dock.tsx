import { useRef, useState } from 'react'
import { languageTag } from '@/lib/i18n/locale.ts'
import { type DockProps, LanguageKeys, ModesKey } from './dock.tsx'
import { EmergencyNote } from './emergency-note.tsx'
import { Icon } from './icon.tsx'
import { LANGUAGE_NAMES } from './language-names.ts'
import type { TotemAction } from './totem-state.ts'

/**
 * The dock of a call, one row high: the room is the operator's and what they show. The languages come out at a
 * touch of the one that is spoken.
 */
export function CallDock({ words, locale, state, dispatch }: DockProps) {
  const [isChoosing, setChoosing] = useState(false)
  const key = useRef<HTMLButtonElement>(null)
  const choose = (chosen: TotemAction) => {
    dispatch(chosen)
    setChoosing(false)
    // The languages go, and whoever works by keyboard goes on from where they came out.
    key.current?.focus()
  }
  return (
    <aside aria-label={words.bar.languages} className="dock">
      <button
        ref={key}
        type="button"
        aria-expanded={isChoosing}
        onClick={() => setChoosing(!isChoosing)}
        className="key dock-key"
      >
        <span className="sr-only">{words.bar.languages}: </span>
        <span lang={languageTag(locale)}>{LANGUAGE_NAMES[locale]}</span>
        <Icon
          name="chevron-right"
          className={`size-36 shrink-0 ${isChoosing ? 'rotate-90' : '-rotate-90'}`}
        />
      </button>
      {isChoosing && <LanguageKeys words={words} locale={locale} dispatch={choose} className="dock-choice" />}
      <ModesKey words={words} state={state} dispatch={dispatch} />
      <EmergencyNote words={words} className="ms-auto" />
    </aside>
  )
}
