-- Which settings, by their `updated_at`, the board was last moved on under. Where that is not the body's newest
-- document, somebody who waits may have become servable, and the tick looks (lib/storage/due-bodies.ts).
alter table switchboard.bodies add column settings_heeded timestamptz;
