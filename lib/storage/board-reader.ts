import type { ClientBase, Pool } from 'pg'
import * as z from 'zod'
import { NotFound } from '../http/refusals.ts'
import { agendaOf } from '../switchboard/agenda.ts'
import { type Board, NO_EXPERIENCE } from '../switchboard/board.ts'
import {
  type BodyId,
  callId,
  type EpochMs,
  epochMs,
  offerId,
  operatorId,
  totemId,
} from '../switchboard/ids.ts'
import { LayeredMap } from '../switchboard/layered-map.ts'
import type { Settings } from '../switchboard/settings.ts'
import { callFromRow, experienceFromRow, offerFromRow, operatorFromRow, totemFromRow } from './board-rows.ts'
import { type Leases, withLeases } from './with-leases.ts'

/** One body's board as the database had it at `now`. */
export interface LoadedBoard {
  board: Board
  now: EpochMs
  /** Grows with every saved change of this body. */
  revision: number
  nextDueAt: EpochMs | null
  /** Of the settings that the board has here. */
  settingsVersion: string
  /** Of those that it was last moved on under; null: not known. */
  heededVersion: string | null
  /** The kept answer, if this caller has sent this key before. */
  answered: KeptAnswer | null
}

export interface KeptAnswer {
  question: string
  answer: unknown
}

/** Turns stored settings into what the core reads; keeps them, so that a document is read once per version. */
export interface SettingsReader {
  /** The version it has of this body's document; null: none. */
  versionOf(bodyId: BodyId): string | null
  /** @param document null: the same as that version had */
  read(bodyId: BodyId, version: string, document: unknown, now: EpochMs): Settings
}

/** The body has no settings: it was never published, or it does not exist. */
class UnknownBody extends NotFound {
  override name = 'UnknownBody'
  constructor(bodyId: string) {
    super(`no settings for body ${bodyId}`)
  }
}

export interface BoardReader {
  /**
   * Reads a body's whole board in one round trip, and with it the time, which is never earlier than the
   * board's last change. Outside the body's lock it is a consistent picture of a moment; inside, the truth.
   * @throws UnknownBody
   */
  load(client: ClientBase | Pool, bodyId: BodyId, command?: CommandKey | null): Promise<LoadedBoard>
  /** The board that was committed as this revision, so that it need not be read again. */
  remember(bodyId: BodyId, revision: number, board: Board): void
  /** What is kept of this body is not what is stored: the next reading takes nothing from it. */
  forget(bodyId: BodyId): void
}

/**
 * Keeps the last board of each body and reads only the rows that others have written since, so that a command
 * costs the same on a large board. What beats move without a revision, leases and deadlines of answered calls,
 * is read anew once it is a second old, and whenever by what is known one of them has run out: a beat only ever
 * moves them ahead, so until then nothing is decided otherwise. Whoever changes any other row by hand raises the
 * body's revision with it. A revision that is behind the kept one [SW-401] is another history, such as that of a
 * copy which was put in the database's place: nothing that was kept is part of it.
 */
export function createBoardReader(settings: SettingsReader): BoardReader {
  const kept = new Map<BodyId, Kept>()
  const keep = (bodyId: BodyId, fresh: Kept, hasGoneBack = false) => {
    if (hasGoneBack || fresh.revision >= (kept.get(bodyId)?.revision ?? 0)) kept.set(bodyId, fresh)
  }

  const read = async (client: ClientBase | Pool, bodyId: BodyId, command: CommandKey | null) => {
    const values = [bodyId, settings.versionOf(bodyId), command?.caller ?? null, command?.key ?? null]
    const known = kept.get(bodyId)
    if (known) {
      const areLeasesOld = performance.now() - known.leasesReadAt > LEASES_KEPT_MS
      const { rows } = await client.query({
        name: 'load-changes',
        text: LOAD_CHANGES,
        values: [...values, known.revision, areLeasesOld],
      })
      const row = LoadedRow.parse(rows[0])
      if (row.is_complete) {
        const content = row.rows ? merged(known.board, row.rows, row.gone) : known.board
        return { row, known, content, hasGoneBack: false }
      }
    }
    const { rows } = await client.query({ name: 'load-board', text: LOAD, values })
    const row = LoadedRow.parse(rows[0])
    if (!row.rows) throw new Error(`board of ${bodyId} not read`)
    // It was committed before this was asked.
    const hasGoneBack = known !== undefined && row.revision < known.revision
    return { row, known: null, content: boardFrom(row.rows), hasGoneBack }
  }

  return {
    remember: (bodyId, revision, board) =>
      keep(bodyId, { revision, board, leasesReadAt: kept.get(bodyId)?.leasesReadAt ?? NEVER }),
    forget: (bodyId) => void kept.delete(bodyId),
    async load(client, bodyId, command = null) {
      const startedAt = performance.now()
      const { row, known, content, hasGoneBack } = await read(client, bodyId, command)
      if (row.settings_version === null) throw new UnknownBody(bodyId)
      const current = settings.read(bodyId, row.settings_version, row.settings, row.now)
      const asKept: Board = { ...content, settings: current }
      const leases =
        row.leases ?? (known && hasRunOut(asKept, row.now) ? await leasesOf(client, bodyId) : null)
      const board = leases ? withLeases(asKept, leases) : asKept
      const leasesReadAt = known && !leases ? known.leasesReadAt : startedAt
      keep(bodyId, { revision: row.revision, board, leasesReadAt }, hasGoneBack)
      return {
        board,
        now: row.now,
        revision: row.revision,
        nextDueAt: row.next_due_at,
        settingsVersion: row.settings_version,
        heededVersion: row.heeded_version,
        answered: row.answered,
      }
    },
  }
}

/** By what is known some lease or deadline that beats move is over: perhaps a beat has moved it since. */
function hasRunOut(board: Board, now: EpochMs): boolean {
  const firstEnd = agendaOf(board).firstMovable?.at
  return firstEnd !== undefined && firstEnd <= now
}

interface Kept {
  revision: number
  board: Board
  /** By this process's own clock. */
  leasesReadAt: number
}

interface CommandKey {
  caller: string
  key: string
}

const LEASES_KEPT_MS = 1_000
const NEVER = Number.NEGATIVE_INFINITY

async function leasesOf(client: ClientBase | Pool, bodyId: BodyId): Promise<Leases> {
  const { rows } = await client.query({ name: 'load-leases', text: LEASES_NOW, values: [bodyId] })
  return z.object({ leases: LeaseLists }).parse(rows[0]).leases
}

/** The kept board with what has been written since, and without what has left it. */
function merged(board: Board, rows: z.output<typeof Rows>, gone: z.output<typeof Gone>): Board {
  const { operators, totems, calls, offers, experience } = boardFrom(rows)
  return {
    ...board,
    operators: updated(board.operators, operators, []),
    totems: updated(board.totems, totems, []),
    calls: updated(board.calls, calls, gone.calls),
    offers: updated(board.offers, offers, gone.offers),
    experience,
  }
}

function updated<Id extends string, Item>(
  before: ReadonlyMap<Id, Item>,
  written: ReadonlyMap<Id, Item>,
  gone: readonly Id[],
): ReadonlyMap<Id, Item> {
  if (written.size === 0 && gone.length === 0) return before
  const after = new LayeredMap(before)
  for (const [id, item] of written) after.set(id, item)
  for (const id of gone) after.delete(id)
  return after
}

const boardFrom = ({ operators, totems, calls, offers, experience }: z.output<typeof Rows>) => ({
  operators: byId(operators),
  totems: byId(totems),
  calls: byId(calls),
  offers: byId(offers),
  // A body that nothing has happened in has no row yet.
  experience: experience ?? NO_EXPERIENCE,
})

const byId = <Item extends { id: string }>(items: readonly Item[]): ReadonlyMap<Item['id'], Item> =>
  new LayeredMap(new Map(items.map((item) => [item.id, item])))

const instantText = z.coerce.number().transform(epochMs)
const leasesBy = <Id>(id: (text: string) => Id) =>
  z.array(z.tuple([z.string().transform(id), z.int().transform(epochMs)]))

const Rows = z.object({
  operators: z.array(operatorFromRow),
  totems: z.array(totemFromRow),
  calls: z.array(callFromRow),
  offers: z.array(offerFromRow),
  experience: experienceFromRow.nullable(),
})

const Gone = z.object({
  calls: z.array(z.string().transform(callId)),
  offers: z.array(z.string().transform(offerId)),
})
const LeaseLists = z.object({
  operators: leasesBy(operatorId),
  totems: leasesBy(totemId),
  calls: leasesBy(callId),
})

const LoadedRow = z.object({
  // bigint columns outside JSON arrive as text
  now: instantText,
  revision: z.coerce.number(),
  next_due_at: instantText.nullable(),
  settings_version: z.string().nullable(),
  heeded_version: z.string().nullable(),
  settings: z.unknown(),
  answered: z.object({ question: z.string(), answer: z.unknown() }).nullable(),
  leases: LeaseLists.nullable(),
  /** What was asked for can be told: all, or all that has been written since. */
  is_complete: z.boolean(),
  rows: Rows.nullable(),
  gone: Gone,
})

const list = (item: string, from: string) => `(select coalesce(json_agg(${item}), '[]') from ${from})`
const rows = (select: string) => list('r', `(${select}) r`)

const LEASES = `json_build_object(
    'operators', ${list('json_build_array(id, switchboard.ms(lease_ends_at))', 'switchboard.operators where body_id = $1')},
    'totems', ${list('json_build_array(id, switchboard.ms(lease_ends_at))', 'switchboard.totems where body_id = $1')},
    'calls', ${list('json_build_array(id, switchboard.ms(deadline))', "switchboard.calls where body_id = $1 and on_board and state in ('in_call', 'dialling', 'on_phone')")}
  )`
const LEASES_NOW = `select ${LEASES} as leases`

/** Which rows are read: all of the board, or those that were written after the kept revision ($5). */
interface Extent {
  /** False: what is asked for cannot be told. */
  isComplete: string
  isWanted: string
  rows: string
  onBoard: string
  gone: (table: 'calls' | 'offers') => string
  leases: string
}

const EVERYTHING: Extent = {
  isComplete: 'true',
  isWanted: 'true',
  rows: 'true',
  onBoard: 'on_board',
  gone: () => `'[]'::json`,
  // They are in the rows.
  leases: 'null::json',
}

const CHANGES: Extent = {
  isComplete: `(coalesce(b.revision, 0) = $5::bigint or coalesce(
    b.revision > $5::bigint and b.revision = b.marked_revision and $5::bigint >= b.whole_since, false))`,
  isWanted: 'coalesce(b.revision, 0) <> $5::bigint',
  rows: 'revision > $5::bigint',
  onBoard: 'on_board and revision > $5::bigint',
  gone: (table) =>
    list('id', `switchboard.${table} where body_id = $1 and revision > $5::bigint and not on_board`),
  leases: `case when $6::boolean then ${LEASES} end`,
}

const load = ({ isComplete, isWanted, rows: written, onBoard, gone, leases }: Extent) => `
select
  switchboard.ms(greatest(clock_timestamp(), b.changed_at)) as now,
  coalesce(b.revision, 0) as revision,
  switchboard.ms(b.next_due_at) as next_due_at,
  s.updated_at::text as settings_version,
  b.settings_heeded::text as heeded_version,
  case when s.updated_at::text is distinct from $2::text then s.document end as settings,
  (select json_build_object('question', c.question, 'answer', c.answer)
     from switchboard.commands c where c.body_id = $1 and c.caller = $3 and c.key = $4::uuid) as answered,
  ${leases} as leases,
  ${isComplete} as is_complete,
  json_build_object('calls', ${gone('calls')}, 'offers', ${gone('offers')}) as gone,
  case when ${isWanted} and ${isComplete}
  then json_build_object(
    'operators', ${rows(`
      select id, intent, intent_by, break_reason, epoch, presence, switchboard.ms(lease_ends_at) as lease_ends_at, devices, work,
        offer_id, wrap_up, switchboard.ms(not_responding_since) as not_responding_since,
        switchboard.ms(ready_at) as ready_at, switchboard.ms(idle_since) as idle_since
      from switchboard.operators where body_id = $1 and ${written}`)},
    'totems', ${rows(`
      select id, epoch, presence, switchboard.ms(lease_ends_at) as lease_ends_at
      from switchboard.totems where body_id = $1 and ${written}`)},
    'calls', ${rows(`
      select id, totem_id, service, needs, channels, priority, switchboard.ms(enqueued_at) as enqueued_at,
        switchboard.ms(waiting_since) as waiting_since, shown,
        media, switchboard.ms(media_deadline) as media_deadline,
        switchboard.ms(heard_totem_at) as heard_totem_at, switchboard.ms(heard_desk_at) as heard_desk_at,
        attempts, exclusions, media_failures,
        switchboard.ms(served_until) as served_until, overflow,
        still_here, switchboard.ms(still_here_at) as still_here_at,
        state, because, offer_id, switchboard.ms(connected_at) as connected_at, received,
        switchboard.ms(lost_totem_until) as lost_totem_until,
        switchboard.ms(lost_desk_until) as lost_desk_until, must_join, hold, second, supervision,
        handover, preferred, stage, guests, switchboard.ms(deadline) as deadline,
        outcome, switchboard.ms(ended_at) as ended_at, switchboard.ms(forget_at) as forget_at,
        is_callback, callback_phone, callback_reason, callback_in_place_of, callback_failed_dials,
        switchboard.ms(callback_window_from) as callback_window_from,
        switchboard.ms(callback_window_until) as callback_window_until,
        switchboard.ms(callback_requested_at) as callback_requested_at,
        switchboard.ms(callback_not_before) as callback_not_before,
        switchboard.ms(callback_expires_at) as callback_expires_at,
        switchboard.ms(reached_at) as reached_at
      from switchboard.calls where body_id = $1 and ${onBoard}`)},
    'offers', ${rows(`
      select id, call_id, operator_id, role, attempt, switchboard.ms(offered_at) as offered_at, channels, state,
        switchboard.ms(expires_at) as expires_at, switchboard.ms(accepted_at) as accepted_at,
        switchboard.ms(connected_at) as connected_at, outcome, switchboard.ms(ended_at) as ended_at
      from switchboard.offers where body_id = $1 and ${onBoard}`)},
    'experience', b.experience
  ) end as rows
from (select $1::text as id) body
left join switchboard.bodies b on b.id = body.id
left join switchboard.settings s on s.body_id = body.id`

const LOAD = load(EVERYTHING)
const LOAD_CHANGES = load(CHANGES)
