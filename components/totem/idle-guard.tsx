'use client'

import { useState } from 'react'
import { useShownDialog } from '@/components/ui/use-shown-dialog.ts'
import type { Locale } from '@/lib/i18n/locale.ts'
import { Key } from './key.tsx'
import { inForms } from './plural-forms.ts'
import { useCountdown } from './use-countdown.ts'
import { useQuiet } from './use-quiet.ts'
import type { Words } from './words.ts'

/** How long it waits for an answer, which is one touch anywhere: 20 s at least (WCAG 2.2.1), and as often as needed. */
const ANSWER_SECONDS = 30

interface IdleGuardProps {
  words: Words
  locale: Locale
  /** Without a touch for this long it asks. */
  quietMs: number
  onGone: () => void
}

/** Asks whether somebody is still there, and otherwise starts over. Shown only where a visitor may have left. */
export function IdleGuard({ words, locale, quietMs, onGone }: IdleGuardProps) {
  const [isAsking, setAsking] = useState(false)
  useQuiet(!isAsking, quietMs, () => setAsking(true))
  return (
    isAsking && <StillThere words={words} locale={locale} onStay={() => setAsking(false)} onGone={onGone} />
  )
}

type StillThereProps = Omit<IdleGuardProps, 'quietMs'> & { onStay: () => void }

function StillThere({ words, locale, onStay, onGone }: StillThereProps) {
  const dialog = useShownDialog()
  const secondsLeft = useCountdown(ANSWER_SECONDS, onGone)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys have the button, and Escape
    <dialog
      ref={dialog}
      aria-labelledby="still-there"
      onCancel={onStay}
      // A touch anywhere is an answer, and ends here: gone at its beginning, it would end on the key beneath.
      onClick={onStay}
      className="asking m-auto rounded-card bg-white p-64 text-center text-ink"
    >
      <h2 id="still-there" className="text-heading font-bold">
        {words.idle.title}
      </h2>
      <p className="mt-24 text-lead">{inForms(words.idle.text, { seconds: secondsLeft }, locale)}</p>
      <Key
        tone="green"
        className="mt-48 min-h-148 w-full text-title font-bold"
        // Where the voice has taken Escape for itself.
        data-way="back"
        onClick={onStay}
      >
        {words.idle.stay}
      </Key>
    </dialog>
  )
}
