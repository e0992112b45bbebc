import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { createBoardReader } from '../lib/storage/board-reader.ts'
import type { Board } from '../lib/switchboard/board.ts'
import type { BoardEvent } from '../lib/switchboard/events.ts'
import {
  type BodyId,
  type CallId,
  callId,
  type OperatorId,
  pageEpoch,
  serviceSlug,
  type TotemId,
} from '../lib/switchboard/ids.ts'
import {
  type CommandRunner,
  type Committed,
  createCommandRunner,
} from '../lib/switchboard/shell/run-command.ts'
import { createSettingsCache } from '../lib/switchboard/shell/settings-reader.ts'
import { ALL_CHANNELS, createTrial, type TrialOptions } from '../lib/switchboard/shell/trial.ts'

/** One body of the bench, as its pages know it: by the newest board that any instance has committed. */
export interface RoutingBody {
  bodyId: BodyId
  operators: readonly OperatorId[]
  totems: readonly TotemId[]
  board: () => Board
  /** To be called with each commit of this body. */
  see: (committed: Committed) => void
  /** Resolves with the next commit. */
  changed: () => Promise<void>
  /** Runs the event at this instance and throws if it was refused. */
  tell: (run: CommandRunner, event: BoardEvent) => Promise<void>
  place: (totem: TotemId, service?: string) => Extract<BoardEvent, { type: 'callPlaced' }>
  desk: (operator: OperatorId) => { operatorId: OperatorId; epoch: ReturnType<typeof pageEpoch> }
  totem: (totem: TotemId) => { totemId: TotemId; epoch: ReturnType<typeof pageEpoch> }
  onDuty: (run: CommandRunner, operator: OperatorId) => Promise<void>
  openTotem: (run: CommandRunner, totem: TotemId) => Promise<void>
}

/** Nothing ends by itself while it is measured. */
const LONG_MS = 3_600_000
const UNHURRIED = {
  deskLeaseMs: LONG_MS,
  totemLeaseMs: LONG_MS,
  openRoomMs: LONG_MS,
  ringMs: LONG_MS,
  connectMs: LONG_MS,
  callBeatMs: LONG_MS,
  wrapUpMs: LONG_MS,
  maxWaitMs: LONG_MS,
  queueLimit: 10_000,
}

export async function openBody(pool: Pool, options: TrialOptions): Promise<RoutingBody> {
  const trial = await createTrial({ pool, ...options, rules: { ...UNHURRIED, ...options.rules } })
  const { bodyId, operators, totems } = trial
  let latest = { board: await trial.board(), revision: 0 }
  let wake = () => {}
  let changed = new Promise<void>((resolve) => {
    wake = resolve
  })
  const desk = (operatorId: OperatorId) => ({
    operatorId,
    epoch: latest.board.operators.get(operatorId)?.desk.epoch ?? pageEpoch(0),
  })
  const totem = (totemId: TotemId) => ({
    totemId,
    epoch: latest.board.totems.get(totemId)?.epoch ?? pageEpoch(0),
  })
  const tell = async (run: CommandRunner, event: BoardEvent) => {
    const answer = await run({ bodyId, event, repeatable: null })
    if (!answer.ok) throw new Error(`${event.type} was refused: ${answer.refusal}`)
  }
  return {
    bodyId,
    operators,
    totems,
    board: () => latest.board,
    see({ board, revision }) {
      if (revision >= latest.revision) latest = { board, revision }
      wake()
      changed = new Promise((resolve) => {
        wake = resolve
      })
    },
    changed: () => changed,
    tell,
    place: (totemId, service = 'urp') => ({
      type: 'callPlaced',
      callId: newCall(),
      ...totem(totemId),
      service: serviceSlug(service),
      needs: { skills: [], language: null, mode: 'spoken' },
      channels: ALL_CHANNELS,
      preferred: null,
    }),
    desk,
    totem,
    async onDuty(run, operatorId) {
      await tell(run, { type: 'deskOpened', operatorId, previousEpoch: null, takeOver: true })
      await tell(run, { type: 'devicesChecked', ...desk(operatorId), channels: ALL_CHANNELS })
      await tell(run, { type: 'intentSet', ...desk(operatorId), intent: 'available' })
    },
    openTotem: (run, totemId) => tell(run, { type: 'totemPageOpened', totemId }),
  }
}

const newCall = (): CallId => callId(randomUUID())

/** An instance as far as commands go: its own turns and its own kept boards. */
export function startInstance(pool: Pool, onCommitted: (committed: Committed) => void): CommandRunner {
  return createCommandRunner({ pool, boards: createBoardReader(createSettingsCache()), onCommitted })
}
