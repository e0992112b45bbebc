import { place } from './move-focus.ts'

const ALERT = '[role="alert"]'
const LIVE = `${ALERT}, [aria-live="polite"]`

export const isAlert = (element: Element): boolean => element.matches(ALERT)

/**
 * Tells what has changed by itself and is to be heard wherever the focus is: trouble, when it comes, and what a
 * wait says of itself, when it changes. What comes with a new screen is no news: the screen is said.
 *
 * @returns its undoing
 */
export function watchNews(tell: (news: readonly Element[]) => void): () => void {
  const observer = new MutationObserver((changes) => {
    const changed = new Set(
      changes.flatMap(({ target, addedNodes }) => [...changedAt(target), ...alertsIn(addedNodes)]),
    )
    const news = [...changed].filter(isHeard)
    if (news.length > 0) tell(news)
  })
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  return () => observer.disconnect()
}

function changedAt(target: Node): Element[] {
  const around = target instanceof Element ? target : target.parentElement
  const live = around?.closest(LIVE)
  return live ? [live] : []
}

const alertsIn = (nodes: Iterable<Node>): Element[] =>
  [...nodes].flatMap((node) =>
    node instanceof Element ? [...(isAlert(node) ? [node] : []), ...node.querySelectorAll(ALERT)] : [],
  )

/** Not what is made ready for later, nor what lies behind a question. */
const isHeard = (element: Element): boolean =>
  element.textContent.trim() !== '' && !element.closest('[inert]') && place()?.contains(element) === true
