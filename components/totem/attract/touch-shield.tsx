'use client'

import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { useShownDialog } from '@/components/ui/use-shown-dialog.ts'

/** Between a finger that lifts and the click that comes of it. Browsers wait no longer for a second tap. */
const CLICK_WITHIN_MS = 400
/** Starts the voice (`use-voice.ts`): whoever does not see cannot know that this lies over home. */
const PASSED_ON = '*'

interface TouchShieldProps {
  label: string
  onTouch: () => void
  children: ReactNode
}

/**
 * Lies over everything and takes one touch anywhere, or one key. What it covers is gone at the touch, but it
 * stays in front until the finger has been lifted and its click is over: a click that came later would press
 * the key beneath.
 */
export function TouchShield({ label, onTouch, children }: TouchShieldProps) {
  const dialog = useShownDialog()
  const [isTouched, setTouched] = useState(false)
  const [isLifted, setLifted] = useState(false)
  const leave = useEffectEvent(onTouch)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== PASSED_ON) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      leave()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
  useEffect(() => {
    if (!isLifted) return
    const timer = setTimeout(() => leave(), CLICK_WITHIN_MS)
    return () => clearTimeout(timer)
  }, [isLifted])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken before they reach anything
    <dialog
      ref={dialog}
      aria-label={label}
      data-touched={isTouched}
      className="attract"
      onPointerDown={() => setTouched(true)}
      onPointerUp={() => setLifted(true)}
      onPointerCancel={() => setLifted(true)}
      onClick={onTouch}
      onCancel={(event) => event.preventDefault()}
    >
      {children}
    </dialog>
  )
}
