import { LOCALES, type Locale, languageTag } from '@/lib/i18n/locale.ts'
import { SPEECH_ENGINE, SPEECH_VOICES } from '@/lib/speech/speech-files.ts'
import { machineVoice } from '../voice/machine-voice.ts'

/** Which of the totem's languages this machine has no voice for, and whether the page's own can stand in. */
export interface VoiceCheck {
  withoutMachine: readonly Locale[]
  canPageSpeak: boolean
}

/** @param signal gives up: whoever asked does not look any more */
export async function checkVoices(signal: AbortSignal): Promise<VoiceCheck> {
  // Easy Italian is spoken as Italian.
  const languages = LOCALES.filter((locale) => languageTag(locale) === locale)
  const withoutMachine = languages.filter((locale) => machineVoice(locale) === null)
  const parts = withoutMachine.length === 0 ? [] : [SPEECH_ENGINE, SPEECH_VOICES]
  const canHave = await Promise.all(parts.map((part) => canBeHad(part, signal)))
  return { withoutMachine, canPageSpeak: canHave.every(Boolean) }
}

async function canBeHad(part: string, signal: AbortSignal): Promise<boolean> {
  try {
    const { ok, body } = await fetch(part, { signal })
    void body?.cancel()
    return ok
  } catch {
    return false
  }
}
