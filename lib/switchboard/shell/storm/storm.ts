import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Pool } from 'pg'
import { auditBody } from '../../../storage/audit/audit.ts'
import { createBoardReader } from '../../../storage/board-reader.ts'
import { isDatabaseAway } from '../../../storage/is-database-away.ts'
import type { Board } from '../../board.ts'
import type { BoardEvent } from '../../events.ts'
import type { BodyId } from '../../ids.ts'
import { type Beats, createBeats } from '../beats.ts'
import { type Command, type CommandAnswer, type CommandRunner, createCommandRunner } from '../run-command.ts'
import { createSettingsCache } from '../settings-reader.ts'
import type { Trial } from '../trial.ts'
import { boardViolations } from './board-violations.ts'
import { createDoubtingReader } from './doubting-reader.ts'
import { Unanswered } from './instance.ts'
import { logViolations } from './log-violations.ts'
import { createRandom, type Random } from './random.ts'
import { randomEvent } from './random-event.ts'

export interface StormOptions {
  pool: Pool
  /** The bodies it goes over. */
  trials: readonly Trial[]
  /** Instances in other processes, beside the two in this one. */
  others: readonly CommandRunner[]
  clients: number
  /** How many commands in all. */
  commands: number
  /** How many of them may be repeated under their key: those that get no answer are, until they do. */
  repeatable: number
  /**
   * True: time passes as it does, and `npm run audit` is asked as well, whose questions compare instants that
   * leaps would falsify.
   */
  isTimeReal: boolean
  seed: number
  /** Called when the last command has been answered, before anything is judged: now nothing may break any more. */
  onCalm?: () => Promise<void>
}

export interface StormReport {
  commands: number
  /** Commands of each kind that were accepted, so that a storm of nothing but refusals is noticed. */
  accepted: ReadonlyMap<BoardEvent['type'], number>
  /** Commands that got no answer from the instance that was asked first. */
  unanswered: number
  /** How often each kind of thing happened. */
  facts: ReadonlyMap<string, number>
  violations: string[]
}

/**
 * Many clients send random commands to several instances at once, over several bodies, while pages beat
 * or fall silent and time passes in leaps. Every board that is committed or read is judged, and so is the
 * whole log, after everybody has gone and every deadline has passed. Support for tests.
 */
export async function storm(options: StormOptions): Promise<StormReport> {
  const { pool, trials, commands } = options
  const violations: string[] = []
  const judge = (bodyId: BodyId, board: Board, now: Parameters<typeof boardViolations>[1]) => {
    for (const problem of boardViolations(board, now)) violations.push(`${bodyId}: ${problem}`)
  }
  const local = () => {
    const settings = createSettingsCache()
    const boards = createDoubtingReader(10, (problem) => violations.push(problem))
    const run = createCommandRunner({
      pool,
      boards,
      onCommitted: ({ bodyId, board, now }) => judge(bodyId, board, now),
    })
    return { run, beats: createBeats({ pool, run, boards: createBoardReader(settings), settings }) }
  }
  const here = [local(), local()]
  const instances = [...here.map(({ run }) => run), ...options.others]
  let sent = 0
  const accepted = new Map<BoardEvent['type'], number>()
  let unanswered = 0
  const acknowledged: Acknowledged[] = []

  const look = async ({ boards, bodyId }: Trial): Promise<Board> => {
    const { board, now, nextDueAt } = await untilItWorks(() => boards.load(pool, bodyId))
    if (nextDueAt === null || nextDueAt > now) judge(bodyId, board, now)
    return board
  }

  /** As a page does: another instance is asked until one answers, if the command may be repeated. */
  const ask = async (command: Command, random: Random): Promise<CommandAnswer | null> => {
    for (;;) {
      try {
        return await random.pick(instances)(command)
      } catch (error) {
        if (!isAway(error)) throw error
        unanswered += 1
        if (!command.repeatable) return null
        await pause(RETRY_MS)
      }
    }
  }

  const client = async (number: number) => {
    const random = createRandom(options.seed * 1_000 + number)
    while (sent < commands) {
      const trial = random.pick(trials)
      const board = await look(trial)
      const { beats } = random.pick(here)
      if (!options.isTimeReal && random.chance(0.02))
        await untilItWorks(() => letTimePass(trial, beats, board, random))
      else if (random.chance(0.08)) await untilItWorks(() => beat(trial, beats, board, random))
      else {
        sent += 1
        const { bodyId } = trial
        const key = random.chance(options.repeatable)
          ? { caller: `client ${number}`, key: randomUUID() }
          : null
        const event = randomEvent(board, random)
        const command = { bodyId, event, repeatable: key, ...outcomeOf(event) }
        const answer = await ask(command, random)
        if (answer?.ok) accepted.set(event.type, (accepted.get(event.type) ?? 0) + 1)
        if (key && answer) {
          acknowledged.push({ bodyId, ...key, answer })
          if (random.chance(0.2) && !isDeepStrictEqual(await ask(command, random), answer)) {
            violations.push(`${command.event.type}: answered differently when repeated`)
          }
        }
      }
    }
  }
  await Promise.all(Array.from({ length: options.clients }, (_, number) => client(number)))
  await options.onCalm?.()

  for (const trial of trials) {
    await look(trial)
    if (options.isTimeReal) {
      for (const { promise, examples } of await auditBody(pool, trial.bodyId)) {
        violations.push(`${promise}: ${examples.join('; ')}`)
      }
    }
    violations.push(...(await neverOver(trial)), ...(await logOf(trial)))
  }
  violations.push(...(await lost(pool, acknowledged)))
  return { commands: sent, accepted, unanswered, facts: await factsOf(pool, trials), violations }
}

/** What an operator writes down with the end of a wrap-up. */
const outcomeOf = (event: BoardEvent): Pick<Command, 'outcome'> =>
  event.type === 'wrapUpSaved'
    ? {
        outcome: {
          callId: event.callId,
          operatorId: event.operatorId,
          outcome: 'solved',
          category: null,
          note: '',
        },
      }
    : {}

/** A page that gets no answer asks again about this soon. */
const RETRY_MS = 50

const isAway = (error: unknown): boolean => error instanceof Unanswered || isDatabaseAway(error)

/** For what may be done again whenever the database was away. */
async function untilItWorks<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isAway(error)) throw error
      await pause(RETRY_MS)
    }
  }
}

/** What somebody was told, under the key they had sent. */
interface Acknowledged {
  bodyId: BodyId
  caller: string
  key: string
  answer: CommandAnswer
}

/** Acknowledged answers that the database does not have, or has otherwise. */
async function lost(pool: Pool, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const { rows } = await pool.query(
    'select body_id, caller, key, answer from switchboard.commands where body_id = any($1)',
    [[...new Set(acknowledged.map(({ bodyId }) => bodyId))]],
  )
  const nameOf = (bodyId: string, caller: string, key: string) => `${bodyId} ${caller} ${key}`
  const kept = new Map(rows.map((row) => [nameOf(row.body_id, row.caller, row.key), row.answer]))
  return acknowledged
    .filter((one) => !isDeepStrictEqual(kept.get(nameOf(one.bodyId, one.caller, one.key)), one.answer))
    .map((one) => `an acknowledged command of ${one.caller} is lost`)
}

/** Either every page beats and a little time passes, or none does and more of it. */
async function letTimePass(trial: Trial, beats: Beats, board: Board, random: Random): Promise<void> {
  const isBeating = random.chance(0.75)
  if (isBeating) {
    const pages = [...board.operators.keys(), ...board.totems.keys()]
    await Promise.all(pages.map((page) => beatOf(trial, beats, board, page)))
  }
  await trial.wait(random.below(isBeating ? 6_000 : 30_000))
}

const beat = (trial: Trial, beats: Beats, board: Board, random: Random) =>
  beatOf(trial, beats, board, random.pick<string>([...trial.operators, ...trial.totems]))

async function beatOf({ bodyId }: Trial, beats: Beats, board: Board, page: string): Promise<void> {
  const operator = [...board.operators.values()].find(({ id }) => id === page)
  if (operator) await beats.desk({ bodyId, operatorId: operator.id, epoch: operator.desk.epoch })
  const totem = [...board.totems.values()].find(({ id }) => id === page)
  if (totem) await beats.totem({ bodyId, totemId: totem.id, epoch: totem.epoch })
}

/** [SW-28] Left alone, every call ends and every operator is free: what does not is named. */
async function neverOver(trial: Trial): Promise<string[]> {
  // Calls wait half an hour at most, callbacks for two days from when they were wanted, within five.
  const minutes = [20, 20, 20, 20, 20, 20, ...Array.from({ length: 8 }, () => 24 * 60)]
  for (const some of minutes) {
    await trial.wait(some * 60_000)
    await trial.tick()
  }
  const { calls, operators } = await trial.board()
  return [
    ...[...calls.values()]
      .filter(({ state }) => state !== 'over')
      .map(({ id, state }) => `${id} never ended: ${state}`),
    ...[...operators.values()]
      .filter(({ work }) => work.kind === 'engaged' || work.kind === 'wrap_up')
      .map(({ id, work }) => `${id} never came back: ${work.kind}`),
  ]
}

const logOf = async ({ pool, leaps, board }: Trial): Promise<string[]> =>
  logViolations(pool, (await board()).settings, leaps)

async function factsOf(pool: Pool, trials: readonly Trial[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query(
    'select type, count(*)::int as count from switchboard.call_events where body_id = any($1) group by type',
    [trials.map(({ bodyId }) => bodyId)],
  )
  return new Map(rows.map(({ type, count }) => [type, count]))
}
