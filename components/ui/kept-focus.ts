'use client'

import { useEffect } from 'react'

interface Held {
  element: HTMLElement
  /** What it stands in, from the inside out: once it is gone, it cannot be asked any more. */
  around: readonly Element[]
}

/** What has the focus, or had it until it went away. Null: nothing, or somebody turned away from it. */
let held: Held | null = null

/**
 * Once per page: whoever works by keyboard, or listens, is never left nowhere when a key goes away or stands still
 * under them. They go on from the innermost thing around it that has a name, such as a section or a dialog, else
 * from the page's heading: never on another key, which a second press would press too.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    const undo = new AbortController()
    const { signal } = undo
    let timer: ReturnType<typeof setTimeout> | undefined
    const hold = (target: EventTarget | null) => {
      if (target instanceof HTMLElement && target !== document.body)
        held = { element: target, around: ancestorsOf(target) }
    }
    // A page may begin to watch late.
    hold(document.activeElement)
    const onFocusIn = ({ target }: FocusEvent) => hold(target)
    /** What comes in its place, a screen or a dialog, may take the focus by itself: it goes first. */
    const look = () => {
      if (!isLost()) return
      clearTimeout(timer)
      timer = setTimeout(giveBack)
    }
    /** Asked a moment later: browsers tell it also of what is being taken away, while it is still there. */
    const onFocusOut = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (held?.element !== target || document.activeElement === target) return
        if (canHaveFocus(held.element)) held = null
        else look()
      })
    document.addEventListener('focusin', onFocusIn, { signal })
    document.addEventListener('focusout', onFocusOut, { signal })
    const observer = new MutationObserver(look)
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled', 'inert', 'hidden'],
    })
    return () => {
      undo.abort()
      observer.disconnect()
      clearTimeout(timer)
      held = null
    }
  }, [])
}

/**
 * A `ref` for what takes the place of a key that goes away: whoever pressed that one goes on from here. Takes the
 * focus from nobody who has it, and from nobody who has turned away. Only on a page with `useKeptFocus`.
 */
export function catchFocus(element: HTMLElement | null): void {
  if (element && isLost()) element.focus({ preventScroll: true })
}

function isLost(): boolean {
  if (held === null) return false
  const { activeElement, body } = document
  // Asked after every change of the page: whether something is drawn costs too much for that.
  if (activeElement === held.element) return isBarred(held.element)
  return (activeElement === null || activeElement === body) && !canHaveFocus(held.element)
}

const isBarred = (element: Element): boolean => element.matches(':disabled, [inert], [inert] *')

const canHaveFocus = (element: Element): boolean =>
  element.isConnected && !isBarred(element) && element.checkVisibility()

function giveBack(): void {
  if (held === null || !isLost()) return
  const place = placeFor(held.around)
  // Nowhere yet, while another screen is on its way: its coming is a change of the page.
  if (!place) return
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
  }
  place.focus({ preventScroll: true })
}

const NAMED = '[aria-label], [aria-labelledby], fieldset'

function placeFor(around: readonly Element[]): HTMLElement | null {
  const question = [...document.querySelectorAll('dialog[open]')].at(-1) ?? null
  const inside = around.find((one) => one.matches(NAMED) && canHaveFocus(one)) ?? null
  const isBehind = question !== null && !question.contains(inside)
  const place =
    (isBehind ? question : inside) ?? [...document.querySelectorAll('main h1')].find(canHaveFocus) ?? null
  return place instanceof HTMLElement ? place : null
}

function ancestorsOf(element: Element): Element[] {
  const { parentElement } = element
  return parentElement ? [parentElement, ...ancestorsOf(parentElement)] : []
}
