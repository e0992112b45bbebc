'use client'

import { useEffect, useRef, useState } from 'react'
import { Key } from './key.tsx'
import { useCountdown } from './use-countdown.ts'
import { fill, type Words } from './words.ts'

/** Reading time without a touch before the totem asks, and how long it then waits for an answer. */
const QUIET_MS = 60_000
const ANSWER_SECONDS = 30

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** Asks whether somebody is still there, and otherwise starts over. Shown only where a visitor may have left. */
export function IdleGuard({ words, onGone }: { words: Words; onGone: () => void }) {
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    if (isAsking) return
    let timer: ReturnType<typeof setTimeout>
    const restart = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setAsking(true), QUIET_MS)
    }
    restart()
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, restart, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, restart)
    }
  }, [isAsking])
  return isAsking && <StillThere words={words} onStay={() => setAsking(false)} onGone={onGone} />
}

function StillThere({ words, onStay, onGone }: { words: Words; onStay: () => void; onGone: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const secondsLeft = useCountdown(ANSWER_SECONDS, onGone)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby="still-there"
      onCancel={onStay}
      // A touch anywhere is an answer.
      onPointerDown={onStay}
      className="asking m-auto rounded-card bg-white p-64 text-center text-ink"
    >
      <h2 id="still-there" className="text-heading font-bold">
        {words.idle.title}
      </h2>
      <p className="mt-24 text-lead">{fill(words.idle.text, { seconds: secondsLeft })}</p>
      <Key tone="green" className="mt-48 min-h-148 w-full text-title font-bold" onClick={onStay}>
        {words.idle.stay}
      </Key>
    </dialog>
  )
}
