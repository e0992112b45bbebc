'use client'

import { type Dispatch, useEffect } from 'react'
import type { Mode } from './modes.ts'
import type { TotemAction } from './totem-state.ts'
import { useChunk } from './use-chunk.ts'
import type { Voice } from './voice/voice.tsx'

/** The key that starts and ends the voice, on every keypad and keyboard; nobody has to see anything for it. */
const VOICE_KEY = '*'

/**
 * What a keypad does: the voice for whoever does not see, started and ended by its key from every screen, and
 * arrows in place of a Tab that keypads lack. Both are fetched when they are asked for.
 *
 * @returns null: it is off, or has not come yet
 */
export function useVoice(modes: readonly Mode[], dispatch: Dispatch<TotemAction>): typeof Voice | null {
  const isOn = modes.includes('voice')
  const loaded = useChunk(isOn, loadVoice)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event
      if (!isOn && key.startsWith('Arrow'))
        void import('./voice/move-focus.ts').then((keys) => keys.moveByKeypad(key))
      if (key !== VOICE_KEY || isBeingWritten(target)) return
      // In a field that is still empty it starts the voice, and is no letter.
      event.preventDefault()
      dispatch({ type: 'modeToggled', mode: 'voice' })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isOn, dispatch])
  return isOn && loaded ? loaded.Voice : null
}

const loadVoice = () => import('./voice/voice.tsx')

/** What cannot be written into has no place among letters. */
const isBeingWritten = (target: EventTarget | null) =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
  target.selectionStart !== null &&
  target.value !== ''
