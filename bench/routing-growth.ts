import type { Pool } from 'pg'
import { boardDifference } from '../lib/storage/board-difference.ts'
import { type BoardReader, createBoardReader, type LoadedBoard } from '../lib/storage/board-reader.ts'
import type { BoardEvent } from '../lib/switchboard/events.ts'
import { nextDueAt } from '../lib/switchboard/next-due.ts'
import { createCommandRunner } from '../lib/switchboard/shell/run-command.ts'
import { createSettingsCache } from '../lib/switchboard/shell/settings-reader.ts'
import { transition } from '../lib/switchboard/transition.ts'
import { openBody, type RoutingBody } from './routing-body.ts'
import { progress } from './run-bench.ts'
import { spreadOf } from './statistics.ts'

/** What a command costs on a board of this size, in milliseconds at the median. */
export interface Cost {
  operators: number
  waiting: number
  /** As its caller waits for it. */
  command: number
  /** Of that: reading the board under the lock. */
  load: number
  /** Deciding, finding out when something is due next, and comparing. No I/O. */
  core: number
}

/** Commands measured at each size: cycles of four. */
const CYCLES = 25

interface Growth {
  body: RoutingBody
  costNow: (of: Pick<Cost, 'operators' | 'waiting'>, cycle: (tell: Tell) => Promise<void>) => Promise<Cost>
  tell: Tell
}
type Tell = (event: BoardEvent) => Promise<void>

/** Ever more operators, all on duty and idle; a call rings at once, is answered, hung up and written up. */
export async function moreOperators(pool: Pool, sizes: readonly number[]): Promise<Cost[]> {
  const most = Math.max(...sizes)
  const { body, costNow, tell } = await open(pool, { operators: most, totems: 1 })
  const [totem] = body.totems
  if (totem === undefined) throw new Error('no totem')
  await tell({ type: 'totemPageOpened', totemId: totem })
  const costs: Cost[] = []
  let onDuty = 0
  for (const operators of sizes) {
    for (const id of body.operators.slice(onDuty, operators)) await goOnDuty(body, tell, id)
    onDuty = operators
    costs.push(
      await costNow({ operators, waiting: 0 }, async (measured) => {
        await measured(body.place(totem))
        await takeThrough(body, measured)
      }),
    )
  }
  return costs
}

/** Ten operators and ever more calls that wait: one becomes free, takes the oldest, and its totem calls again. */
export async function moreWaiting(pool: Pool, sizes: readonly number[]): Promise<Cost[]> {
  const most = Math.max(...sizes)
  const { body, costNow, tell } = await open(pool, { operators: OPERATORS, totems: most + OPERATORS })
  const inWrapUp: BoardEvent[] = []
  for (const operator of body.operators) await goOnDuty(body, tell, operator)
  const queued = async (count: number) => {
    for (const totem of body.totems.slice(waiting, count)) {
      await tell({ type: 'totemPageOpened', totemId: totem })
      await tell(body.place(totem))
    }
    waiting = count
  }
  let waiting = 0
  await queued(OPERATORS)
  for (const _ of body.operators) inWrapUp.push(await takeUntilWrapUp(body, tell))
  await settle(pool, body.bodyId)
  const costs: Cost[] = []
  for (const size of sizes) {
    await queued(size + OPERATORS)
    costs.push(
      await costNow({ operators: OPERATORS, waiting: size }, async (measured) => {
        const saved = inWrapUp.shift()
        if (!saved) throw new Error('nobody is in wrap-up')
        await measured(saved)
        const next = await takeUntilWrapUp(body, measured)
        inWrapUp.push(next)
        const over = next.type === 'wrapUpSaved' ? body.board().calls.get(next.callId) : undefined
        if (over) await measured(body.place(over.totemId))
      }),
    )
  }
  return costs
}

const OPERATORS = 10

/**
 * A body that has learned its pace, at which the bench goes on: words move with the queue, as they do in a body
 * that has been at work for a week, and not with every lesson of its first minutes.
 */
async function settle(pool: Pool, id: RoutingBody['bodyId']): Promise<void> {
  const experience = {
    handleTimesMs: Array.from({ length: 50 }, () => 10),
    abandons: 299,
    waitedMs: 50 * 3_600_000,
  }
  await pool.query('update switchboard.bodies set experience = $2, revision = revision + 1 where id = $1', [
    id,
    JSON.stringify(experience),
  ])
}

/**
 * Operators who are free and calls that none of them may take: a service that only one operator, who is
 * busy, can answer.
 */
export async function moreOfBoth(
  pool: Pool,
  sizes: readonly { operators: number; waiting: number }[],
): Promise<Cost[]> {
  const costs: Cost[] = []
  for (const size of sizes) {
    const { body, costNow, tell } = await open(pool, {
      operators: size.operators,
      specialists: 1,
      totems: size.waiting + 2,
    })
    const [first, last] = [body.totems.at(0), body.totems.at(-1)]
    if (first === undefined || last === undefined) throw new Error('no totems')
    for (const operator of body.operators) await goOnDuty(body, tell, operator)
    for (const totemId of body.totems) await tell({ type: 'totemPageOpened', totemId })
    await tell(body.place(first, 'tributi'))
    await takeUntilWrapUp(body, tell)
    for (const totem of body.totems.slice(1, -1)) await tell(body.place(totem, 'tributi'))
    costs.push(
      await costNow(size, async (measured) => {
        await measured(body.place(last))
        await takeThrough(body, measured)
      }),
    )
  }
  return costs
}

async function goOnDuty(body: RoutingBody, tell: Tell, operatorId: RoutingBody['operators'][number]) {
  await tell({ type: 'deskOpened', operatorId, previousEpoch: null, takeOver: true })
  const { channels } = body.place(body.totems[0] ?? missing())
  await tell({ type: 'devicesChecked', ...body.desk(operatorId), channels })
  await tell({ type: 'intentSet', ...body.desk(operatorId), intent: 'available' })
}

/** Whatever rings is answered and hung up. @returns the end of its wrap-up, still to be told */
async function takeUntilWrapUp(body: RoutingBody, tell: Tell): Promise<BoardEvent> {
  const offer = [...body.board().offers.values()].findLast(({ state }) => state === 'ringing')
  if (!offer) throw new Error('nothing rings')
  const desk = body.desk(offer.operatorId)
  await tell({ type: 'offerAnswered', ...desk, offerId: offer.id })
  await tell({ type: 'operatorHungUp', ...desk, offerId: offer.id })
  return { type: 'wrapUpSaved', ...desk, callId: offer.callId }
}

const takeThrough = async (body: RoutingBody, tell: Tell) => tell(await takeUntilWrapUp(body, tell))

async function open(
  pool: Pool,
  cast: { operators: number; totems: number; specialists?: number },
): Promise<Growth> {
  const body = await openBody(pool, { ...cast, rules: { farewellMs: 0 } })
  const settings = createSettingsCache()
  const reader = timed(createBoardReader(settings))
  const run = createCommandRunner({ pool, boards: reader, onCommitted: body.see })
  const tell: Tell = (event) => body.tell(run, event)
  return {
    body,
    tell,
    async costNow(size, cycle) {
      const samples = { command: [] as number[], load: [] as number[], core: [] as number[] }
      const measured: Tell = async (event) => {
        const startedAt = performance.now()
        await tell(event)
        samples.command.push(performance.now() - startedAt)
        samples.load.push(reader.lastMs())
        const loaded = reader.last()
        if (loaded) samples.core.push(coreMs(loaded, event))
      }
      for (let index = -2; index < CYCLES; index += 1) await cycle(index < 0 ? tell : measured)
      const cost = {
        ...size,
        command: spreadOf(samples.command).p50,
        load: spreadOf(samples.load).p50,
        core: spreadOf(samples.core).p50,
      }
      progress(JSON.stringify(cost))
      return cost
    },
  }
}

function coreMs({ board, now }: LoadedBoard, event: BoardEvent): number {
  const startedAt = performance.now()
  const step = transition(board, event, now)
  nextDueAt(step.board, now)
  boardDifference(board, step.board)
  return performance.now() - startedAt
}

function timed(reader: BoardReader) {
  let last: LoadedBoard | null = null
  let lastMs = 0
  return {
    last: () => last,
    lastMs: () => lastMs,
    remember: reader.remember,
    forget: reader.forget,
    load: async (...asked: Parameters<BoardReader['load']>) => {
      const startedAt = performance.now()
      last = await reader.load(...asked)
      lastMs = performance.now() - startedAt
      return last
    },
  }
}

const missing = (): never => {
  throw new Error('no totem')
}
