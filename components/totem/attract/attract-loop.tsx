'use client'

import { useEffect, useState } from 'react'
import { LOCALES } from '@/lib/i18n/locale.ts'
import type { Scene } from '../scene.tsx'
import { useWords } from '../use-words.ts'
import { AttractBoard } from './attract-board.tsx'
import { TouchShield } from './touch-shield.tsx'

/** Long enough to read it twice; with eight languages each comes back within two minutes. */
const TURN_MS = 12_000

/**
 * What a totem shows that nobody stands in front of: what can be done here, in one language after the other.
 * Each comes in another place, and moves slowly while it is read, so that nothing burns into the panel.
 */
export function AttractLoop({ scene, onTouch }: { scene: Scene; onTouch: () => void }) {
  const turn = useTurns()
  const home = { locale: scene.locale, words: scene.words }
  const { locale, words } = useWords(LOCALES[turn % LOCALES.length] ?? home.locale, {
    italian: scene.words,
    spoken: home,
  })
  return (
    <TouchShield label={scene.words.attract.title} onTouch={onTouch}>
      <AttractBoard scene={{ ...scene, locale, words }} turn={turn} />
    </TouchShield>
  )
}

function useTurns(): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), TURN_MS)
    return () => clearInterval(timer)
  }, [])
  return turn
}
