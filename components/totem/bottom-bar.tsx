import type { Locale } from '@/lib/i18n/locale.ts'
import { EmergencyNote } from './emergency-note.tsx'
import { Icon } from './icon.tsx'
import { Key } from './key.tsx'
import type { Words } from './words.ts'

interface BottomBarProps {
  words: Words
  locale: Locale
  onLanguage: (locale: Locale) => void
  onBack?: (() => void) | undefined
  onHome?: (() => void) | undefined
}

/** The last row of every reading screen: the way back, the languages, and the emergency number. */
export function BottomBar({ words, locale, onLanguage, onBack, onHome }: BottomBarProps) {
  return (
    <div className="flex items-center gap-20">
      {onBack && (
        <Key tone="paper" className="px-36" onClick={onBack}>
          <Icon name="arrow-left" className="size-40" />
          {words.bar.back}
        </Key>
      )}
      {onHome && (
        <Key tone="paper" className="px-32" onClick={onHome} aria-label={words.bar.home}>
          <Icon name="house" className="size-40" />
        </Key>
      )}
      <LanguageKeys words={words} locale={locale} onLanguage={onLanguage} />
      <EmergencyNote words={words} className="ml-auto text-ink" />
    </div>
  )
}

const LANGUAGES = [
  { locale: 'it', code: 'IT', name: 'italian' },
  { locale: 'en', code: 'EN', name: 'english' },
] as const

type LanguageKeysProps = Pick<BottomBarProps, 'words' | 'locale' | 'onLanguage'> & { onNight?: boolean }

/** One key per language, each named in its own. */
export function LanguageKeys({ words, locale, onLanguage, onNight = false }: LanguageKeysProps) {
  const chosen = onNight ? 'bg-white text-ink' : 'bg-ink text-white'
  const other = onNight
    ? 'hairline border-night-line bg-night-2 text-white active:bg-night-3'
    : 'hairline border-line-strong bg-card text-ink active:bg-blue-light'
  return (
    <fieldset className="flex gap-16">
      <legend className="sr-only">{words.bar.languages}</legend>
      {LANGUAGES.map((language) => (
        <button
          key={language.locale}
          type="button"
          lang={language.locale}
          aria-pressed={language.locale === locale}
          aria-label={words.bar[language.name]}
          onClick={() => onLanguage(language.locale)}
          className={`key min-h-96 min-w-96 rounded-key px-24 font-semibold ${language.locale === locale ? chosen : other}`}
        >
          {language.code}
        </button>
      ))}
    </fieldset>
  )
}
