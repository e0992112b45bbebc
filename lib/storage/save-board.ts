import type { ClientBase } from 'pg'
import * as z from 'zod'
import type { Effect, Fact } from '../switchboard/events.ts'
import type { BodyId, EpochMs } from '../switchboard/ids.ts'
import { type BoardDifference, isEmpty, rowsIn } from './board-difference.ts'

/** Everything that one transition leaves behind, written in one round trip. */
export interface Saving {
  bodyId: BodyId
  now: EpochMs
  difference: BoardDifference
  facts: readonly Fact[]
  effects: readonly Effect[]
  nextDueAt: EpochMs | null
  /** Of the settings that the transition went by. */
  settingsVersion: string
  /** Kept under its key, so that a repeated command gets the same answer. */
  answer: { caller: string; key: string; question: string; answer: unknown } | null
  outcome: WrapUpOutcome | null
}

/** What the operator wrote down after a call. */
export interface WrapUpOutcome {
  callId: string
  operatorId: string
  outcome: 'solved' | 'sent_to_office' | 'follow_up' | 'appointment'
  category: string | null
  /** At most 500 characters. */
  note: string
}

export interface Saved {
  revision: number
  /** The orders as the outbox has them. */
  orders: readonly Order[]
}

/** An effect that is still to be carried out. */
export interface Order {
  id: string
  effect: Effect
}

/** A row was not in the state that had been read: somebody wrote without holding the body's lock. */
class BoardMoved extends Error {
  override name = 'BoardMoved'
}

/**
 * Writes what a transition changed. Rows that were there before are only written if they are still in
 * the state that was read; under the body's lock they always are.
 *
 * @throws BoardMoved
 */
export async function saveBoard(client: ClientBase, saving: Saving): Promise<Saved> {
  const { difference } = saving
  const { rows } = await client.query({
    name: 'save-board',
    text: SAVE,
    values: [
      saving.bodyId,
      saving.now,
      saving.nextDueAt,
      !isEmpty(difference),
      JSON.stringify(difference.operators),
      JSON.stringify(difference.totems),
      JSON.stringify(difference.calls),
      JSON.stringify(difference.offers),
      JSON.stringify(saving.facts.map(factRow)),
      JSON.stringify(saving.effects),
      JSON.stringify(saving.answer ? [saving.answer] : []),
      JSON.stringify(saving.outcome ? [saving.outcome] : []),
      difference.experience && JSON.stringify(difference.experience),
      JSON.stringify(difference.told),
      saving.settingsVersion,
    ],
  })
  const saved = SavedRow.parse(rows[0])
  const expected = rowsIn(difference)
  if (saved.written !== expected) {
    throw new BoardMoved(`wrote ${saved.written} of ${expected} rows of body ${saving.bodyId}`)
  }
  return {
    revision: saved.revision,
    orders: saved.orders.flatMap(({ id, position }) => {
      const effect = saving.effects[position - 1]
      return effect ? [{ id: String(id), effect }] : []
    }),
  }
}

const factRow = (fact: Fact) => ({
  type: fact.type,
  call_id: 'callId' in fact ? fact.callId : null,
  operator_id: 'operatorId' in fact ? fact.operatorId : null,
  fact,
})

const SavedRow = z.object({
  revision: z.coerce.number(),
  written: z.coerce.number(),
  orders: z.array(z.object({ id: z.number(), position: z.number() })),
})

/** An order that its own instance does not carry out at once, because it died, is taken up by another after this long. */
const ADOPT_AFTER = `interval '3 seconds'`

/*
 * One statement, so one snapshot: no part sees what another writes. Some orders matter and are forced by
 * reading the other's count: calls and offers that end are written before others begin or take their
 * place, because the unique indexes look at each row as it comes.
 *
 * Each row says which revision wrote it. Rows to update are named by an array too, and the body of calls and
 * offers is compared so that no index offers itself for it: else the planner, which takes a hundred rows for
 * granted, reads all that the body ever had.
 */
const SAVE = `
with body as (
  insert into switchboard.bodies (id, revision, marked_revision, changed_at, next_due_at, settings_heeded)
  values ($1, 1, 1, switchboard.instant($2), switchboard.instant($3), $15::timestamptz)
  on conflict (id) do update set
    revision = bodies.revision + ($4::boolean)::int,
    marked_revision = case when $4 then bodies.revision + 1 else bodies.marked_revision end,
    whole_since = case when $4 and bodies.marked_revision <> bodies.revision then bodies.revision + 1
      else bodies.whole_since end,
    changed_at = excluded.changed_at,
    next_due_at = excluded.next_due_at,
    settings_heeded = excluded.settings_heeded,
    experience = coalesce($13::jsonb, bodies.experience)
  returning revision
),
operator_rows as materialized (
  select * from jsonb_to_recordset($5::jsonb) as r(
    id text, was text, was_epoch bigint, intent text, intent_by text, break_reason text, epoch bigint,
    presence text, lease_ends_at bigint, devices jsonb, work text, offer_id text, wrap_up jsonb, not_responding_since bigint, ready_at bigint,
    idle_since bigint)
),
operators_updated as (
  update switchboard.operators o set
    revision = (select revision from body),
    intent = r.intent, intent_by = r.intent_by, break_reason = r.break_reason, epoch = r.epoch, presence = r.presence,
    lease_ends_at = coalesce(switchboard.instant(r.lease_ends_at), o.lease_ends_at),
    devices = nullif(r.devices, 'null'), work = r.work, offer_id = r.offer_id,
    wrap_up = nullif(r.wrap_up, 'null'),
    not_responding_since = switchboard.instant(r.not_responding_since),
    ready_at = switchboard.instant(r.ready_at), idle_since = switchboard.instant(r.idle_since)
  from operator_rows r
  where o.body_id = $1 and o.id = any(array(select id from operator_rows)) and o.id = r.id
    and o.work = r.was and o.epoch = r.was_epoch
  returning 1
),
operators_inserted as (
  insert into switchboard.operators (revision, body_id, id, intent, intent_by, break_reason, epoch, presence, lease_ends_at, devices, work,
    offer_id, wrap_up, not_responding_since, ready_at, idle_since)
  select (select revision from body), $1, r.id, r.intent, r.intent_by, r.break_reason, r.epoch, r.presence, switchboard.instant(r.lease_ends_at),
    nullif(r.devices, 'null'), r.work, r.offer_id, nullif(r.wrap_up, 'null'),
    switchboard.instant(r.not_responding_since), switchboard.instant(r.ready_at),
    switchboard.instant(r.idle_since)
  from operator_rows r where r.was is null
  returning 1
),
totem_rows as materialized (
  select * from jsonb_to_recordset($6::jsonb) as r(
    id text, was_epoch bigint, epoch bigint, presence text, lease_ends_at bigint)
),
totems_updated as (
  update switchboard.totems t set
    revision = (select revision from body),
    epoch = r.epoch, presence = r.presence,
    lease_ends_at = coalesce(switchboard.instant(r.lease_ends_at), t.lease_ends_at)
  from totem_rows r
  where t.body_id = $1 and t.id = any(array(select id from totem_rows)) and t.id = r.id
    and t.epoch = r.was_epoch
  returning 1
),
totems_inserted as (
  insert into switchboard.totems (revision, body_id, id, epoch, presence, lease_ends_at)
  select (select revision from body), $1, r.id, r.epoch, r.presence, switchboard.instant(r.lease_ends_at)
  from totem_rows r where r.was_epoch is null
  returning 1
),
call_rows as materialized (
  select * from jsonb_to_recordset($7::jsonb) as r(
    id uuid, was text, totem_id text, service text, needs jsonb, channels jsonb, priority int,
    enqueued_at bigint, waiting_since bigint, shown jsonb, media text, media_deadline bigint, heard_totem_at bigint,
    heard_desk_at bigint, attempts int,
    exclusions jsonb, media_failures int, served_until bigint, overflow jsonb, still_here text, still_here_at bigint,
    state text, because text, offer_id text, connected_at bigint, received jsonb,
    lost_totem_until bigint, lost_desk_until bigint, must_join jsonb, deadline bigint, keeps_deadline boolean,
    hold jsonb, second jsonb, supervision jsonb, handover jsonb, preferred jsonb, stage jsonb, guests jsonb,
    outcome jsonb, ended_at bigint, forget_at bigint, on_board boolean,
    is_callback boolean, callback_phone text, callback_reason text,
    callback_window_from bigint, callback_window_until bigint, callback_in_place_of uuid,
    callback_requested_at bigint, callback_not_before bigint, callback_expires_at bigint,
    callback_failed_dials int, reached_at bigint)
),
calls_updated as (
  update switchboard.calls c set
    revision = (select revision from body),
    service = r.service, needs = r.needs, channels = r.channels, priority = r.priority,
    enqueued_at = switchboard.instant(r.enqueued_at),
    waiting_since = switchboard.instant(r.waiting_since), shown = nullif(r.shown, 'null'), media = r.media,
    media_deadline = switchboard.instant(r.media_deadline),
    heard_totem_at = switchboard.instant(r.heard_totem_at),
    heard_desk_at = switchboard.instant(r.heard_desk_at), attempts = r.attempts,
    exclusions = r.exclusions, media_failures = r.media_failures,
    served_until = switchboard.instant(r.served_until),
    overflow = r.overflow, still_here = r.still_here,
    still_here_at = switchboard.instant(r.still_here_at), state = r.state, because = r.because,
    offer_id = r.offer_id, connected_at = switchboard.instant(r.connected_at),
    received = nullif(r.received, 'null'),
    lost_totem_until = switchboard.instant(r.lost_totem_until),
    lost_desk_until = switchboard.instant(r.lost_desk_until), must_join = r.must_join,
    deadline = case when r.keeps_deadline then c.deadline else switchboard.instant(r.deadline) end,
    hold = nullif(r.hold, 'null'), second = nullif(r.second, 'null'),
    supervision = nullif(r.supervision, 'null'), handover = nullif(r.handover, 'null'),
    preferred = nullif(r.preferred, 'null'), stage = nullif(r.stage, 'null'), guests = r.guests,
    outcome = nullif(r.outcome, 'null'), ended_at = switchboard.instant(r.ended_at),
    forget_at = switchboard.instant(r.forget_at), on_board = r.on_board,
    callback_not_before = switchboard.instant(r.callback_not_before),
    callback_failed_dials = r.callback_failed_dials, reached_at = switchboard.instant(r.reached_at)
  from call_rows r
  where c.id = any(array(select id from call_rows)) and c.id = r.id
    and (c.body_id = $1) is true and c.state = r.was
  returning 1
),
told_rows as materialized (
  select * from jsonb_to_recordset($14::jsonb) as r(id uuid, was text, shown jsonb)
),
calls_told as (
  update switchboard.calls c set revision = (select revision from body), shown = nullif(r.shown, 'null')
  from told_rows r
  where c.id = any(array(select id from told_rows)) and c.id = r.id
    and (c.body_id = $1) is true and c.state = r.was
  returning 1
),
calls_inserted as (
  insert into switchboard.calls (revision, id, body_id, totem_id, service, needs, channels, priority, enqueued_at,
    waiting_since, shown, media, media_deadline, heard_totem_at, heard_desk_at, attempts, exclusions, media_failures, served_until, overflow,
    still_here, still_here_at, state, because, offer_id,
    connected_at, received, lost_totem_until, lost_desk_until, must_join, deadline, hold, second, supervision,
    handover, preferred, stage, guests, outcome, ended_at, forget_at, on_board,
    is_callback, callback_phone, callback_reason, callback_window_from, callback_window_until,
    callback_in_place_of, callback_requested_at, callback_not_before, callback_expires_at,
    callback_failed_dials, reached_at)
  select (select revision from body), r.id, $1, r.totem_id, r.service, r.needs, r.channels, r.priority,
    switchboard.instant(r.enqueued_at), switchboard.instant(r.waiting_since), nullif(r.shown, 'null'),
    r.media, switchboard.instant(r.media_deadline), switchboard.instant(r.heard_totem_at),
    switchboard.instant(r.heard_desk_at), r.attempts, r.exclusions, r.media_failures,
    switchboard.instant(r.served_until), r.overflow, r.still_here, switchboard.instant(r.still_here_at),
    r.state, r.because, r.offer_id, switchboard.instant(r.connected_at),
    nullif(r.received, 'null'), switchboard.instant(r.lost_totem_until),
    switchboard.instant(r.lost_desk_until), r.must_join, switchboard.instant(r.deadline),
    nullif(r.hold, 'null'), nullif(r.second, 'null'), nullif(r.supervision, 'null'),
    nullif(r.handover, 'null'), nullif(r.preferred, 'null'), nullif(r.stage, 'null'), r.guests, nullif(r.outcome, 'null'),
    switchboard.instant(r.ended_at), switchboard.instant(r.forget_at), r.on_board,
    r.is_callback, r.callback_phone, r.callback_reason, switchboard.instant(r.callback_window_from),
    switchboard.instant(r.callback_window_until), r.callback_in_place_of,
    switchboard.instant(r.callback_requested_at), switchboard.instant(r.callback_not_before),
    switchboard.instant(r.callback_expires_at), r.callback_failed_dials, switchboard.instant(r.reached_at)
  from (select count(*) from calls_updated) as ended, call_rows r
  where r.was is null
  returning 1
),
offer_rows as materialized (
  select * from jsonb_to_recordset($8::jsonb) as r(
    id text, was text, call_id uuid, operator_id text, role text, attempt int, offered_at bigint, channels jsonb,
    state text, expires_at bigint, accepted_at bigint, connected_at bigint, outcome text,
    ended_at bigint, on_board boolean)
),
offers_ended as (
  update switchboard.offers o set
    revision = (select revision from body),
    channels = r.channels, state = r.state, outcome = r.outcome,
    ended_at = switchboard.instant(r.ended_at), on_board = r.on_board
  from offer_rows r
  where o.id = any(array(select id from offer_rows)) and o.id = r.id
    and (o.body_id = $1) is true and o.state = r.was and r.state = 'over'
  returning 1
),
offers_updated as (
  update switchboard.offers o set
    revision = (select revision from body),
    role = r.role, channels = r.channels, state = r.state,
    -- What an earlier state carried stays for the log.
    expires_at = coalesce(switchboard.instant(r.expires_at), o.expires_at),
    accepted_at = coalesce(switchboard.instant(r.accepted_at), o.accepted_at),
    connected_at = coalesce(switchboard.instant(r.connected_at), o.connected_at),
    on_board = r.on_board
  from (select count(*) from offers_ended) as ended, offer_rows r
  where o.id = any(array(select id from offer_rows)) and o.id = r.id
    and (o.body_id = $1) is true and o.state = r.was and r.state <> 'over'
  returning 1
),
offers_inserted as (
  insert into switchboard.offers (revision, id, call_id, body_id, operator_id, role, attempt, offered_at, channels, state,
    expires_at, accepted_at, connected_at, outcome, ended_at, on_board)
  select (select revision from body), r.id, r.call_id, $1, r.operator_id, r.role, r.attempt, switchboard.instant(r.offered_at), r.channels,
    r.state, switchboard.instant(r.expires_at), switchboard.instant(r.accepted_at),
    switchboard.instant(r.connected_at), r.outcome, switchboard.instant(r.ended_at), r.on_board
  from (select count(*) from offers_ended) as ended, (select count(*) from offers_updated) as updated,
    offer_rows r
  where r.was is null
  returning 1
),
events_appended as (
  insert into switchboard.call_events (body_id, at, type, call_id, operator_id, fact)
  select $1, switchboard.instant($2), r.type, r.call_id, r.operator_id, r.fact
  from rows from (jsonb_to_recordset($9::jsonb) as (type text, call_id uuid, operator_id text, fact jsonb))
    with ordinality as r(type, call_id, operator_id, fact, position)
  order by r.position
),
orders as (
  insert into switchboard.outbox (body_id, effect, due_at)
  select $1, r.effect, clock_timestamp() + ${ADOPT_AFTER}
  from jsonb_array_elements($10::jsonb) with ordinality as r(effect, position)
  order by r.position
  returning id
),
answer_kept as (
  insert into switchboard.commands (body_id, caller, key, question, answer, answered_at)
  select $1, r.caller, r.key, r.question, r.answer, switchboard.instant($2)
  from jsonb_to_recordset($11::jsonb) as r(caller text, key uuid, question text, answer jsonb)
),
outcome_kept as (
  insert into switchboard.outcomes (call_id, body_id, operator_id, outcome, category, note, saved_at)
  select r."callId", $1, r."operatorId", r.outcome, r.category, r.note, switchboard.instant($2)
  from jsonb_to_recordset($12::jsonb)
    as r("callId" uuid, "operatorId" text, outcome text, category text, note text)
)
select
  body.revision,
  (select count(*) from operators_updated) + (select count(*) from operators_inserted)
    + (select count(*) from totems_updated) + (select count(*) from totems_inserted)
    + (select count(*) from calls_updated) + (select count(*) from calls_told)
    + (select count(*) from calls_inserted)
    + (select count(*) from offers_ended) + (select count(*) from offers_updated)
    + (select count(*) from offers_inserted) as written,
  (select coalesce(json_agg(json_build_object('id', o.id, 'position', o.position)), '[]')
     from (select id, row_number() over (order by id) as position from orders) o) as orders,
  case when $4 then
    pg_notify('switchboard_board', json_build_object('bodyId', $1::text, 'revision', body.revision)::text)
  end as notified
from body`
