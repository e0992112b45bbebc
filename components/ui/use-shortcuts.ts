'use client'

import { useEffect } from 'react'
import { shortcutFor } from './shortcut.ts'
import { useLatest } from './use-latest.ts'

/** Does `actions[…]` when its key is pressed anywhere on the page, while mounted. */
export function useShortcuts<Action extends string>(
  shortcuts: Readonly<Record<string, Action>>,
  actions: Readonly<Record<Action, () => void>>,
) {
  const latest = useLatest({ shortcuts, actions })

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, repeat } = event
      const stroke = { key, ctrlKey, metaKey, altKey, repeat, isTyping: isWriting(event.target) }
      const action = shortcutFor(stroke, latest.current.shortcuts)
      if (action === null) return
      event.preventDefault()
      latest.current.actions[action]()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [latest])
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'range'].includes(target.type)
}
