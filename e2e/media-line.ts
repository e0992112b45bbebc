import type { Page } from '@playwright/test'
import type { Stack } from '../scripts/local/stack.ts'
import { type MediaRelay, RELAY_ADDRESS, startMediaRelay } from './network/media-relay.ts'
import type { Line } from './network/thin-pipe.ts'

/** What the media of one page passes through. */
export interface MediaLine {
  /** In both directions, from now on. */
  become: (line: Line) => void
}

/** Whatever happens in `meanwhile`, pages reach the media server through a relay only. */
export async function throughRelay(
  stack: Stack,
  meanwhile: (relay: MediaRelay) => Promise<void>,
): Promise<void> {
  await stack.media.crash()
  await stack.restartMedia({ mediaAddress: RELAY_ADDRESS })
  const relay = await startMediaRelay(stack.media.udpPort)
  try {
    await meanwhile(relay)
  } finally {
    await relay.close()
    await stack.media.crash()
    await stack.restartMedia()
  }
}

/** The line of a page that is in a call. */
export async function lineOf(page: Page, relay: MediaRelay): Promise<MediaLine> {
  const port = await page.evaluate(mediaPort)
  if (port === null) throw new Error('this page has no way to the media server')
  return { become: (line) => relay.become(port, { up: line, down: line }) }
}

/** Runs in the page: the port from which the media server sees it come. */
async function mediaPort(): Promise<number | null> {
  for (const connection of globalThis.farEnd.connections) {
    const report = await connection.getStats()
    for (const { type, nominated, localCandidateId } of report.values()) {
      if (type === 'candidate-pair' && nominated) return report.get(localCandidateId)?.port ?? null
    }
  }
  return null
}
