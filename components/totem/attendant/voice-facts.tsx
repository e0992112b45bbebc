'use client'

import { useEffect, useState } from 'react'
import type { Locale } from '@/lib/i18n/locale.ts'
import { LANGUAGE_NAMES } from '../language-names.ts'
import { clockTime } from '../times.ts'
import { lastVoiceFault } from '../voice/voice-fault.ts'
import { fill, type Words } from '../words.ts'
import { checkVoices, type VoiceCheck } from './voice-check.ts'

/** Whose voice speaks which language here, and when one last failed: nobody who hears it stays to tell. */
export function VoiceFacts({ words, locale }: { words: Words; locale: Locale }) {
  const say = words.staff
  const check = useVoiceCheck()
  const fault = lastVoiceFault()
  return (
    <div role="status">
      <p>{check === null ? say.trying : inWords(check, words)}</p>
      {fault && (
        <p>
          {fill(fault.whose === 'machine' ? say.voiceBroke : say.voiceSilent, {
            time: clockTime(fault.at, locale),
          })}
        </p>
      )}
    </div>
  )
}

/** Asked again when the browser has found its voices: it looks for them late. */
function useVoiceCheck(): VoiceCheck | null {
  const [check, setCheck] = useState<VoiceCheck | null>(null)
  useEffect(() => {
    const undo = new AbortController()
    const { signal } = undo
    const look = () =>
      void checkVoices(signal).then((found) => {
        if (!signal.aborted) setCheck(found)
      })
    look()
    if ('speechSynthesis' in window) speechSynthesis.addEventListener('voiceschanged', look, { signal })
    return () => undo.abort()
  }, [])
  return check
}

function inWords({ withoutMachine, canPageSpeak }: VoiceCheck, { staff: say }: Words): string {
  if (withoutMachine.length === 0) return say.voiceEach
  const languages = withoutMachine.map((locale) => LANGUAGE_NAMES[locale]).join(', ')
  return fill(canPageSpeak ? say.voicePage : say.voiceNone, { languages })
}
