-- Which change of its body last wrote a row, so that an instance which has kept a board reads only the rows
-- that others have written since.
alter table switchboard.operators add column revision bigint not null default 0;
alter table switchboard.totems add column revision bigint not null default 0;
alter table switchboard.calls add column revision bigint not null default 0;
alter table switchboard.offers add column revision bigint not null default 0;
create index calls_revision on switchboard.calls (body_id, revision);
create index offers_revision on switchboard.offers (body_id, revision);

alter table switchboard.bodies
  -- The last change whose rows say that they belong to it. Another revision: the last writer, by hand or an
  -- older version of the program, said nothing, and everything is to be read.
  add column marked_revision bigint not null default 0,
  -- Whoever kept an older board than this one reads everything, because somebody in between said nothing.
  add column whole_since bigint not null default 0;
