-- One row per thing that is counted, and how long it took. Whatever is read more than once, late or out of
-- order is counted once: a thing is the first of its kind by (at, id).
--
--   offered     a call entered the queue
--   answered    its media connected for the first time; ms: since it was enqueued
--   over        it ended without ever having been answered; label: how; ms: since it was enqueued
--   refused     it was not admitted; label: why
--   ring        a desk stopped ringing; label: accepted, declined, expired, left (its call ended with it: not the
--               operator's doing) or lost (the desk was gone)
--   handled     an operator's work on a visitor they had reached is complete; ms: since the answer
--
-- `service` is the one that the visitor called about, also after a transfer.
create index call_events_operator on switchboard.call_events (body_id, operator_id, at, id)
  where type in ('occupationChanged', 'callConnected', 'callbackDialled');

create view switchboard.counted as
select e.id, e.body_id, e.at, e.fact ->> 'service' as service, 'offered' as what, null::text as label,
  null::bigint as ms
from switchboard.call_events e
where e.type = 'callEnqueued' and not exists (
  select from switchboard.call_events p
  where p.call_id = e.call_id and p.type = e.type and (p.at, p.id) < (e.at, e.id))
union all
select e.id, e.body_id, e.at, e.fact ->> 'service', 'refused', e.fact ->> 'refusal', null
from switchboard.call_events e
where e.type = 'callRefused' and not exists (
  select from switchboard.call_events p
  where p.body_id = e.body_id and p.at = e.at and p.type = e.type and p.fact = e.fact and p.id < e.id)
union all
select e.id, e.body_id, e.at, began.service, 'answered', null,
  switchboard.ms(e.at) - began.enqueued_ms
from switchboard.call_events e
cross join lateral (
  select b.fact ->> 'service' as service,
    coalesce((b.fact ->> 'enqueuedAt')::bigint, switchboard.ms(b.at)) as enqueued_ms
  from switchboard.call_events b where b.call_id = e.call_id and b.type = 'callEnqueued'
  order by b.at, b.id limit 1) began
where e.type = 'callConnected' and not exists (
  select from switchboard.call_events p
  where p.call_id = e.call_id and p.type = e.type and (p.at, p.id) < (e.at, e.id))
union all
select e.id, e.body_id, e.at, began.service, 'over', e.fact #>> '{outcome,kind}',
  switchboard.ms(e.at) - began.enqueued_ms
from switchboard.call_events e
cross join lateral (
  select b.fact ->> 'service' as service,
    coalesce((b.fact ->> 'enqueuedAt')::bigint, switchboard.ms(b.at)) as enqueued_ms
  from switchboard.call_events b where b.call_id = e.call_id and b.type = 'callEnqueued'
  order by b.at, b.id limit 1) began
where e.type = 'callOver' and not exists (
  select from switchboard.call_events p
  where p.call_id = e.call_id
    and (p.type = 'callConnected' or (p.type = e.type and (p.at, p.id) < (e.at, e.id))))
union all
select e.id, e.body_id, e.at, began.service, 'ring',
  case when e.type = 'offerAccepted' then 'accepted'
    when e.fact ->> 'outcome' <> 'withdrawn' then e.fact ->> 'outcome'
    when exists (
      select from switchboard.call_events w
      where w.call_id = e.call_id and w.type = 'callWaitsAgain' and w.at = e.at
        and w.fact ->> 'because' = 'withdrawn') then 'lost'
    else 'left' end,
  null
from switchboard.call_events e
left join lateral (
  select b.fact ->> 'service' as service
  from switchboard.call_events b where b.call_id = e.call_id and b.type in ('callEnqueued', 'callbackQueued')
  order by b.at, b.id limit 1) began on true
where e.type in ('offerAccepted', 'offerOver') and not exists (
  select from switchboard.call_events p
  where p.call_id = e.call_id and p.type in ('offerAccepted', 'offerOver')
    and p.fact ->> 'offerId' = e.fact ->> 'offerId'
    and ((p.type = 'offerAccepted' and e.type = 'offerOver')
      or (p.type = e.type and (p.at, p.id) < (e.at, e.id))))
union all
select e.id, e.body_id, e.at, began.service, 'handled', null, switchboard.ms(e.at) - switchboard.ms(before.at)
from switchboard.call_events e
cross join lateral (
  select b.at, b.id, b.fact from switchboard.call_events b
  where b.body_id = e.body_id and b.operator_id = e.operator_id and b.type = 'occupationChanged'
    and (b.at, b.id) < (e.at, e.id)
  order by b.at desc, b.id desc limit 1) before
cross join lateral (
  select c.call_id from switchboard.call_events c
  where c.body_id = e.body_id and c.operator_id = e.operator_id
    and (c.type = 'callConnected'
      or (c.type = 'callbackDialled' and c.fact ->> 'outcome' = 'reached'))
    and (c.at, c.id) between (before.at, before.id) and (e.at, e.id)
  order by c.at, c.id limit 1) talk
left join lateral (
  select b.fact ->> 'service' as service
  from switchboard.call_events b
  where b.call_id = talk.call_id and b.type in ('callEnqueued', 'callbackQueued')
  order by b.at, b.id limit 1) began on true
where e.type = 'occupationChanged' and before.fact ->> 'occupation' = 'busy';

-- Everything counted since the beginning, for measures that only ever grow: whoever asks first after
-- something happened adds it (lib/storage/totals.ts).
create table switchboard.totals (
  body_id text not null,
  what text not null,
  -- Empty: none.
  label text not null,
  -- Things that took at most this long and longer than the next smaller bound; infinity: the rest.
  up_to_ms double precision not null,
  count bigint not null,
  ms bigint not null,
  primary key (body_id, what, label, up_to_ms)
);

-- Up to which event a body's totals have been added up. Its events grow in both.
create table switchboard.totalled (
  body_id text primary key,
  until_at timestamptz not null,
  until_id bigint not null
);
