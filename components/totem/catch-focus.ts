/**
 * A `ref` for what takes another key's place: whoever pressed that one by keyboard goes on from here, and does
 * not start over at the top of the page. Takes the focus only where it was lost.
 */
export function catchFocus(element: HTMLElement | null): void {
  if (element && document.activeElement === document.body) element.focus({ preventScroll: true })
}
