'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '../icon.tsx'
import { Key } from '../key.tsx'
import type { Words } from '../words.ts'

interface PrintKeyProps {
  words: Words
  label: string
  className?: string
  /** What comes out on paper; see `.paper` in totem.css. */
  children: ReactNode
}

/** Below what it prints. */
const BELOW = 'mt-24 min-h-112 w-full text-lead'

/** Long enough that a second touch does not print a second sheet. */
const PRINTING_MS = 5_000

/** Prints one sheet. Only where the totem has a printer; what is printed leaves the page with this screen. */
export function PrintKey({ words, label, className = BELOW, children }: PrintKeyProps) {
  const [state, setState] = useState<'untouched' | 'printing' | 'done'>('untouched')
  const isPrinting = state === 'printing'
  useEffect(() => {
    if (!isPrinting) return
    // Once the sheet is in the page; most browsers wait here until it has been handed over.
    const start = requestAnimationFrame(() => window.print())
    const timer = setTimeout(() => setState('done'), PRINTING_MS)
    return () => {
      cancelAnimationFrame(start)
      clearTimeout(timer)
    }
  }, [isPrinting])
  return (
    <>
      <Key
        tone="light"
        className={className}
        // Disabled, it would lose the focus.
        aria-disabled={isPrinting}
        onClick={() => {
          // Another key's sheet would come out a second time with this one.
          if (!document.querySelector('.paper')) setState('printing')
        }}
      >
        <Icon name="printer" className="size-48 shrink-0" />
        {isPrinting ? words.print.printing : label}
      </Key>
      <p role="status" className="sr-only">
        {state === 'untouched' ? '' : words.print[state]}
      </p>
      {isPrinting && createPortal(<div className="paper">{children}</div>, document.body)}
    </>
  )
}
