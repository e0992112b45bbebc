/**
 * What may wait for the first picture of an answer. Whoever answers looks for a face, and to paint the screen
 * of a call takes a small computer as long as to decode that face: on two cores that carried both ends and all
 * servers the pictures came after 297 and 278 ms when screens were painted at once, and after 185 and 195 ms when
 * they waited (medians of 14 calls each, in turns; totem and desk).
 */
export interface FirstPicture {
  /** One is about to come: what is to be painted waits for it from now on, for a quarter of a second at most. */
  expect: () => void
  /** It is on the screen, or no longer expected. */
  came: () => void
  /** Does this now, or once the picture is there; in the order asked. */
  after: (paint: () => void) => void
}

export function createFirstPicture(): FirstPicture {
  let isExpected = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: (() => void)[] = []

  const came = () => {
    if (!isExpected) return
    isExpected = false
    clearTimeout(timer)
    const paints = waiting
    waiting = []
    for (const paint of paints) paint()
  }

  return {
    expect() {
      isExpected = true
      clearTimeout(timer)
      timer = setTimeout(came, EXPECTED_WITHIN_MS)
    },
    came,
    after(paint) {
      if (isExpected) waiting.push(paint)
      else paint()
    },
  }
}

/** A screen that answers later than this is felt to be slow; on a network of its own a picture comes sooner. */
const EXPECTED_WITHIN_MS = 250
