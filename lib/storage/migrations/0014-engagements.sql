-- What operators do in a call: hold it, move it on, call a colleague in, be supervised.

alter table switchboard.calls
  add column hold jsonb,
  -- Another operator whom the holder has called in.
  add column second jsonb,
  add column supervision jsonb,
  -- What the last operator who moved the call on left for the next.
  add column handover jsonb,
  -- Whom the call waits for first, and until when.
  add column preferred jsonb,
  add constraint calls_only_in_call check
    (state = 'in_call' or (hold is null and second is null and supervision is null)),
  -- Each of these ends by itself: a ringing one by its offer, a lapsed hold with the call.
  add constraint calls_hold_ends check
    (hold is null or hold ->> 'stage' = 'lapsed' or jsonb_typeof(hold -> 'endsAt') = 'number'),
  add constraint calls_second_ends check (second is null or case second ->> 'stage'
    when 'consulting' then jsonb_typeof(second -> 'endsAt') = 'number'
    when 'joining' then jsonb_typeof(second -> 'deadline') = 'number'
    else true end),
  add constraint calls_supervision_ends check
    (supervision is null or jsonb_typeof(supervision -> 'leaseEndsAt') = 'number');

alter table switchboard.offers
  drop constraint offers_role_check,
  add constraint offers_role_check check (role in ('primary', 'consult'));

-- A call that was moved on has an outcome from each operator who had it.
alter table switchboard.outcomes drop constraint outcomes_pkey;
alter table switchboard.outcomes add column id bigint generated always as identity primary key;
create index outcomes_call on switchboard.outcomes (call_id);
