-- The log is forgotten after a while (lib/storage/forget-events.ts). What it had counted stays, by day and
-- without anybody's name.
create table switchboard.days (
  body_id text not null,
  -- In Italy.
  day date not null,
  -- Of these three, empty: none. `spent`: what operators' time went to, by what they were doing.
  service text not null,
  what text not null,
  label text not null,
  count bigint not null,
  ms bigint not null,
  longest_ms bigint,
  -- By the body's rules as they were when the day was added up.
  in_time bigint not null,
  short bigint not null,
  primary key (body_id, day, service, what, label)
);

-- Until when a body's days are added up: what happened before is counted there, and in the log no more. The
-- beginning of a day in Italy.
create table switchboard.days_until (
  body_id text primary key,
  until_at timestamptz not null
);
