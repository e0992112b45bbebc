-- Staff who help at a totem. Each totem has a PIN; who types it is not known by name, only at which totem.
create table switchboard.attendant_pins (
  totem_id text primary key,
  salt bytea not null,
  hash bytea not null,
  set_by text not null,
  set_at timestamptz not null default now()
);

create table switchboard.attendances (
  token_hash bytea primary key,
  body_id text not null,
  totem_id text not null,
  -- Renewed by every touch.
  good_until timestamptz not null
);
create index attendances_by_totem on switchboard.attendances (totem_id);

-- What was done with a PIN, kept for a year.
create table switchboard.attendant_facts (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  body_id text not null,
  totem_id text not null,
  fact text not null check (fact in ('pin_set', 'pin_removed', 'entered', 'wrong_pin', 'refused', 'left')),
  -- An account; null: somebody at the totem.
  by_staff text
);
create index attendant_facts_by_totem on switchboard.attendant_facts (totem_id, id);
