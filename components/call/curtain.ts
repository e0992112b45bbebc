/** Which side of the curtain: what hides the far end until it may be shown, or the screen made ready behind. */
export type CurtainSide = 'before' | 'behind'

/** Parts of the page that change places when the far end is shown, in that very task: React comes after it. */
export interface Curtain {
  /** Returns its undoing. */
  attach: (element: HTMLElement, side: CurtainSide) => () => void
  /** @param isOpen the far end is shown */
  draw: (isOpen: boolean) => void
}

export function createCurtain(): Curtain {
  const sides = new Map<HTMLElement, CurtainSide>()
  let isOpen = false

  const place = (element: HTMLElement, side: CurtainSide) => {
    element.style.visibility = isOpen ? WHEN_OPEN[side] : ''
  }

  return {
    attach(element, side) {
      sides.set(element, side)
      place(element, side)
      return () => {
        sides.delete(element)
        element.style.visibility = ''
      }
    },
    draw(next) {
      if (isOpen === next) return
      isOpen = next
      for (const [element, side] of sides) place(element, side)
    },
  }
}

const WHEN_OPEN: Readonly<Record<CurtainSide, string>> = { before: 'hidden', behind: 'visible' }
