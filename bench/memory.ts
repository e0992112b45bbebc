import type { Page } from '@playwright/test'
import { SMALL } from '../e2e/media/camera-file.ts'
import { memoryOf, type PageMemory } from '../e2e/page-memory.ts'
import { shortCall } from '../e2e/short-call.ts'
import { atLeast, atMost, type Budget } from './budget.ts'
import { openCounter } from './counter.ts'
import { progress, runBench } from './run-bench.ts'

// One totem page and one desk page over many calls: what each holds after a forced collection.

const CALLS = Number(process.env.CALLS ?? 200)
/** Code, caches and pools come with the first calls: growth counts from here on. */
const SETTLED_AFTER = Math.min(20, Math.floor(CALLS / 3))
const LOOK_EVERY = 5
const MOST_GROWTH = 1.1

await runBench('memory', async (folder, stopAt) => {
  const counter = await openCounter(folder, undefined, { watching: 'none', format: SMALL })
  const { desk } = counter
  const visitor = await counter.openTotem()
  const startedAt = Date.now()
  const totemSeries: PageMemory[] = []
  const deskSeries: PageMemory[] = []
  const look = async (page: Page, series: PageMemory[]) => series.push(await memoryOf(page))
  let calls = 0
  while (calls < CALLS && Date.now() < stopAt) {
    await shortCall({ desk, visitor })
    calls += 1
    if (calls < SETTLED_AFTER || (calls - SETTLED_AFTER) % LOOK_EVERY > 0) continue
    await look(visitor.page, totemSeries)
    await look(desk.page, deskSeries)
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    progress(
      `${calls} of ${CALLS} calls in ${seconds} s: totem ${inWords(totemSeries)}, desk ${inWords(deskSeries)}`,
    )
  }
  await counter.close()
  return {
    n: calls,
    unit: 'B',
    totem: growthOf(totemSeries),
    desk: growthOf(deskSeries),
    budgets: [
      atLeast('calls', calls, CALLS),
      ...pageBudgets('totem', totemSeries),
      ...pageBudgets('desk', deskSeries),
    ],
  }
})

function pageBudgets(page: string, series: readonly PageMemory[]): Budget[] {
  const { heap, resident, mostOpenConnections } = growthOf(series)
  return [
    atMost(`heap of the ${page}, times what it was`, heap.growth, MOST_GROWTH),
    atMost(`resident memory of the ${page}, times what it was`, resident.growth, MOST_GROWTH),
    atMost(`peer connections of the ${page} between calls`, mostOpenConnections, 0),
  ]
}

function growthOf(series: readonly PageMemory[]) {
  return {
    heap: growth(series.map(({ heapBytes }) => heapBytes)),
    resident: growth(series.map(({ residentBytes }) => residentBytes)),
    mostOpenConnections: Math.max(...series.map(({ openConnections }) => openConnections)),
    mostHeldConnections: Math.max(...series.map(({ heldConnections }) => heldConnections)),
  }
}

/** The least of three looks at either end, because what a page happens to be doing only ever adds. */
function growth(values: readonly number[]) {
  const first = Math.min(...values.slice(0, 3))
  const last = Math.min(...values.slice(-3))
  return { first, last, growth: last / first }
}

function megabytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(2)
}

function inWords(series: readonly PageMemory[]): string {
  const latest = series.at(-1)
  if (!latest) return 'not looked at'
  const { heapBytes, residentBytes, openConnections, heldConnections } = latest
  const connections = `${openConnections} connections (${heldConnections} in the heap)`
  return `${megabytes(heapBytes)} MB heap, ${megabytes(residentBytes)} MB resident, ${connections}`
}
