const FORWARD: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowRight'])

/** Where somebody is: a question that bars the way, or the totem. */
export const place = () => document.querySelector('dialog[open]') ?? document.querySelector('main')

export const focused = () => (document.activeElement instanceof HTMLElement ? document.activeElement : null)

/**
 * To the next stop or the one before, and from the last one to the first. What the style sheet hides takes no
 * focus, and would end the round. `key`: an arrow.
 */
export function moveFocus(key: string): void {
  const by = FORWARD.has(key) ? 1 : -1
  const stops = [
    ...(place()?.querySelectorAll<HTMLElement>('h1, button, input, textarea, [tabindex="0"]') ?? []),
  ].filter((stop) => !stop.closest('[inert]') && !stop.hasAttribute('disabled') && stop.checkVisibility())
  const here = focused()
  const at = here ? stops.indexOf(here) : -1
  const next = at >= 0 ? at + by : by > 0 ? firstAfter(here, stops) : firstAfter(here, stops) - 1
  stops[(next + stops.length) % stops.length]?.focus()
}

/** Where the focus came back to may be no stop (`kept-focus.ts`): a part of the screen, with its stops behind it. */
function firstAfter(here: Element | null, stops: readonly Element[]): number {
  const isBehind = (stop: Element) =>
    here !== null && (here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const next = stops.findIndex(isBehind)
  return next < 0 ? stops.length : next
}

/** Letters are typed into it. */
export const isWritten = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !['checkbox', 'radio'].includes(element.type))

/**
 * An arrow on a keypad that has no Tab, without the voice. Arrows that the browser uses itself keep their
 * meaning: among the choices of one question, between the letters of a field, and up and down in a part that scrolls.
 */
export function moveByKeypad(key: string): void {
  const here = focused()
  if (here instanceof HTMLInputElement && here.type === 'radio') return
  if (isWritten(here) && (key === 'ArrowLeft' || key === 'ArrowRight')) return
  const scrolls = here?.matches('[tabindex="0"]') && here.scrollHeight > here.clientHeight
  if (scrolls && (key === 'ArrowUp' || key === 'ArrowDown')) return
  moveFocus(key)
}
