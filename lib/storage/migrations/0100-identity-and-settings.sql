-- What the registers publish for routing: one document per body, rewritten by lib/records/projection.ts.
create table switchboard.settings (
  body_id text primary key,
  document jsonb not null,
  updated_at timestamptz not null default now()
);

-- The totems that the registers know, with the body they belong to.
create view switchboard.totem_register as
  select t ->> 'id' as id, t ->> 'slug' as slug, s.body_id,
    coalesce((s.document ->> 'isSample')::boolean, false) as is_sample
  from switchboard.settings s, jsonb_array_elements(s.document -> 'totems') t;

-- A browser that speaks for a totem. A new enrolment by code ends the earlier ones of the same totem.
create table switchboard.totem_devices (
  id uuid primary key,
  totem_id text not null,
  enrolled_at timestamptz not null default now(),
  ended_at timestamptz
);
create index totem_devices_totem on switchboard.totem_devices (totem_id) where ended_at is null;

-- Credentials of a device, by hash. A younger one comes into force when it is first used; the others
-- then die after a short grace, so that a lost answer never locks a totem out.
create table switchboard.totem_credentials (
  hash bytea primary key,
  device_id uuid not null references switchboard.totem_devices on delete cascade,
  issued_at timestamptz not null default now(),
  first_used_at timestamptz,
  dies_at timestamptz
);
create index totem_credentials_device on switchboard.totem_credentials (device_id);

-- A code that a technician types on a totem once.
create table switchboard.totem_enrolment_codes (
  hash bytea primary key,
  totem_id text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Counters of rate-limiter-flexible, in the shape it expects.
create table switchboard.rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
