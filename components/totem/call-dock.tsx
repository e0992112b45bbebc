import { type Dispatch, useRef, useState } from 'react'
import { LOCALES, type Locale, languageTag } from '@/lib/i18n/locale.ts'
import { EmergencyNote } from './emergency-note.tsx'
import { Icon } from './icon.tsx'
import { LANGUAGE_NAMES } from './language-names.ts'
import type { TotemAction, TotemState } from './totem-state.ts'
import type { Words } from './words.ts'

interface CallDockProps {
  words: Words
  locale: Locale
  state: TotemState
  dispatch: Dispatch<TotemAction>
}

/**
 * The dock of a call, one row high: the room is the operator's and what they show. The languages come out at a
 * touch of the one that is spoken.
 */
export function CallDock({ words, locale, state, dispatch }: CallDockProps) {
  const [isChoosing, setChoosing] = useState(false)
  const key = useRef<HTMLButtonElement>(null)
  const choose = (next: Locale) => {
    dispatch({ type: 'languageChosen', locale: next })
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
      {isChoosing && (
        <fieldset className="dock-choice">
          <legend className="sr-only">{words.bar.languages}</legend>
          {LOCALES.map((each) => (
            <button
              key={each}
              type="button"
              lang={languageTag(each)}
              aria-pressed={each === locale}
              onClick={() => choose(each)}
              className="key dock-key"
            >
              {LANGUAGE_NAMES[each]}
            </button>
          ))}
        </fieldset>
      )}
      <button
        type="button"
        aria-expanded={state.choosesModes}
        onClick={() => dispatch({ type: 'modesShown', shown: !state.choosesModes })}
        className="key dock-key"
      >
        <Icon name="accessibility" className="size-44 shrink-0" />
        {words.bar.accessibility}
      </button>
      <EmergencyNote words={words} className="ms-auto" />
    </aside>
  )
}
