import type { Invariant } from './audit.ts'

/** Whatever is not over ends by itself, and somebody looks in time. */
export const DEADLINES: readonly Invariant[] = [
  {
    id: 'I6',
    promise: 'every call ends and every operator comes back',
    violations: `
with due as (
  select body_id, format('call %s in state %s', id, state) as thing,
    case
      when state = 'connecting' and media <> 'open' then media_deadline
      when state = 'connecting' then coalesce(least(lost_totem_until, lost_desk_until), deadline)
      when media in ('opening', 'away') then deadline
      else least(deadline, lost_totem_until, lost_desk_until) end as at
  from calls where state not in ('offered', 'over')
  union all
  select body_id, format('the room of call %s', id), media_deadline
  from calls where media in ('opening', 'away') and state <> 'over'
  union all
  select body_id, format('the ring of offer %s', id), expires_at from offers where state = 'ringing'
  union all
  select body_id, format('the wrap-up of operator %s', id), switchboard.instant((wrap_up ->> 'endsAt')::bigint)
  from operators where work = 'wrap_up'
  union all
  select body_id, format('the hold of call %s', id), switchboard.instant((hold ->> 'endsAt')::bigint)
  from calls where hold ->> 'stage' <> 'lapsed' and second is null
  union all
  select body_id, format('the second of call %s', id),
    switchboard.instant(coalesce(second ->> 'endsAt', second ->> 'deadline')::bigint)
  from calls where second ->> 'stage' = 'consulting' or (second ->> 'stage' = 'joining' and media = 'open')
  union all
  select body_id, format('the supervisor of call %s', id),
    switchboard.instant((supervision ->> 'leaseEndsAt')::bigint)
  from calls where supervision is not null
  union all
  select c.body_id, format('guest %s of call %s', g ->> 'id', c.id),
    switchboard.instant(coalesce(g ->> 'expiresAt', g ->> 'leaseEndsAt')::bigint)
  from calls c, jsonb_array_elements(c.guests) g
  where c.state <> 'over' and g ->> 'state' <> 'over'
  union all
  select id, 'the board', next_due_at from bodies where next_due_at is not null
)
select d.body_id, format('%s has no deadline', d.thing) as what from due d where d.at is null
union all
-- Beats move leases and calls' deadlines later without a word to the body, never earlier.
select d.body_id, format('nobody will look at %s, due at %s: the board is next due at %s', d.thing, d.at,
  coalesce(b.next_due_at::text, 'no time'))
from due d join bodies b on b.id = d.body_id
where b.next_due_at is null or b.next_due_at > d.at + interval '1 millisecond'
union all
select d.body_id, format('%s was due at %s and nothing happened', d.thing, d.at)
from due d, scope where scope.are_instances_running and d.at < now() - interval '10 seconds'
union all
select o.body_id, format('operator %s is engaged by offer %s, which holds nothing', o.id, o.offer_id)
from operators o
where o.work = 'engaged' and not exists (
  select from switchboard.offers f join switchboard.calls c on c.id = f.call_id
  where f.id = o.offer_id and f.operator_id = o.id and f.state <> 'over' and c.state <> 'over')
union all
select f.body_id, format('offer %s is live, but operator %s is not engaged by it', f.id, f.operator_id)
from offers f
where f.state <> 'over' and not exists (
  select from switchboard.operators o
  where o.body_id = f.body_id and o.id = f.operator_id and o.offer_id = f.id)
union all
select c.body_id, format('call %s is %s by offer %s, which is over', c.id, c.state, c.offer_id)
from calls c
where c.offer_id is not null and not exists (
  select from switchboard.offers f where f.id = c.offer_id and f.call_id = c.id and f.state <> 'over')`,
  },
]
