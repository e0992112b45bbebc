import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { join } from 'node:path'
import { setTimeout as lasting } from 'node:timers/promises'
import type { Pool } from 'pg'
import * as z from 'zod'
import { addDevice } from '../lib/identity/totem-credentials.ts'
import { createPool } from '../lib/storage/pool.ts'
import { ALL_CHANNELS } from '../lib/switchboard/shell/trial.ts'
import { startStack } from '../scripts/local/stack.ts'
import { atLeast, atMost } from './budget.ts'
import { cpuSeconds, residentMb } from './process-figures.ts'
import { openBody, startInstance } from './routing-body.ts'
import { progress, runBench } from './run-bench.ts'
import { round, spreadOf } from './statistics.ts'

/**
 * One instance with a stream to each of many totems. Then a visitor calls at one of them, again and again: from
 * the request until the view with the call has arrived at that totem's stream. The command, its commit and the
 * views for the other totems of the same body are in it, and so is this process, on the same two cores.
 */
const BODIES = 50
const TOTEMS_PER_BODY = 100
const STREAMS = BODIES * TOTEMS_PER_BODY
/** At once while opening: as after a restart, when every page comes back. */
const OPENING = 50
const CALLS = 200
const WARM_UP = 10
const PAUSE_MS = 200

/** One totem's page as far as the network goes. */
interface Page {
  slug: string
  cookie: string
  epoch: number
  /** Called with each view. */
  onView: (view: z.infer<typeof View>) => void
}

const Opened = z.object({ epoch: z.number() })
const Placed = z.object({ callId: z.string() })
const View = z.object({ call: z.object({ id: z.string() }).nullable() })

await runBench('streams', async (folder, stopAt) => {
  const stack = await startStack({ home: join(folder, 'home'), isDurable: true })
  const pool = createPool(stack.database.url)
  const agent = new http.Agent({ keepAlive: true, maxSockets: OPENING })

  const post = (page: Page, path: string, body: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const request = http.request(`${stack.url}${path}?totem=${page.slug}`, {
        method: 'POST',
        agent,
        headers: {
          cookie: page.cookie,
          origin: stack.url,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
      })
      request.on('error', reject)
      request.on('response', (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => {
          text += piece
        })
        response.on('end', () => {
          if (response.statusCode && response.statusCode < 300) resolve(text ? JSON.parse(text) : null)
          else reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 200)}`))
        })
      })
      request.end(JSON.stringify(body))
    })

  let ended = 0
  const open = async (page: Page): Promise<void> => {
    page.epoch = Opened.parse(await post(page, '/api/totem/pages', {})).epoch
    await new Promise<void>((resolve, reject) => {
      const request = http.get(`${stack.url}/api/totem/stream?totem=${page.slug}&epoch=${page.epoch}`, {
        agent: false,
        headers: { cookie: page.cookie },
      })
      request.on('error', reject)
      request.on('response', (response) => {
        if (response.statusCode !== 200) return reject(new Error(`a stream answered ${response.statusCode}`))
        let rest = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => {
          const messages = (rest + piece).split('\n\n')
          rest = messages.pop() ?? ''
          for (const message of messages) {
            if (!message.startsWith('data: {')) continue
            page.onView(View.parse(JSON.parse(message.slice(6))))
            resolve()
          }
        })
        response.on('close', () => {
          ended += 1
        })
      })
    })
  }

  progress(`${BODIES} bodies with ${TOTEMS_PER_BODY} totems each`)
  const pages = (await Promise.all(range(BODIES).map((body) => bodyWithTotems(pool, body)))).flat()
  const memoryBefore = Math.round(residentMb(stack.app.pid))
  progress(`opening ${STREAMS} streams`)
  const openedFrom = performance.now()
  const waiting = [...pages]
  await Promise.all(
    range(OPENING).map(async () => {
      for (let page = waiting.pop(); page; page = waiting.pop()) await open(page)
    }),
  )
  const openingS = (performance.now() - openedFrom) / 1_000
  const openStreams = await gauge(stack.url, 'pronto_streams_open')
  const memoryAfter = Math.round(residentMb(stack.app.pid))

  progress(`${CALLS} calls at one totem or another`)
  const samples: number[] = []
  const cpuBefore = cpuSeconds(stack.app.pid)
  const callingFrom = performance.now()
  for (let call = -WARM_UP; call < CALLS && Date.now() < stopAt; call += 1) {
    const page = pages[Math.floor(Math.random() * pages.length)]
    if (!page) throw new Error('no totem')
    const shown = new Promise<number>((resolve) => {
      page.onView = (view) => {
        if (view.call) resolve(performance.now())
      }
    })
    const from = performance.now()
    const placed = Placed.parse(
      await post(page, '/api/calls', {
        epoch: page.epoch,
        service: 'urp',
        needs: { skills: [], language: null, mode: 'spoken' },
        channels: ALL_CHANNELS,
      }),
    )
    const took = (await shown) - from
    if (call >= 0) samples.push(took)
    page.onView = () => undefined
    await post(page, `/api/calls/${placed.callId}/leave`, { epoch: page.epoch })
    await lasting(PAUSE_MS)
  }
  const callingS = (performance.now() - callingFrom) / 1_000
  const cpu = (cpuSeconds(stack.app.pid) - cpuBefore) / callingS
  await pool.end()
  const endedEarly = ended
  const spread = spreadOf(samples)
  await stack.stop()
  return {
    ...spread,
    unit: 'ms',
    streams: openStreams,
    endedEarly,
    openedPerSecond: round(STREAMS / openingS),
    memoryMb: { before: memoryBefore, after: memoryAfter },
    coresWhileCalling: round(cpu),
    budgets: [
      atLeast('open streams', openStreams, STREAMS),
      atMost('streams that ended by themselves', endedEarly, 0),
      atMost('p99 of a targeted view', spread.p99, 50),
      atLeast('calls', spread.n, CALLS),
    ],
  }
})

/** A body of its own with an operator on duty, so that calls are taken; each totem with a credential. */
async function bodyWithTotems(pool: Pool, at: number): Promise<Page[]> {
  const named = (totem: number) => `totem-${at}-${totem}`
  const body = await openBody(pool, {
    totems: TOTEMS_PER_BODY,
    adjust: (document) => ({
      ...document,
      totems: document.totems.map((totem, n) => ({ ...totem, id: named(n), slug: named(n), name: named(n) })),
    }),
  })
  const run = startInstance(pool, body.see)
  const [operator] = body.operators
  if (operator) await body.onDuty(run, operator)
  const pages: Page[] = []
  for (const n of range(TOTEMS_PER_BODY)) {
    const slug = named(n)
    const cookie = `pronto-totem-${slug}=${await addDevice(pool, slug)}`
    pages.push({ slug, cookie, epoch: 0, onView: () => undefined })
  }
  return pages
}

async function gauge(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/api/metrics`)).text()
  const line = text.split('\n').find((each) => each.startsWith(`${name} `) || each.startsWith(`${name}{`))
  return Number(line?.split(' ').at(-1) ?? Number.NaN)
}

function range(length: number): number[] {
  return Array.from({ length }, (_, n) => n)
}
