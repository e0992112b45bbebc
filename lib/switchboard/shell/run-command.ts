import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import * as z from 'zod'
import { isRequestError, Malformed, type Result } from '../../http/refusals.ts'
import { boardDifference, isEmpty } from '../../storage/board-difference.ts'
import type { BoardReader, LoadedBoard } from '../../storage/board-reader.ts'
import { withBodyLock } from '../../storage/body-lock.ts'
import { createTurns } from '../../storage/in-turn.ts'
import { type Order, saveBoard, type WrapUpOutcome } from '../../storage/save-board.ts'
import type { Board } from '../board.ts'
import type { BoardEvent, Refusal, Step } from '../events.ts'
import type { BodyId, EpochMs } from '../ids.ts'
import { nextDueAt } from '../next-due.ts'
import { forgiveOutage } from '../outage.ts'
import { transition } from '../transition.ts'
import { answerTo, type CommandValue } from './answer-to.ts'

/** One thing that happened to a body, and who says so. */
export interface Command {
  bodyId: BodyId
  event: BoardEvent
  /** Whoever may repeat the command and expects the first answer; null: it is harmless twice. */
  repeatable: { caller: string; key: string } | null
  /** Saved with the wrap-up that this command ends. */
  outcome?: WrapUpOutcome
}

/** A board as it has just been committed. */
export interface Committed {
  bodyId: BodyId
  board: Board
  now: EpochMs
  revision: number
  nextDueAt: EpochMs | null
  orders: readonly Order[]
  step: Step
}

export type CommandAnswer = Result<CommandValue, Refusal>

export type CommandRunner = (command: Command) => Promise<CommandAnswer>

export interface CommandRunnerParts {
  pool: Pool
  boards: BoardReader
  /** Called after each commit that changed something, before the command is answered. Must not throw. */
  onCommitted: (committed: Committed) => void
}

/**
 * Runs each command as one transaction under its body's lock: read the board, let the core decide, save
 * the difference, the facts, the orders and the answer together. So a command has happened completely
 * or not at all, and exactly once under its key.
 *
 * @throws when the database is away; the caller may repeat the command under the same key
 */
export function createCommandRunner(parts: CommandRunnerParts): CommandRunner {
  const inTurn = createTurns(TURN_MS)
  return (command) =>
    inTurn(command.bodyId, async () => {
      const done = await withBodyLock(parts.pool, command.bodyId, async (client) => {
        const loaded = await parts.boards.load(client, command.bodyId, command.repeatable)
        const question = questionOf(command)
        if (loaded.answered) return { answer: keptAnswer(loaded, question), committed: null, isWhole: true }
        const board = forgiveOutage(loaded.board, loaded.nextDueAt, loaded.now)
        const step = transition(board, command.event, loaded.now)
        const answer = answerTo(command.event, step, loaded.now)
        const next = nextDueAt(step.board, loaded.now)
        const difference = boardDifference(loaded.board, step.board)
        if (
          !command.repeatable &&
          isEmpty(difference) &&
          next === loaded.nextDueAt &&
          loaded.heededVersion === loaded.settingsVersion &&
          step.facts.length === 0
        ) {
          return { answer, committed: null, isWhole: true }
        }
        const saved = await saveBoard(client, {
          bodyId: command.bodyId,
          now: loaded.now,
          difference,
          facts: step.facts,
          effects: step.effects,
          nextDueAt: next,
          settingsVersion: loaded.settingsVersion,
          answer: command.repeatable && { ...command.repeatable, question, answer },
          outcome: step.refusal === null ? (command.outcome ?? null) : null,
        })
        const { bodyId } = command
        const committed = { bodyId, board: step.board, now: loaded.now, nextDueAt: next, step, ...saved }
        // More than one further: somebody wrote by hand in between, and the board is to be read again.
        return { answer, committed, isWhole: saved.revision <= loaded.revision + 1 }
      }).catch((error: unknown) => {
        // Perhaps what was kept is not what is stored [SW-401]: the next command reads the rows.
        if (!isRequestError(error)) parts.boards.forget(command.bodyId)
        throw error
      })
      const { committed } = done
      if (committed) {
        if (done.isWhole) parts.boards.remember(command.bodyId, committed.revision, committed.board)
        parts.onCommitted(committed)
      }
      return done.answer
    })
}

/** [SW-404] Longer than an instance that sleeps holds a body up, shorter than a page waits for an answer (8 s). */
const TURN_MS = 7_000

/** The id of a new call is made by us at every try, so it is no part of what was asked. */
function questionOf({ event, outcome }: Command): string {
  const asked = withoutNewId(event)
  return createHash('sha256')
    .update(JSON.stringify([asked, outcome ?? null]))
    .digest('base64')
}

function withoutNewId(event: BoardEvent) {
  if (event.type === 'callPlaced') return { ...event, callId: null }
  return event.type === 'callbackRequested' ? { ...event, callbackId: null } : event
}

function keptAnswer({ answered }: LoadedBoard, question: string): CommandAnswer {
  if (answered?.question !== question) throw new Malformed('the key was used for another command')
  return KeptAnswer.parse(answered.answer)
}

/** We wrote it ourselves: its shape says enough about what is in it. */
const KeptAnswer = z.custom<CommandAnswer>((value) => z.object({ ok: z.boolean() }).safeParse(value).success)
