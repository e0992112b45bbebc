import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import type { GET as Get } from './route.ts'

const token = randomUUID()
process.env.METRICS_TOKEN = token
const { GET } = await import('./route.ts')
const { server } = await import('@/lib/server.ts')
const { pool } = await import('@/lib/storage/pool.ts')
const { createTrial } = await import('@/lib/switchboard/shell/trial.ts')

afterAll(async () => {
  server().stop()
  await pool().end()
})

const scrape = (
  headers: Record<string, string> = { authorization: `Bearer ${token}` },
): ReturnType<typeof Get> =>
  GET(new Request('http://pronto.example/api/metrics', { headers }), { params: Promise.resolve({}) })

/** The value of the one line that begins so. */
async function figureOf(line: string): Promise<number | undefined> {
  const text = await (await scrape()).text()
  const found = text.split('\n').find((one) => one.startsWith(`${line} `))
  return found === undefined ? undefined : Number(found.slice(line.length + 1))
}

it('tells strangers nothing', async () => {
  expect((await scrape({})).status).toBe(403)
})

it('[SW-183] counts calls as the database has them, wherever they were handled', async () => {
  const t = await createTrial({ pool: pool(), operators: 1, totems: 3 })
  const [operator] = t.operators
  const [first, second, third] = t.totems
  if (!operator || !first || !second || !third) throw new Error('empty trial')
  expect(await figureOf('pronto_calls_offered_total')).toBe(0)
  await t.onDuty(operator)
  expect(await figureOf('pronto_operators{work="idle"}')).toBe(1)
  expect(await figureOf('pronto_operators_present{intent="available"}')).toBe(1)
  const call = await t.call(first)
  await t.call(second)
  const left = await t.call(third)
  await t.leave(third, left)
  await t.wait(1_000)
  const offer = [...(await t.board()).offers.values()].find(({ state }) => state === 'ringing')
  if (!offer) throw new Error('nothing rings')
  expect(await figureOf('pronto_longest_waiting_seconds{queue="calls"}')).toBeGreaterThanOrEqual(1)
  await t.answer(operator, offer.id)
  await t.connect(first, operator, call, offer.id)
  expect(await figureOf('pronto_calls_offered_total')).toBe(3)
  expect(await figureOf('pronto_calls{state="waiting"}')).toBe(1)
  expect(await figureOf('pronto_calls_answered_total')).toBe(1)
  expect(await figureOf('pronto_calls_over_total{outcome="abandoned"}')).toBe(1)
  expect(await figureOf('pronto_rings_total{outcome="accepted"}')).toBe(1)
  expect(await figureOf('pronto_time_to_answer_seconds_bucket{le="30"}')).toBe(1)
  expect(await figureOf('pronto_time_to_answer_seconds_bucket{le="+Inf"}')).toBe(1)
  expect(await figureOf('pronto_time_to_answer_seconds_count')).toBe(1)
  await t.leave(first, call)
  const page = { operatorId: operator, epoch: t.epochOfDesk(operator) }
  const saved = { type: 'wrapUpSaved' as const, callId: call, ...page }
  await t.run({ bodyId: t.bodyId, event: saved, repeatable: null })
  expect(await figureOf('pronto_handle_time_seconds_count')).toBe(1)
  // Asking again counts nothing again.
  expect(await figureOf('pronto_calls_offered_total')).toBe(3)
})

it('is text that Prometheus reads: every line a comment or a name and a number, each name declared once', async () => {
  const answer = await scrape()
  expect(answer.headers.get('content-type')).toContain('text/plain')
  const lines = (await answer.text()).split('\n').filter((line) => line !== '')
  const declared = lines.flatMap((line) => /^# TYPE (\S+) /.exec(line)?.[1] ?? [])
  expect(new Set(declared).size).toBe(declared.length)
  for (const line of lines) {
    expect(line).toMatch(
      /^(# (HELP|TYPE) \S+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? (\d|NaN)\S*)$/,
    )
  }
})
