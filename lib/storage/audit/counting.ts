import type { Invariant } from './audit.ts'

/** One row per call with how often it began and ended in the log. */
const CALLS_IN_LOG = `
with logged as (
  select body_id, call_id,
    count(*) filter (where type in ('callEnqueued', 'callbackQueued')) as times_enqueued,
    count(*) filter (where type = 'callOver') as times_over,
    min(id) filter (where type in ('callEnqueued', 'callbackQueued')) as enqueued_id,
    min(id) filter (where type = 'callOver') as over_id,
    max(id) as last_id
  from events
  where type in ('callEnqueued', 'callbackQueued', 'callWaitsAgain', 'offerMade', 'offerAccepted', 'offerOver',
    'callConnected', 'callbackDialled', 'callOver')
  group by body_id, call_id
)`

/** What is in the tables is what the log tells, once each, in the order of one clock. */
export const COUNTING: readonly Invariant[] = [
  {
    id: 'I7',
    promise: 'tables and log agree: nothing that was acknowledged is lost',
    violations: `${CALLS_IN_LOG},
offers_in_log as (
  select body_id, fact ->> 'offerId' as offer_id,
    bool_or(type = 'offerMade') as is_made,
    bool_or(type = 'offerAccepted') as is_accepted,
    bool_or(type in ('callConnected', 'callTakenOver')
      or (type = 'callbackDialled' and fact ->> 'outcome' = 'reached')) as is_connected,
    max(fact ->> 'outcome') filter (where type = 'offerOver') as outcome
  from events
  where type in ('offerMade', 'offerAccepted', 'callConnected', 'offerOver', 'callTakenOver', 'callbackDialled')
  group by body_id, fact ->> 'offerId'
)
select c.body_id, format('call %s was never enqueued in the log', c.id) as what
from calls c left join logged l on l.body_id = c.body_id and l.call_id = c.id
left join switchboard.days_until forgotten on forgotten.body_id = c.body_id
where coalesce(l.times_enqueued, 0) = 0
  and (l.call_id is not null or c.ended_at is null or c.ended_at >= coalesce(forgotten.until_at, '-infinity'))
union all
select l.body_id, format('call %s is in the log only', l.call_id)
from logged l where not exists (select from switchboard.calls c where c.id = l.call_id and c.body_id = l.body_id)
union all
select c.body_id, format('call %s is %s, but the log says %s', c.id, c.state,
  case when l.times_over > 0 then 'over' else 'not over' end)
from calls c join logged l on l.body_id = c.body_id and l.call_id = c.id
where (c.state = 'over') <> (l.times_over > 0)
union all
select e.body_id, format('call %s is over as %s, but the log says %s', c.id, c.outcome, e.fact -> 'outcome')
from events e join switchboard.calls c on c.id = e.call_id
where e.type = 'callOver' and c.outcome <> e.fact -> 'outcome'
union all
select coalesce(o.body_id, l.body_id), format('offer %s is %s in the table and %s in the log',
  coalesce(o.id, l.offer_id), coalesce(o.outcome, o.state, 'missing'),
  coalesce(l.outcome, case when l.is_connected then 'active' when l.is_accepted then 'accepted'
    when l.is_made then 'ringing' else 'missing' end))
from offers o full join offers_in_log l on l.body_id = o.body_id and l.offer_id = o.id
left join switchboard.days_until forgotten on forgotten.body_id = o.body_id
left join calls whole on whole.id = o.call_id
where (l.offer_id is not null or whole.ended_at is null or whole.ended_at >= coalesce(forgotten.until_at, '-infinity'))
  and (coalesce(o.outcome, o.state, 'missing') is distinct from
    coalesce(l.outcome, case when l.is_connected then 'active' when l.is_accepted then 'accepted'
      when l.is_made then 'ringing' else 'missing' end)
  or (o.accepted_at is not null) is distinct from coalesce(l.is_accepted, false))`,
  },
  {
    id: 'I8',
    promise: 'everything is counted exactly once',
    violations: `${CALLS_IN_LOG}
select body_id, format('call %s was enqueued %s times and ended %s times', call_id, times_enqueued, times_over) as what
from logged where times_enqueued <> 1 or times_over > 1
union all
select body_id, format('call %s was over before it was enqueued', call_id)
from logged where over_id < enqueued_id
union all
select body_id, format('something happened to call %s after it was over', call_id)
from logged where over_id < last_id
union all
select body_id, format('offer %s was connected %s times', fact ->> 'offerId', count(*))
from events where type = 'callConnected' group by body_id, fact ->> 'offerId' having count(*) > 1
union all
select body_id, format('offer %s was connected without having been accepted', fact ->> 'offerId')
from events where type in ('offerAccepted', 'callConnected')
group by body_id, fact ->> 'offerId'
having min(id) filter (where type = 'callConnected')
  < coalesce(min(id) filter (where type = 'offerAccepted'), ${Number.MAX_SAFE_INTEGER})
union all
select body_id, format('the wrap-up of offer %s ended %s times', fact ->> 'offerId', count(*))
from events where type = 'wrapUpOver' and fact ? 'offerId'
group by body_id, fact ->> 'offerId' having count(*) > 1
union all
select body_id, format('the totals have %s of "%s %s", and the log %s', coalesce(total, 0), what, label,
  coalesce(recounted, 0))
from (
  select t.body_id, t.what, t.label, sum(t.count) as total
  from switchboard.totals t, scope where scope.body_id is null or t.body_id = scope.body_id
  group by t.body_id, t.what, t.label
) totals
full join (
  select things.body_id, what, label, sum(count) as recounted
  from (
    select c.body_id, c.what, coalesce(c.label, '') as label, 1 as count
    from switchboard.counted c join switchboard.totalled t on t.body_id = c.body_id and c.id <= t.until_id
    left join switchboard.days_until forgotten on forgotten.body_id = c.body_id
    where c.at >= coalesce(forgotten.until_at, '-infinity')
    union all
    select body_id, what, label, count from switchboard.days where what <> 'spent'
  ) things, scope
  where scope.body_id is null or things.body_id = scope.body_id
  group by things.body_id, what, label
) recount using (body_id, what, label)
where total is distinct from recounted`,
  },
  {
    id: 'I9',
    promise: 'one clock dates everything, however many instances there are',
    violations: `
select body_id, format('event %s is dated %s, before the one that came before it (%s)', id, at, earlier_at) as what
from (
  select body_id, id, at, max(at) over (
    partition by body_id order by id rows between unbounded preceding and 1 preceding) as earlier_at
  from events) in_order
where at < earlier_at`,
  },
]
