import type { Invariant } from './audit.ts'

/** Nobody waits beside somebody who is free, and nobody is overtaken by their like. */
export const FAIRNESS: readonly Invariant[] = [
  {
    id: 'I3',
    promise: 'no call waits while an operator who may take it is free',
    /*
     * Once a body is at rest (nothing is due there), whoever fits has been matched. Only what a relaxing
     * rule would also allow is left out: here a call asks for all that it may ask for.
     */
    violations: `
with at_rest as (
  select b.id, s.document
  from bodies b join switchboard.settings s on s.body_id = b.id
  where b.next_due_at is null or b.next_due_at > now()
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
     * Each wait of a call is a span from the event that began it to the event that ended it. A younger
     * call's offer is an inversion when the span of an older one reaches over it and the pair was not kept
     * apart. A call that was moved on asks for something else than at first, and is left out; so are
     * callbacks, which hold no place until they are due, as no event tells. A call that was answered and came
     * back may ask for more than a younger one, which has waited longer since: as long as a wish may last, it
     * is let pass. Only spans of one half hour are compared, joined by a single key, so that years of events
     * need no square of their number.
     */
    violations: `
with turns as (
  select e.body_id, e.call_id, e.id, e.at, e.type, e.operator_id, e.fact,
    lead(e.id) over of_call as next_id, lead(e.at) over of_call as next_at,
    lead(e.type) over of_call as next_type, lead(e.operator_id) over of_call as next_operator_id,
    max(e.at) filter (
      where e.type = 'callWaitsAgain' and e.fact ->> 'because' not in ('declined', 'expired', 'withdrawn')
    ) over of_call as anew_at
  from events e
  where e.type in ('callEnqueued', 'callWaitsAgain', 'callOver')
    or (e.type = 'offerMade' and coalesce(e.fact ->> 'role', 'primary') = 'primary')
  window of_call as (partition by e.body_id, e.call_id order by e.id)
),
asked as (
  select distinct on (body_id, call_id) body_id, call_id, fact
  from events where type = 'callEnqueued' and fact ? 'priority'
    and not exists (select from events moved where moved.type = 'callTransferred' and moved.call_id = events.call_id)
  order by body_id, call_id, id
),
spans as materialized (
  select t.body_id, t.call_id, t.id as begin_id, t.at as begin_at, t.next_id as end_id,
    coalesce(t.next_at, now()) as end_at, t.next_type, t.next_operator_id, t.anew_at,
    (asked.fact ->> 'enqueuedAt')::bigint as enqueued_ms,
    concat_ws(' ', t.body_id, coalesce(t.fact ->> 'priority', asked.fact ->> 'priority'),
      asked.fact ->> 'service', asked.fact ->> 'needs', asked.fact ->> 'preferred') as ask
  from turns t join asked using (body_id, call_id)
  where t.type in ('callEnqueued', 'callWaitsAgain')
),
apart as (
  select body_id, call_id, id, fact #>> '{keptApart,operatorId}' as operator_id,
    switchboard.instant((fact #>> '{keptApart,until}')::bigint) as until
  from events where type = 'callWaitsAgain'
),
-- The longest that any wish of a body lasts.
wishes as (
  select s.body_id, greatest(
      coalesce((s.document #>> '{rules,skillsRelaxAfterMs}')::numeric, 30000),
      (select max((need ->> 'relaxAfterMs')::numeric)
         from jsonb_array_elements(s.document -> 'services') service,
           jsonb_array_elements(coalesce(service -> 'skillNeeds', '[]')) need),
      (select max((service ->> 'languageRelaxAfterMs')::numeric)
         from jsonb_array_elements(s.document -> 'services') service)
    ) * interval '1 millisecond' as longest
  from switchboard.settings s
),
older as materialized (
  select spans.*, ask || ' ' || half_hour as key
  from spans, generate_series(floor(extract(epoch from begin_at) / 1800)::bigint,
    floor(extract(epoch from end_at) / 1800)::bigint) half_hour
),
younger as materialized (
  select spans.*, ask || ' ' || floor(extract(epoch from end_at) / 1800)::bigint as key
  from spans where next_type = 'offerMade'
)
select y.body_id, format('operator %s was offered call %s at %s while the older call %s waited',
  y.next_operator_id, y.call_id, y.end_at, o.call_id) as what
from younger y
join older o on o.key = y.key
left join wishes on wishes.body_id = o.body_id
where o.enqueued_ms < y.enqueued_ms
  and (o.anew_at is null or o.anew_at + wishes.longest <= y.end_at)
  and o.begin_id < y.end_id and (o.end_id is null or (o.end_id > y.end_id and o.end_at > y.end_at))
  and not exists (
    select from apart a
    where a.body_id = o.body_id and a.call_id = o.call_id and a.operator_id = y.next_operator_id
      and a.id < y.end_id and a.until > y.end_at)`,
  },
]
