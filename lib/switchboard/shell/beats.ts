import type { Pool } from 'pg'
import type { Result } from '../../http/refusals.ts'
import type { BoardReader } from '../../storage/board-reader.ts'
import { renewDeskLease, renewTotemLease } from '../../storage/renew-lease.ts'
import type { Refusal } from '../events.ts'
import type { BodyId, OperatorId, PageEpoch, TotemId } from '../ids.ts'
import type { Rules } from '../settings.ts'
import type { CommandAnswer, CommandRunner } from './run-command.ts'
import type { SettingsCache } from './settings-reader.ts'

/** A page says that it is alive. Refused once a newer page has taken its place. */
export interface Beats {
  totem(page: { bodyId: BodyId; totemId: TotemId; epoch: PageEpoch }): Promise<CommandAnswer>
  desk(page: { bodyId: BodyId; operatorId: OperatorId; epoch: PageEpoch }): Promise<CommandAnswer>
}

export interface BeatsParts {
  pool: Pool
  run: CommandRunner
  boards: BoardReader
  settings: SettingsCache
}

/**
 * A beat is a plain update, so that thousands of pages cost little; one that comes after its lease had
 * run out is an event, because the board may already have drawn its consequences.
 */
export function createBeats(parts: BeatsParts): Beats {
  const { pool, run } = parts
  return {
    async totem(page) {
      switch (await renewTotemLease(pool, page, await rulesOf(parts, page.bodyId))) {
        case 'renewed':
          return alive
        case 'replaced':
          return no('page-replaced')
        case 'run-out': {
          const { bodyId, totemId, epoch } = page
          return run({ bodyId, event: { type: 'totemReturned', totemId, epoch }, repeatable: null })
        }
      }
    },
    async desk(page) {
      switch (await renewDeskLease(pool, page, await rulesOf(parts, page.bodyId))) {
        case 'renewed':
          return alive
        case 'replaced':
          return no('desk-replaced')
        case 'run-out': {
          const { bodyId, operatorId, epoch } = page
          return run({ bodyId, event: { type: 'deskReturned', operatorId, epoch }, repeatable: null })
        }
      }
    },
  }
}

const alive: CommandAnswer = { ok: true, value: {} }
const no = (refusal: Refusal): Result<never, Refusal> => ({ ok: false, refusal })

/** As the last board that was read had them: a lease's length need not be newer than that. */
async function rulesOf(parts: BeatsParts, bodyId: BodyId): Promise<Rules> {
  const known = parts.settings.rulesOf(bodyId)
  return known ?? (await parts.boards.load(parts.pool, bodyId)).board.settings.rules
}
