import { place } from './move-focus.ts'

const ALERT = '[role="alert"]'
const URGENT = `${ALERT}, [aria-live="assertive"]`
const QUIET = '[role="status"], [aria-live="polite"]'
/** What comes with one of these is another screen. */
const SCREEN = 'h1, dialog'

export interface NewsListener {
  /** Trouble, and the answer to a key: it is heard at once. */
  onUrgent: (news: readonly Element[]) => void
  /** What can wait until it interrupts nobody. */
  onQuiet: (news: readonly Element[]) => void
}

/**
 * Tells what has changed by itself and is to be heard wherever the focus is: what the page marks as a message for
 * those who do not see it (WCAG 4.1.3). What comes with a new screen is no news, unless it is trouble: the screen is
 * said. Nor is what the focus has just been moved to.
 *
 * @returns its undoing
 */
export function watchNews({ onUrgent, onQuiet }: NewsListener): () => void {
  const observer = new MutationObserver((changes) => {
    const isNewScreen = changes.some(({ addedNodes }) => foundIn(addedNodes, SCREEN).length > 0)
    const newsOf = (kind: string, isNewsOnceAdded: boolean) => [
      ...new Set(
        changes.flatMap(({ target, addedNodes }) => [
          ...around(target, kind),
          ...(isNewsOnceAdded ? foundIn(addedNodes, kind) : []),
        ]),
      ),
    ]
    const urgent = newsOf(URGENT, true).filter(isHeard)
    const quiet = newsOf(QUIET, !isNewScreen).filter((each) => each !== document.activeElement)
    if (urgent.length > 0) onUrgent(urgent)
    if (quiet.length > 0) onQuiet(quiet)
  })
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  return () => observer.disconnect()
}

export const isAlert = (element: Element): boolean => element.matches(ALERT)

/** Not what is made ready for later, nor what lies behind a question. */
export const isHeard = (element: Element): boolean =>
  hasWords(element) && !element.closest('[inert]') && place()?.contains(element) === true

export const hasWords = (element: Element): boolean => element.textContent.trim() !== ''

function around(target: Node, kind: string): Element[] {
  const nearest = target instanceof Element ? target : target.parentElement
  const live = nearest?.closest(kind)
  return live ? [live] : []
}

const foundIn = (nodes: Iterable<Node>, kind: string): Element[] =>
  [...nodes].flatMap((node) =>
    node instanceof Element ? [...(node.matches(kind) ? [node] : []), ...node.querySelectorAll(kind)] : [],
  )
