import type { ClientBase, Pool } from 'pg'
import * as z from 'zod'
import { NotFound } from '../http/refusals.ts'
import { type Board, NO_EXPERIENCE } from '../switchboard/board.ts'
import { type BodyId, type EpochMs, epochMs } from '../switchboard/ids.ts'
import type { Settings } from '../switchboard/settings.ts'
import { callFromRow, experienceFromRow, offerFromRow, operatorFromRow, totemFromRow } from './board-rows.ts'
import { withLeases } from './with-leases.ts'

/** One body's board as the database had it at `now`. */
export interface LoadedBoard {
  board: Board
  now: EpochMs
  /** Grows with every saved change of this body. */
  revision: number
  nextDueAt: EpochMs | null
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
  load(
    client: ClientBase | Pool,
    bodyId: BodyId,
    command?: { caller: string; key: string } | null,
  ): Promise<LoadedBoard>
  /** The board that was committed as this revision, so that it need not be read again. */
  remember(bodyId: BodyId, revision: number, board: Board): void
}

/**
 * Keeps the last board of each body and reads rows only when the database has another revision. What beats
 * move without a revision, leases and deadlines of answered calls, is read every time. Whoever changes any
 * other row by hand raises the body's revision with it.
 */
export function createBoardReader(settings: SettingsReader): BoardReader {
  const kept = new Map<BodyId, { revision: number; board: Board }>()
  const remember = (bodyId: BodyId, revision: number, board: Board) => {
    if (revision >= (kept.get(bodyId)?.revision ?? 0)) kept.set(bodyId, { revision, board })
  }
  return {
    remember,
    async load(client, bodyId, command = null) {
      const known = kept.get(bodyId)
      const { rows } = await client.query({
        name: 'load-board',
        text: LOAD,
        values: [
          bodyId,
          settings.versionOf(bodyId),
          command?.caller ?? null,
          command?.key ?? null,
          known?.revision ?? null,
        ],
      })
      const row = LoadedRow.parse(rows[0])
      if (row.settings_version === null) throw new UnknownBody(bodyId)
      const current = settings.read(bodyId, row.settings_version, row.settings, row.now)
      const content = row.rows ? boardFrom(row.rows) : known?.board
      if (!content) throw new Error(`board of ${bodyId} neither kept nor read`)
      const board: Board = { ...content, settings: current }
      remember(bodyId, row.revision, board)
      return {
        board: withLeases(board, row.leases),
        now: row.now,
        revision: row.revision,
        nextDueAt: row.next_due_at,
        answered: row.answered,
      }
    },
  }
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
  new Map(items.map((item) => [item.id, item]))

const instantText = z.coerce.number().transform(epochMs)
const lease = z.tuple([z.string(), z.int().transform(epochMs)])

const Rows = z.object({
  operators: z.array(operatorFromRow),
  totems: z.array(totemFromRow),
  calls: z.array(callFromRow),
  offers: z.array(offerFromRow),
  experience: experienceFromRow.nullable(),
})

const LoadedRow = z.object({
  // bigint columns outside JSON arrive as text
  now: instantText,
  revision: z.coerce.number(),
  next_due_at: instantText.nullable(),
  settings_version: z.string().nullable(),
  settings: z.unknown(),
  answered: z.object({ question: z.string(), answer: z.unknown() }).nullable(),
  leases: z.object({ operators: z.array(lease), totems: z.array(lease), calls: z.array(lease) }),
  rows: Rows.nullable(),
})

const list = (item: string, from: string) => `(select coalesce(json_agg(${item}), '[]') from ${from})`
const rows = (select: string) => list('r', `(${select}) r`)

const LOAD = `
select
  switchboard.ms(greatest(clock_timestamp(), b.changed_at)) as now,
  coalesce(b.revision, 0) as revision,
  switchboard.ms(b.next_due_at) as next_due_at,
  s.updated_at::text as settings_version,
  case when s.updated_at::text is distinct from $2::text then s.document end as settings,
  (select json_build_object('question', c.question, 'answer', c.answer)
     from switchboard.commands c where c.body_id = $1 and c.caller = $3 and c.key = $4::uuid) as answered,
  json_build_object(
    'operators', ${list('json_build_array(id, switchboard.ms(lease_ends_at))', 'switchboard.operators where body_id = $1')},
    'totems', ${list('json_build_array(id, switchboard.ms(lease_ends_at))', 'switchboard.totems where body_id = $1')},
    'calls', ${list('json_build_array(id, switchboard.ms(deadline))', "switchboard.calls where body_id = $1 and on_board and state in ('in_call', 'dialling', 'on_phone')")}
  ) as leases,
  case when coalesce(b.revision, 0) is distinct from $5::bigint then json_build_object(
    'operators', ${rows(`
      select id, intent, intent_by, break_reason, epoch, presence, switchboard.ms(lease_ends_at) as lease_ends_at, devices, work,
        offer_id, wrap_up, switchboard.ms(not_responding_since) as not_responding_since,
        switchboard.ms(ready_at) as ready_at, switchboard.ms(idle_since) as idle_since
      from switchboard.operators where body_id = $1`)},
    'totems', ${rows(`
      select id, epoch, presence, switchboard.ms(lease_ends_at) as lease_ends_at
      from switchboard.totems where body_id = $1`)},
    'calls', ${rows(`
      select id, totem_id, service, needs, channels, priority, switchboard.ms(enqueued_at) as enqueued_at,
        switchboard.ms(waiting_since) as waiting_since, shown,
        media, switchboard.ms(media_deadline) as media_deadline, attempts, exclusions, media_failures,
        switchboard.ms(served_until) as served_until, overflow,
        still_here, switchboard.ms(still_here_at) as still_here_at,
        state, because, offer_id, switchboard.ms(connected_at) as connected_at, received,
        switchboard.ms(lost_totem_until) as lost_totem_until,
        switchboard.ms(lost_desk_until) as lost_desk_until, must_join, hold, second, supervision,
        handover, preferred, switchboard.ms(deadline) as deadline,
        outcome, switchboard.ms(ended_at) as ended_at, switchboard.ms(forget_at) as forget_at,
        is_callback, callback_phone, callback_reason, callback_in_place_of, callback_failed_dials,
        switchboard.ms(callback_window_from) as callback_window_from,
        switchboard.ms(callback_window_until) as callback_window_until,
        switchboard.ms(callback_requested_at) as callback_requested_at,
        switchboard.ms(callback_not_before) as callback_not_before,
        switchboard.ms(callback_expires_at) as callback_expires_at,
        switchboard.ms(reached_at) as reached_at
      from switchboard.calls where body_id = $1 and on_board`)},
    'offers', ${rows(`
      select id, call_id, operator_id, role, attempt, switchboard.ms(offered_at) as offered_at, channels, state,
        switchboard.ms(expires_at) as expires_at, switchboard.ms(accepted_at) as accepted_at,
        switchboard.ms(connected_at) as connected_at, outcome, switchboard.ms(ended_at) as ended_at
      from switchboard.offers where body_id = $1 and on_board`)},
    'experience', b.experience
  ) end as rows
from (select $1::text as id) body
left join switchboard.bodies b on b.id = body.id
left join switchboard.settings s on s.body_id = body.id`
