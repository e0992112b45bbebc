-- The switchboard's own state. One body's rows are read and written only under its advisory lock,
-- except leases and the deadline of an answered call, which beats move with plain guarded updates.

create schema if not exists switchboard;

-- Milliseconds since 1970, rounded down: what the core calculates with.
create function switchboard.ms(at timestamptz) returns bigint
  language sql immutable parallel safe
  return floor(extract(epoch from at) * 1000)::bigint;

create function switchboard.instant(ms bigint) returns timestamptz
  language sql immutable parallel safe
  return to_timestamp(ms / 1000.0);

create table switchboard.bodies (
  id text primary key,
  -- Counts the changes of the board, so that an older picture of it never replaces a newer one.
  revision bigint not null,
  -- The last instant that a transition was dated with: the next one is never earlier.
  changed_at timestamptz not null,
  -- When the board next needs a transition by itself. Null: not before the next event.
  next_due_at timestamptz
);
create index bodies_next_due on switchboard.bodies (next_due_at);

create table switchboard.operators (
  body_id text not null references switchboard.bodies,
  id text not null,
  intent text not null check (intent in ('available', 'on_break', 'off_duty')),
  epoch bigint not null,
  presence text not null check (presence in ('here', 'gone')),
  lease_ends_at timestamptz not null,
  -- What the desk can send. Null: not checked.
  devices jsonb,
  work text not null check (work in ('idle', 'engaged', 'wrap_up', 'not_responding')),
  offer_id text,
  wrap_up jsonb,
  not_responding_since timestamptz,
  ready_at timestamptz not null,
  idle_since timestamptz not null,
  primary key (body_id, id),
  check ((work = 'engaged') = (offer_id is not null)),
  check ((work = 'wrap_up') = (wrap_up is not null)),
  -- Wrap-up always ends by itself.
  check (wrap_up is null or jsonb_typeof(wrap_up -> 'endsAt') = 'number'),
  check ((work = 'not_responding') = (not_responding_since is not null))
);

create table switchboard.totems (
  body_id text not null references switchboard.bodies,
  id text not null,
  epoch bigint not null,
  presence text not null check (presence in ('here', 'gone')),
  lease_ends_at timestamptz not null,
  primary key (body_id, id)
);

create table switchboard.calls (
  id uuid primary key,
  body_id text not null references switchboard.bodies,
  totem_id text not null,
  service text not null,
  needs jsonb not null,
  channels jsonb not null,
  priority integer not null,
  enqueued_at timestamptz not null,
  media text not null check (media in ('opening', 'open', 'failed')),
  media_deadline timestamptz,
  attempts integer not null,
  exclusions jsonb not null,
  media_failures integer not null,
  state text not null check (state in ('waiting', 'offered', 'connecting', 'in_call', 'over')),
  because text,
  offer_id text,
  connected_at timestamptz,
  received jsonb,
  lost_totem_until timestamptz,
  lost_desk_until timestamptz,
  -- Ends whose new page has not joined the room yet.
  must_join jsonb not null default '[]',
  deadline timestamptz,
  outcome jsonb,
  ended_at timestamptz,
  forget_at timestamptz,
  -- False once the board has forgotten it; the row stays for the log.
  on_board boolean not null,
  -- Every call ends: whatever is not over has a deadline.
  check (deadline is not null or state = 'over'),
  check (media_deadline is not null or media <> 'opening'),
  check ((state = 'waiting') = (because is not null)),
  check ((state in ('offered', 'connecting', 'in_call')) = (offer_id is not null)),
  check ((state = 'in_call') = (connected_at is not null)),
  check ((state = 'over') = (outcome is not null)),
  check (state = 'over' or on_board)
);
create index calls_on_board on switchboard.calls (body_id) where on_board;
-- An alarm, not control flow: a violation is a bug in the core.
create unique index calls_one_live_per_totem on switchboard.calls (body_id, totem_id) where state <> 'over';

create table switchboard.offers (
  id text primary key,
  call_id uuid not null references switchboard.calls,
  body_id text not null references switchboard.bodies,
  operator_id text not null,
  -- More than one operator may be called into a call; only one may be its own.
  role text not null default 'primary' check (role in ('primary')),
  attempt integer not null,
  offered_at timestamptz not null,
  channels jsonb not null,
  state text not null check (state in ('ringing', 'accepted', 'active', 'over')),
  expires_at timestamptz,
  accepted_at timestamptz,
  connected_at timestamptz,
  outcome text check (outcome in ('completed', 'declined', 'expired', 'withdrawn', 'media_failed', 'lost')),
  ended_at timestamptz,
  on_board boolean not null,
  -- A ring always ends: by itself if nothing else ends it.
  check (expires_at is not null or state <> 'ringing'),
  check ((state = 'over') = (outcome is not null)),
  check (state = 'over' or on_board)
);
create index offers_on_board on switchboard.offers (body_id) where on_board;
create index offers_call on switchboard.offers (call_id);
-- Alarms: one live offer per operator, one per call.
create unique index offers_one_live_per_operator on switchboard.offers (body_id, operator_id)
  where state in ('ringing', 'accepted', 'active');
create unique index offers_one_live_per_call on switchboard.offers (call_id)
  where role = 'primary' and state in ('ringing', 'accepted', 'active');

-- What happened. Everything that is counted is counted from here.
create table switchboard.call_events (
  id bigint generated always as identity primary key,
  body_id text not null,
  at timestamptz not null,
  type text not null,
  call_id uuid,
  operator_id text,
  fact jsonb not null
);
create index call_events_call on switchboard.call_events (call_id);
create index call_events_body on switchboard.call_events (body_id, at);

create function switchboard.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'call_events is append-only';
end $$;
create trigger call_events_append_only before update on switchboard.call_events
  for each row execute function switchboard.refuse_change();

-- Orders to the media server, carried out after the commit that gave them; gone once done.
create table switchboard.outbox (
  id bigint generated always as identity primary key,
  body_id text not null,
  effect jsonb not null,
  attempts integer not null default 0,
  ordered_at timestamptz not null default clock_timestamp(),
  due_at timestamptz not null
);
create index outbox_due on switchboard.outbox (due_at);

-- First answers, so that a repeated command gets the same one.
create table switchboard.commands (
  body_id text not null,
  caller text not null,
  key uuid not null,
  -- Hash of what was asked: the same key with another question is a mistake of the caller.
  question text not null,
  answer jsonb not null,
  answered_at timestamptz not null,
  primary key (body_id, caller, key)
);
create index commands_answered on switchboard.commands (answered_at);

-- What the operator wrote down after a call.
create table switchboard.outcomes (
  call_id uuid primary key references switchboard.calls,
  body_id text not null references switchboard.bodies,
  operator_id text not null,
  outcome text not null check (outcome in ('solved', 'sent_to_office', 'follow_up', 'appointment')),
  category text,
  note text not null check (char_length(note) <= 500),
  saved_at timestamptz not null
);

-- Work that one instance does at a time, such as comparing rooms: whoever takes the turn has it until then.
create table switchboard.turns (
  name text primary key,
  taken_until timestamptz not null
);
