/** The key that leads back, and whether Escape may touch it or only go to it. */
export interface WayBack {
  key: HTMLElement
  isTouched: boolean
}

/**
 * Where Escape leads. A key marked `data-way="leave"` would cost the visitor their place: Escape goes to it, which
 * says its name, and Enter touches it.
 */
export function wayBack(place: Element | null): WayBack | null {
  // What opened last lies last.
  const key = [...(place?.querySelectorAll<HTMLElement>('[data-way]') ?? [])].at(-1)
  return key ? { key, isTouched: key.dataset.way === 'back' } : null
}
