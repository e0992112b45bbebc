import { readFile } from 'node:fs/promises'
import type { CDPSession, Page } from '@playwright/test'

/** What a page holds once everything that can be let go has been. */
export interface PageMemory {
  /** JavaScript objects in use, after a forced collection. */
  heapBytes: number
  /** Resident memory of the page's process, JavaScript and everything else. */
  residentBytes: number
  /** Peer connections that are not closed. */
  openConnections: number
  /** Peer connections in the heap, closed ones that something still holds among them. */
  heldConnections: number
}

/**
 * Collects the page's garbage and measures what stays. For pages that are not watched, and one page a
 * browser: the largest of its processes counts as the page's.
 */
export async function memoryOf(page: Page): Promise<PageMemory> {
  const session = await page.context().newCDPSession(page)
  try {
    const connections = await countConnections(session)
    // Twice: what the first one finalises is free only for the second.
    await session.send('HeapProfiler.collectGarbage')
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return { heapBytes: usedSize, residentBytes: await residentBytesOf(page), ...connections }
  } finally {
    await session.detach()
  }
}

const HELD = 'page-memory'

async function countConnections(
  session: CDPSession,
): Promise<Pick<PageMemory, 'openConnections' | 'heldConnections'>> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'RTCPeerConnection.prototype',
    objectGroup: HELD,
  })
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: idOf(result),
    objectGroup: HELD,
  })
  const states = await session.send('Runtime.callFunctionOn', {
    objectId: idOf(objects),
    functionDeclaration: 'function () { return this.map(({ connectionState }) => connectionState).join() }',
    returnByValue: true,
  })
  await session.send('Runtime.releaseObjectGroup', { objectGroup: HELD })
  const held = String(states.result.value).split(',').filter(Boolean)
  return {
    openConnections: held.filter((state) => state !== 'closed').length,
    heldConnections: held.length,
  }
}

function idOf({ objectId }: { objectId?: string }): string {
  if (objectId === undefined) throw new Error('the page did not hand over an object')
  return objectId
}

async function residentBytesOf(page: Page): Promise<number> {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser of its own')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const renderers = processInfo.filter(({ type }) => type === 'renderer')
  return Math.max(...(await Promise.all(renderers.map(({ id }) => residentBytes(id)))))
}

async function residentBytes(pid: number): Promise<number> {
  // A spare process may have gone meanwhile.
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
}
