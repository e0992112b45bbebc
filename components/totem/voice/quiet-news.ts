import { hasWords, isHeard } from './news.ts'
import type { Speaker } from './speaker.ts'

/** News that can wait: it is said in silence, and what has changed again meanwhile is said as it is by then. */
export interface QuietNews {
  add: (news: readonly Element[]) => void
  /** A key was pressed: it may be one of several. */
  wait: () => void
  close: () => void
}

/**
 * After the last word, and after the last key. Whoever types, or goes through a screen with arrows, is quicker: a
 * person's keys follow each other within half a second.
 */
const SILENCE_MS = 700

export function holdQuietNews(
  speaker: Pick<Speaker, 'isSilent' | 'onSaid'>,
  tell: (news: readonly Element[]) => void,
): QuietNews {
  const held = new Set<Element>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    if (held.size > 0 && speaker.isSilent()) timer = setTimeout(tellNow, SILENCE_MS)
  }
  const tellNow = () => {
    // Something is being said by now: its end comes back here.
    if (!speaker.isSilent()) return
    const news = [...held].filter(isHeard)
    for (const each of held)
      if (news.includes(each) || !each.isConnected || !hasWords(each)) held.delete(each)
    if (news.length > 0) tell(news)
  }
  const stop = speaker.onSaid(wait)
  return {
    add(news) {
      for (const each of news) held.add(each)
      wait()
    },
    wait,
    close() {
      stop()
      clearTimeout(timer)
    },
  }
}
