import type { Invariant } from './audit.ts'

/**
 * How far overflow had opened a call by the time of the younger one's offer. A transfer begins anew; a callback
 * stands where the call whose place it has stood.
 */
const stepsTaken = (call: 'o' | 'y') => `coalesce((
    select case when e.type = 'callOverflowed' then (e.fact ->> 'step')::int else 0 end
    from switchboard.call_events e
    where e.call_id = ${call}.line and e.id < y.end_id
      and (e.type = 'callOverflowed' or (e.type = 'callWaitsAgain' and e.fact ->> 'because' = 'transferred'))
    order by e.id desc limit 1), 0)`

/** Nobody waits beside somebody who is free, and nobody is overtaken by their like. */
export const FAIRNESS: readonly Invariant[] = [
  {
    id: 'I3',
    promise: 'no call waits while an operator who may take it is free',
    /*
     * Once a body is at rest (nothing is due or newly published there), whoever fits has been matched. Only what a relaxing
     * rule would also allow is left out: here a call asks for all that it may ask for.
     */
    violations: `
with at_rest as (
  select b.id, s.document
  from bodies b join switchboard.settings s on s.body_id = b.id
  where (b.next_due_at is null or b.next_due_at > now()) and b.settings_heeded = s.updated_at
),
free as (
  select o.body_id, o.id, account -> 'skills' as skills, account -> 'languages' as languages,
    coalesce(account -> 'skillLevels', '{}') as levels
  from at_rest
  join operators o on o.body_id = at_rest.id
  join lateral jsonb_array_elements(at_rest.document -> 'operators') account
    on account ->> 'id' = o.id and (account ->> 'isActive')::boolean
  where o.work = 'idle' and o.intent = 'available' and o.presence = 'here' and o.lease_ends_at > now()
    and o.devices is not null and o.ready_at <= now()
),
waiting as (
  select c.body_id, c.id, c.exclusions,
    coalesce(asked_for -> 'requiredSkills', '[]') || (c.needs -> 'skills')
      || case when c.needs ->> 'mode' = 'spoken' then '[]' else jsonb_build_array(c.needs -> 'mode') end as skills,
    coalesce(asked_for -> 'skillNeeds', '[]') as skill_needs, c.needs ->> 'language' as language
  from at_rest
  join calls c on c.body_id = at_rest.id and c.state = 'waiting'
    and (c.preferred is null or switchboard.instant((c.preferred ->> 'until')::bigint) <= now())
    and (c.callback_not_before is null or c.callback_not_before <= now())
  left join lateral jsonb_array_elements(at_rest.document -> 'services') asked_for
    on asked_for ->> 'slug' = c.service
)
select waiting.body_id, format('call %s waits and operator %s is free', waiting.id, free.id) as what
from waiting join free on free.body_id = waiting.body_id and free.skills @> waiting.skills
where not exists (
  select from jsonb_array_elements(waiting.exclusions) apart
  where apart ->> 'operatorId' = free.id and switchboard.instant((apart ->> 'until')::bigint) > now()
) and not exists (
  select from jsonb_to_recordset(waiting.skill_needs) as need(skill text, "minLevel" int)
  -- Level 3: nobody has said.
  where not free.skills ? need.skill or coalesce((free.levels ->> need.skill)::int, 3) < need."minLevel"
) and (waiting.language is null or exists (
  select from jsonb_array_elements_text(free.languages) spoken
  where split_part(lower(spoken), '-', 1) = split_part(lower(waiting.language), '-', 1)
))`,
  },
  {
    id: 'I4',
    promise: 'among calls of one priority that ask for the same, the oldest is offered first',
    /*
     * Each wait of a call is a span from the event that began it to the event that ended it; the first says what
     * the call asks for from then on. A younger call's offer is an inversion when the span of an older one of
     * the same kind reaches over it and that one could have had the operator: it was due (a callback is not at
     * first), the pair was not kept apart, and it was not waiting for somebody else whom it prefers (whoever is of
     * an office is not in the log, so a call that prefers one is let pass). As long as an older call may still have wishes it is let pass, and so is one that overflow has not opened as far.
     * Only spans of one half hour are compared, joined by a single key, so that years of events need no square
     * of their number.
     */
    violations: `
with turns as (
  select e.body_id, e.call_id, e.id, e.at, e.type, e.operator_id, e.fact,
    lead(e.id) over of_call as next_id, lead(e.at) over of_call as next_at,
    lead(e.type) over of_call as next_type, lead(e.operator_id) over of_call as next_operator_id,
    max(e.at) filter (
      where e.type in ('callEnqueued', 'callbackQueued')
        or (e.type = 'callWaitsAgain' and e.fact ->> 'because' not in ('declined', 'expired', 'withdrawn'))
    ) over of_call as waits_since
  from events e
  where e.type in ('callEnqueued', 'callbackQueued', 'callWaitsAgain', 'callOver')
    or (e.type = 'offerMade' and coalesce(e.fact ->> 'role', 'primary') = 'primary')
  window of_call as (partition by e.body_id, e.call_id order by e.id)
),
-- What was written before it said so is left out: no place of a callback, no service of a call that was sent on.
asked as (
  select distinct on (body_id, call_id) body_id, call_id, fact, coalesce(fact ->> 'inPlaceOf', call_id::text)::uuid as line
  from events where type in ('callEnqueued', 'callbackQueued') and fact ? 'priority'
  order by body_id, call_id, id
),
sent_on as (
  select distinct body_id, call_id from events where type = 'callTransferred'
),
rules as (
  select body_id, coalesce((document #>> '{rules,preferredRelaxAfterMs}')::bigint, 30000) as preferred_ms,
    coalesce((document #>> '{rules,skillsRelaxAfterMs}')::bigint, 30000) as wish_ms
  from switchboard.settings
),
-- The longest that a service's own wishes last, and its visitors' for their language.
services as (
  select s.body_id, service ->> 'slug' as slug,
    (select max((need ->> 'relaxAfterMs')::bigint)
       from jsonb_array_elements(coalesce(service -> 'skillNeeds', '[]')) need) as skills_ms,
    case when service ? 'languageRelaxAfterMs' then coalesce((service ->> 'languageRelaxAfterMs')::bigint, 0)
      end as language_ms
  from switchboard.settings s, jsonb_array_elements(s.document -> 'services') service
),
waits as (
  select t.body_id, t.call_id, asked.line, t.id as begin_id, t.at as begin_at, t.next_id as end_id,
    coalesce(t.next_at, now()) as end_at, t.next_type, t.next_operator_id, t.waits_since,
    (asked.fact ->> 'enqueuedAt')::bigint as enqueued_ms,
    coalesce((t.fact ->> 'notBefore')::bigint, 0) as not_before_ms,
    coalesce(t.fact ->> 'service', asked.fact ->> 'service') as service,
    coalesce(t.fact ->> 'priority', asked.fact ->> 'priority') as priority,
    asked.fact -> 'needs' as needs,
    case when jsonb_typeof(t.fact -> 'preferred') = 'object'
      then coalesce(t.fact #>> '{preferred,operatorId}', 'an office')
      when t.type = 'callEnqueued' then t.fact ->> 'preferred' end as preferred,
    coalesce(switchboard.instant((t.fact #>> '{preferred,until}')::bigint),
      t.at + coalesce(rules.preferred_ms, 30000) * interval '1 millisecond') as preferred_until,
    coalesce(rules.wish_ms, 30000) as wish_ms
  from turns t
  join asked using (body_id, call_id)
  left join rules using (body_id)
  left join sent_on using (body_id, call_id)
  where t.type in ('callEnqueued', 'callbackQueued')
    or (t.type = 'callWaitsAgain' and (t.fact ? 'service' or sent_on.call_id is null))
),
spans as materialized (
  select w.*, concat_ws(' ', w.body_id, w.priority, w.service, w.needs) as ask,
    w.waits_since + interval '1 millisecond' * greatest(
      case when s.slug is null then w.wish_ms else coalesce(s.skills_ms, 0) end,
      case when w.needs ->> 'mode' <> 'spoken' then w.wish_ms end,
      case when w.needs ->> 'language' is not null then coalesce(s.language_ms, w.wish_ms) end
    ) as wishes_until
  from waits w left join services s on s.body_id = w.body_id and s.slug = w.service
),
apart as (
  select body_id, call_id, id, fact #>> '{keptApart,operatorId}' as operator_id,
    switchboard.instant((fact #>> '{keptApart,until}')::bigint) as until
  from events where type = 'callWaitsAgain'
),
older as materialized (
  select spans.*, ask || ' ' || half_hour as key
  from spans, generate_series(
    floor(greatest(extract(epoch from begin_at), not_before_ms / 1000) / 1800)::bigint,
    floor(extract(epoch from end_at) / 1800)::bigint) half_hour
),
younger as materialized (
  select spans.*, ask || ' ' || floor(extract(epoch from end_at) / 1800)::bigint as key,
    preferred in (next_operator_id, 'an office') and preferred_until > end_at as is_preferred
  from spans where next_type = 'offerMade'
)
select y.body_id, format('operator %s was offered call %s at %s while the older call %s waited',
  y.next_operator_id, y.call_id, y.end_at, o.call_id) as what
from younger y
join older o on o.key = y.key
where o.enqueued_ms < y.enqueued_ms
  and o.begin_id < y.end_id and (o.end_id is null or (o.end_id > y.end_id and o.end_at > y.end_at))
  and o.not_before_ms <= switchboard.ms(y.end_at)
  and o.wishes_until <= y.end_at
  and case when o.preferred is null or o.preferred_until <= y.end_at then y.is_preferred is not true
    else o.preferred = y.next_operator_id end
  and not exists (
    select from apart a
    where a.body_id = o.body_id and a.call_id = o.call_id and a.operator_id = y.next_operator_id
      and a.id < y.end_id and a.until > y.end_at)
  and ${stepsTaken('o')} >= ${stepsTaken('y')}
union all
select body_id, format('operator %s was offered call %s at %s, before it was due', next_operator_id, call_id, end_at)
from spans where next_type = 'offerMade' and not_before_ms > switchboard.ms(end_at)`,
  },
]
