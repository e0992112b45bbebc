import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { assembleCrew } from '../e2e/crew.ts'
import { RED } from '../e2e/media/faces.ts'
import { totemOn } from '../e2e/totem.ts'
import { startStack } from '../scripts/local/stack.ts'
import { atMost } from './budget.ts'
import { progress, runBench } from './run-bench.ts'

// Bytes of JavaScript, gzip, that the totem's home needs before a call.

const BUDGET_BYTES = 150 * 1024
/** LiveKit's client is fetched while the page is idle and does not count; a word that only its code contains. */
const LIVEKIT_MARK = 'SignalClient'

await runBench('weight', async (folder) => {
  const stack = await startStack({ home: join(folder, 'home') })
  const crew = assembleCrew(join(folder, 'media'))
  const { page } = await crew.open({ face: RED, context: { baseURL: stack.url } })
  const scripts: Promise<Script>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(weigh(response.url(), response.body()))
  })
  const home = await page.goto('/totem?totem=padova-149')
  const html = (await home?.text()) ?? ''
  await totemOn(page).expectHome()
  await page.waitForLoadState('networkidle')
  // A sample totem enrols itself on its first page and reloads: the same files come twice.
  const byPath = new Map((await Promise.all(scripts)).map((script) => [script.path, script]))
  const weighed = [...byPath.values()]
  await crew.close()
  await stack.stop()

  // A script that the page's own HTML asks for is never "fetched while idle".
  const counted = weighed.filter((script) => !script.isLivekit || html.includes(script.path))
  const idle = weighed.filter((script) => !counted.includes(script))
  for (const { path, bytes } of counted) progress(`${bytes} B ${path}`)
  const sum = (list: readonly Script[]) => list.reduce((total, { bytes }) => total + bytes, 0)
  return {
    n: counted.length,
    unit: 'B',
    bytes: sum(counted),
    idleBytes: sum(idle),
    budgets: [atMost('JavaScript before a call', sum(counted), BUDGET_BYTES)],
  }
})

interface Script {
  path: string
  bytes: number
  isLivekit: boolean
}

async function weigh(url: string, body: Promise<Buffer>): Promise<Script> {
  const code = await body
  return { path: new URL(url).pathname, bytes: gzipSync(code).length, isLivekit: code.includes(LIVEKIT_MARK) }
}
