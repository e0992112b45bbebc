-- A callback is a call whose visitor has left a number: no totem's page, no room, dialled by its operator.

alter table switchboard.calls
  add column is_callback boolean not null default false,
  -- The visitor's own words: wiped some time after the end, and written nowhere else.
  add column callback_phone text,
  add column callback_reason text,
  add column callback_window_from timestamptz,
  add column callback_window_until timestamptz,
  -- The call that ended for it.
  add column callback_in_place_of uuid,
  add column callback_requested_at timestamptz,
  add column callback_not_before timestamptz,
  add column callback_expires_at timestamptz,
  add column callback_failed_dials integer not null default 0,
  add column reached_at timestamptz;

-- What each state must carry is said without naming every other state, so that a new one changes nothing here.
do $$
declare
  old text;
begin
  for old in
    select conname from pg_constraint
    where conrelid = 'switchboard.calls'::regclass and contype = 'c'
      and (conname in ('calls_state_check', 'calls_media_check') or pg_get_constraintdef(oid) like '%offer_id IS NOT NULL%')
  loop
    execute format('alter table switchboard.calls drop constraint %I', old);
  end loop;
  for old in
    select conname from pg_constraint
    where conrelid = 'switchboard.offers'::regclass and conname = 'offers_outcome_check'
  loop
    execute format('alter table switchboard.offers drop constraint %I', old);
  end loop;
end $$;

alter table switchboard.calls
  add constraint calls_state_check
    check (state in ('waiting', 'offered', 'connecting', 'in_call', 'dialling', 'on_phone', 'over')),
  add constraint calls_media_check check (media in ('opening', 'open', 'failed', 'none')),
  add constraint calls_offer check ((state in ('waiting', 'over')) = (offer_id is null)),
  add constraint calls_callback check (
    (is_callback = (callback_expires_at is not null))
    and (is_callback = (callback_requested_at is not null))
    and (is_callback = (callback_not_before is not null))
    and (is_callback = (media = 'none'))
    and ((callback_window_from is null) = (callback_window_until is null))
  ),
  add constraint calls_callback_number
    check ((callback_phone is null) = (callback_reason is null) and (is_callback or callback_phone is null)),
  -- Whoever is to be called can be.
  add constraint calls_callback_reachable check (state = 'over' or not is_callback or callback_phone is not null),
  add constraint calls_by_telephone check (state not in ('dialling', 'on_phone') or is_callback),
  add constraint calls_reached check ((state = 'on_phone') = (reached_at is not null));

alter table switchboard.offers
  add constraint offers_outcome_check check (
    outcome in ('completed', 'declined', 'expired', 'withdrawn', 'media_failed', 'lost', 'not_reached')
  );

-- Whoever left a number may place a call again, and leave another.
drop index switchboard.calls_one_live_per_totem;
create unique index calls_one_live_per_totem on switchboard.calls (body_id, totem_id)
  where state <> 'over' and not is_callback;

create index calls_with_number on switchboard.calls (ended_at) where callback_phone is not null;
