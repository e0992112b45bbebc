import type { BodyId, OperatorId, PageEpoch } from '../ids.ts'

/** A desk page, as its stream names it. */
export interface DeskPageId {
  bodyId: BodyId
  operatorId: OperatorId
  epoch: PageEpoch
}

/**
 * Watches the streams of desk pages. A page whose last stream has been closed for a while is reported
 * once; a reload or a passing network fault opens a new stream well before.
 */
export function createDeskStreams(onClosed: (page: DeskPageId) => void) {
  const open = new Map<string, { streams: number; timer: NodeJS.Timeout | undefined }>()
  return {
    /** @returns says that this stream has closed */
    opened(page: DeskPageId): () => void {
      const name = `${page.bodyId} ${page.operatorId} ${page.epoch}`
      const entry = open.get(name) ?? { streams: 0, timer: undefined }
      open.set(name, entry)
      entry.streams += 1
      clearTimeout(entry.timer)
      return () => {
        entry.streams -= 1
        if (entry.streams > 0) return
        entry.timer = setTimeout(() => {
          open.delete(name)
          onClosed(page)
        }, CLOSED_FOR_MS)
      }
    },
    /** Streams that close from here on say nothing: it is we who close them. */
    stop() {
      for (const { timer } of open.values()) clearTimeout(timer)
      open.clear()
      onClosed = () => {}
    },
  }
}

export const CLOSED_FOR_MS = 2_000
