import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'

/**
 * Cuts the network of a page's browser, as when a cable is pulled: commands, streams, sockets and UDP alike
 * hear nothing more, and nobody is told. All of them go through one process of the browser, which sleeps
 * meanwhile; what the kernel keeps for it arrives late, as over a line that repeats what was lost.
 *
 * @returns mends it
 */
export async function cutNetwork(page: Page): Promise<() => void> {
  const pid = await networkProcessOf(page)
  process.kill(pid, 'SIGSTOP')
  return () => void process.kill(pid, 'SIGCONT')
}

async function networkProcessOf(page: Page): Promise<number> {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser of its own')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  for (const { id } of processInfo) {
    const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')
    if (command.includes('network.mojom.NetworkService')) return id
  }
  throw new Error('this browser has no process for its network')
}
