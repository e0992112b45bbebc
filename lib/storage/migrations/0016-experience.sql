-- What a body's own calls have taught, and what waiting visitors have been told: an estimate is honest only
-- if it outlives a restart.

alter table switchboard.bodies add column experience jsonb not null
  default '{"handleTimesMs": [], "abandons": 0, "waitedMs": 0}';

alter table switchboard.calls add column waiting_since timestamptz;
update switchboard.calls set waiting_since = enqueued_at;
alter table switchboard.calls alter column waiting_since set not null;

-- The range of minutes and until when it holds. Null: none was named.
alter table switchboard.calls add column shown jsonb;
