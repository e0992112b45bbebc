import type { StagePage } from '@/lib/content/stage-page.ts'

/** `gone`: unpublished or deleted. `unreachable`: nobody could say. */
export type PageAnswer = { kind: 'found'; page: StagePage } | { kind: 'gone' } | { kind: 'unreachable' }

/** Reads a page of the stage as it is published now; never throws. */
export async function readStagePage(url: string, signal: AbortSignal): Promise<PageAnswer> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(8_000)]) })
    if (response.status === 404) return { kind: 'gone' }
    if (!response.ok) return { kind: 'unreachable' }
    // Our own server's, like every view.
    const page: StagePage = await response.json()
    return { kind: 'found', page }
  } catch {
    return { kind: 'unreachable' }
  }
}
