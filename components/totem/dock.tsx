import type { Dispatch } from 'react'
import { LOCALES, type Locale, languageTag } from '@/lib/i18n/locale.ts'
import { Icon } from './icon.tsx'
import { LANGUAGE_NAMES } from './language-names.ts'
import type { TotemAction, TotemState } from './totem-state.ts'
import type { Words } from './words.ts'

export interface DockProps {
  words: Words
  locale: Locale
  state: TotemState
  dispatch: Dispatch<TotemAction>
}

/** Below every screen, always in the same place: the languages, and the way to the modes. */
export function Dock(props: DockProps) {
  return (
    <aside aria-label={props.words.bar.languages} className="dock">
      <LanguageKeys {...props} className="contents" />
      <ModesKey {...props} />
    </aside>
  )
}

/** Each language by its own name. */
export const LanguageKeys = ({
  words,
  locale,
  dispatch,
  className,
}: Omit<DockProps, 'state'> & { className: string }) => (
  <fieldset className={className}>
    <legend className="sr-only">{words.bar.languages}</legend>
    {LOCALES.map((each) => (
      <button
        key={each}
        type="button"
        lang={languageTag(each)}
        aria-pressed={each === locale}
        onClick={() => dispatch({ type: 'languageChosen', locale: each })}
        className="key dock-key"
      >
        {LANGUAGE_NAMES[each]}
      </button>
    ))}
  </fieldset>
)

export const ModesKey = ({ words, state, dispatch }: Omit<DockProps, 'locale'>) => (
  <button
    type="button"
    aria-expanded={state.choosesModes}
    onClick={() => dispatch({ type: 'modesShown', shown: !state.choosesModes })}
    className="key dock-key"
  >
    <Icon name="accessibility" className="size-44 shrink-0" />
    <span className="dock-word">{words.bar.accessibility}</span>
  </button>
)
