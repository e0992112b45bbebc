import { createElement, type Dispatch, type ReactNode } from 'react'
import { fullLocale, type Locale, languageTag } from '@/lib/i18n/locale.ts'
import { ContentLanguage } from './content-text.tsx'
import { Dock } from './dock.tsx'
import type { Screen } from './screen.ts'
import type { TotemAction, TotemState } from './totem-state.ts'
import { useChunk } from './use-chunk.ts'
import { useVoice } from './use-voice.ts'
import type { Words } from './words.ts'

interface StageProps {
  kind: Screen['kind']
  words: Words
  locale: Locale
  state: TotemState
  dispatch: Dispatch<TotemAction>
  children: ReactNode
}

/** The panel: a screen, and the dock that stays below every one of them. */
export function Stage({ kind, words, locale, state, dispatch, children }: StageProps) {
  const panel = useChunk(state.choosesModes, loadPanel)
  const Voice = useVoice(state.modes, dispatch)
  return (
    <ContentLanguage value={fullLocale(locale)}>
      <main className="stage" data-screen={kind}>
        <div className="relative min-h-0">
          {children}
          {state.choosesModes &&
            panel &&
            createElement(panel.ModesPanel, {
              words,
              modes: state.modes,
              dispatch,
            })}
        </div>
        <Dock words={words} locale={locale} state={state} dispatch={dispatch} />
        {Voice && createElement(Voice, { words, language: languageTag(locale) })}
      </main>
    </ContentLanguage>
  )
}

const loadPanel = () => import('./modes-panel.tsx')
