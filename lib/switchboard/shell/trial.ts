import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { env } from '../../config/env.ts'
import { createBoardReader } from '../../storage/board-reader.ts'
import { withBodyLock } from '../../storage/body-lock.ts'
import { createPool } from '../../storage/pool.ts'
import type { Board, Channels } from '../board.ts'
import {
  type BodyId,
  bodyId,
  type CallId,
  callId,
  type OfferId,
  type OperatorId,
  operatorId,
  type PageEpoch,
  pageEpoch,
  serviceSlug,
  type TotemId,
  totemId,
} from '../ids.ts'
import type { Rules } from '../settings.ts'
import type { MediaServer } from './media-server.ts'
import { type Committed, createCommandRunner } from './run-command.ts'
import type { WrittenSettings } from './settings-document.ts'
import { createSettingsCache } from './settings-reader.ts'

const done = async () => {}
/** Orders of rooms are carried out at once, and nobody is in them: for tests that look at commands. */
export const EMPTY_ROOMS = {
  openRoom: done,
  closeRoom: done,
  removeParticipant: done,
  openConsultRoom: done,
  closeConsultRoom: done,
} satisfies MediaServer

/** A body made for one test, on the real database, with pages that command it. Support for tests. */
export type Trial = Awaited<ReturnType<typeof createTrial>>

export interface TrialOptions {
  operators?: number
  totems?: number
  /** How many of the operators may also take `tributi`, a service that exists only if there are any. */
  specialists?: number
  rules?: Partial<Rules>
  pool?: Pool
  /** What else the body's settings say. */
  adjust?: (document: TrialDocument) => TrialDocument
}

/** Settings as they are written, with some of the rules. */
export type TrialDocument = Omit<WrittenSettings, 'rules'> & { rules: Partial<Rules> }

/** Time that was leapt over after this event of the log. */
export interface Leap {
  afterEvent: number
  ms: number
}

export const ALL_CHANNELS: Channels = { sound: true, picture: true, text: true }

export async function createTrial(options: TrialOptions = {}) {
  const pool = options.pool ?? createPool(env().databaseUrl)
  const id = bodyId(randomUUID())
  const operators = range(options.operators ?? 1).map((n) => operatorId(`operator-${n}`))
  const totems = range(options.totems ?? 1).map((n) => totemId(`totem-${n}`))
  // Nobody waits for the ready guard in a test.
  const specialists = operators.slice(0, options.specialists ?? 0)
  const written = documentOf(id, { operators, specialists, totems }, { readyGuardMs: 0, ...options.rules })
  const document = options.adjust?.(written) ?? written
  await pool.query('insert into switchboard.settings (body_id, document) values ($1, $2)', [id, document])

  const settings = createSettingsCache()
  const commits: Committed[] = []
  const boards = createBoardReader(settings)
  const run = createCommandRunner({ pool, boards, onCommitted: (committed) => commits.push(committed) })
  const desks = new Map<OperatorId, PageEpoch>()
  const pages = new Map<TotemId, PageEpoch>()
  const epochOf = <Id>(epochs: ReadonlyMap<Id, PageEpoch>, page: Id) => epochs.get(page) ?? pageEpoch(0)

  const leaps: Leap[] = []

  /**
   * Writes rows past the core, as nobody else may: under the body's lock, and so that everybody reads them.
   * @returns the last event of the log that came before
   */
  const changeByHand = (statements: readonly string[]): Promise<number> =>
    withBodyLock(pool, id, async (client) => {
      for (const statement of statements) await client.query(statement)
      await client.query('update switchboard.bodies set revision = revision + 1 where id = $1', [id])
      const { rows } = await client.query('select max(id)::text as last from switchboard.call_events')
      return Number(rows[0].last ?? 0)
    })

  const leap = async (statements: readonly string[], ms: number): Promise<void> => {
    leaps.push({ afterEvent: await changeByHand(statements), ms })
  }

  return {
    bodyId: id,
    pool,
    operators,
    totems,
    settings,
    boards,
    run,
    commits,
    /** What `wait` and `outage` have leapt over so far. */
    leaps: leaps as readonly Leap[],
    /** As anybody would read it who has kept nothing. */
    board: async (): Promise<Board> => (await createBoardReader(settings).load(pool, id)).board,
    epochOfDesk: (operator: OperatorId) => epochOf(desks, operator),
    epochOfTotem: (totem: TotemId) => epochOf(pages, totem),

    /** Opens a desk, checks its devices and goes on duty. */
    async onDuty(operator: OperatorId): Promise<void> {
      const opened = await run({
        bodyId: id,
        event: { type: 'deskOpened', operatorId: operator, previousEpoch: null, takeOver: true },
        repeatable: null,
      })
      if (!opened.ok || !('epoch' in opened.value)) throw new Error('the desk did not open')
      const epoch = pageEpoch(opened.value.epoch)
      desks.set(operator, epoch)
      const desk = { operatorId: operator, epoch }
      await run({
        bodyId: id,
        event: { type: 'devicesChecked', ...desk, channels: ALL_CHANNELS },
        repeatable: null,
      })
      await run({ bodyId: id, event: { type: 'intentSet', ...desk, intent: 'available' }, repeatable: null })
    },

    /** Opens a totem's page and places a call about `urp`. */
    async call(totem: TotemId, key: string | null = null): Promise<CallId> {
      if (!pages.has(totem)) {
        const event = { type: 'totemPageOpened' as const, totemId: totem }
        const opened = await run({ bodyId: id, event, repeatable: null })
        if (!opened.ok || !('epoch' in opened.value)) throw new Error('the page did not open')
        pages.set(totem, pageEpoch(opened.value.epoch))
      }
      const placed = await this.place(totem, key)
      if (!placed.ok || !('callId' in placed.value))
        throw new Error(`not admitted: ${JSON.stringify(placed)}`)
      return callId(placed.value.callId)
    },

    /** Places a call from the totem's page as it is. */
    place: (totem: TotemId, key: string | null = null) =>
      run({
        bodyId: id,
        event: {
          type: 'callPlaced',
          callId: callId(randomUUID()),
          totemId: totem,
          epoch: epochOf(pages, totem),
          service: serviceSlug('urp'),
          needs: { skills: [], language: null, mode: 'spoken' },
          channels: ALL_CHANNELS,
          preferred: null,
        },
        repeatable: key === null ? null : { caller: `totem ${totem}`, key },
      }),

    answer: (operator: OperatorId, offerId: OfferId, key: string | null = null) =>
      run({
        bodyId: id,
        event: { type: 'offerAnswered', offerId, operatorId: operator, epoch: epochOf(desks, operator) },
        repeatable: key === null ? null : { caller: `operator ${operator}`, key },
      }),

    decline: (operator: OperatorId, offerId: OfferId) =>
      run({
        bodyId: id,
        event: { type: 'offerDeclined', offerId, operatorId: operator, epoch: epochOf(desks, operator) },
        repeatable: null,
      }),

    leave: (totem: TotemId, call: CallId) =>
      run({
        bodyId: id,
        event: { type: 'visitorLeft', callId: call, totemId: totem, epoch: epochOf(pages, totem) },
        repeatable: null,
      }),

    /** Both ends confirm each other: the call is in call. */
    async connect(totem: TotemId, operator: OperatorId, call: CallId, offerId: OfferId): Promise<void> {
      const here = { callId: call, totemId: totem, epoch: epochOf(pages, totem), channels: ALL_CHANNELS }
      const there = { offerId, operatorId: operator, epoch: epochOf(desks, operator), channels: ALL_CHANNELS }
      await run({ bodyId: id, event: { type: 'totemReceives', ...here }, repeatable: null })
      await run({ bodyId: id, event: { type: 'deskReceives', ...there }, repeatable: null })
    },

    tick: () => run({ bodyId: id, event: { type: 'clockTicked' }, repeatable: null }),

    changeByHand,

    /** Moves everything that this body has stored back in time, which is the same as waiting. */
    wait: (ms: number) => leap([...backInTime(id, ms), lookedAtUntilNow(id)], ms),

    /** The same, and nobody has looked at the board meanwhile. */
    outage: (ms: number) => leap(backInTime(id, ms), ms),
  }
}

function backInTime(id: BodyId, ms: number): string[] {
  return Object.entries(INSTANTS).map(([table, columns]) => {
    const back = [
      ...columns.map((column) => `${column} = ${column} - interval '${ms} milliseconds'`),
      ...(NESTED_INSTANTS[table] ?? []).map((nested) => nested.replaceAll(':ms', `${ms}`)),
    ]
    const body = table === 'bodies' ? 'id' : 'body_id'
    return `update switchboard.${table} set ${back.join(', ')} where ${body} = '${id}'`
  })
}

const lookedAtUntilNow = (id: BodyId): string =>
  `update switchboard.bodies set next_due_at = clock_timestamp()
   where id = '${id}' and next_due_at < clock_timestamp()`

/** Columns that hold instants. */
const INSTANTS = {
  bodies: ['changed_at', 'next_due_at'],
  operators: ['lease_ends_at', 'ready_at', 'idle_since', 'not_responding_since'],
  totems: ['lease_ends_at'],
  calls: [
    'enqueued_at',
    'waiting_since',
    'served_until',
    'still_here_at',
    'media_deadline',
    'heard_totem_at',
    'heard_desk_at',
    'connected_at',
    'lost_totem_until',
    'lost_desk_until',
    'deadline',
    'ended_at',
    'forget_at',
    'callback_window_from',
    'callback_window_until',
    'callback_requested_at',
    'callback_not_before',
    'callback_expires_at',
    'reached_at',
  ],
  offers: ['offered_at', 'expires_at', 'accepted_at', 'connected_at', 'ended_at'],
}

/** A document whose instants of these names, at its top or in `inside`, lie `:ms` earlier. Null stays null. */
const moved = (document: string, names: readonly string[], inside: readonly string[] = []): string => `(
  select jsonb_object_agg(key, case
    when jsonb_typeof(value) = 'number' and key = any('{${names.join()}}')
      then to_jsonb((value #>> '{}')::bigint - :ms)
    ${inside.map((name) => `when jsonb_typeof(value) = 'object' and key = '${name}' then ${moved('value', names)}`).join(' ')}
    else value end)
  from jsonb_each(case when jsonb_typeof(${document}) = 'object' then ${document} end))`

/** Instants inside documents, moved back by `:ms`. */
const NESTED_INSTANTS: Partial<Record<string, readonly string[]>> = {
  operators: [`wrap_up = ${moved('wrap_up', ['offeredAt', 'startedAt', 'endsAt'])}`],
  calls: [
    `exclusions = (select coalesce(jsonb_agg(${moved('e', ['until'])} order by position), '[]')
       from jsonb_array_elements(exclusions) with ordinality as r(e, position))`,
    `shown = ${moved('shown', ['until'])}`,
    `hold = ${moved('hold', ['since', 'recallAt', 'endsAt'])}`,
    `second = ${moved('second', ['since', 'endsAt', 'deadline', 'lost'], ['room'])}`,
    `supervision = ${moved('supervision', ['since', 'leaseEndsAt'])}`,
    `guests = (select coalesce(jsonb_agg(${moved('g', ['expiresAt', 'admittedAt', 'leaseEndsAt'])} order by place), '[]')
       from jsonb_array_elements(guests) with ordinality as r(g, place))`,
    `handover = ${moved('handover', ['at'])}`,
    `preferred = ${moved('preferred', ['until'])}`,
  ],
}

const range = (length: number): number[] => Array.from({ length }, (_, index) => index)

function documentOf(
  id: BodyId,
  cast: {
    operators: readonly OperatorId[]
    specialists: readonly OperatorId[]
    totems: readonly TotemId[]
  },
  rules: Partial<Rules>,
): TrialDocument {
  const { operators, specialists, totems } = cast
  const urp = { slug: 'urp', title: 'URP', requiredSkills: [], hours: { kind: 'always' as const } }
  const tributi = { ...urp, slug: 'tributi', title: 'Tributi', requiredSkills: ['tributi'] }
  return {
    bodyId: id,
    bodyName: 'Comune di Prova',
    phone: '059 20311',
    isSample: true,
    listeningAllowed: true,
    rules,
    offices: [{ id: 'office-urp', name: 'URP' }],
    operators: operators.map((operator) => ({
      id: operator,
      displayName: operator,
      officeName: 'URP',
      officeId: 'office-urp',
      skills: specialists.includes(operator) ? ['tributi'] : [],
      languages: ['it'],
      isActive: true,
    })),
    services: specialists.length > 0 ? [urp, tributi] : [urp],
    totems: totems.map((totem) => ({
      id: totem,
      slug: totem,
      name: totem,
      hours: { kind: 'always' },
      inService: true,
    })),
  }
}
