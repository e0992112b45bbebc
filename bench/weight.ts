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
  const scripts: Promise<Script | string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(weigh(response.url(), response.body()).catch(() => new URL(response.url()).pathname))
  })
  await page.goto('/totem?totem=padova-149')
  await totemOn(page).expectHome()
  const html = await (await page.request.get('/totem?totem=padova-149')).text()
  await page.waitForLoadState('networkidle')
  // A sample totem enrols itself on its first page and reloads: the same files come twice, and what the first
  // page was still fetching is gone.
  const all = await Promise.all(scripts)
  const byPath = new Map(all.flatMap((one) => (typeof one === 'string' ? [] : [[one.path, one] as const])))
  const lost = all.flatMap((one) => (typeof one === 'string' && !byPath.has(one) ? [one] : []))
  if (lost.length > 0) throw new Error(`never seen whole: ${lost.join(', ')}`)
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
