-- What both ends of a call look at together. Nothing of it outlives the call.
alter table switchboard.calls
  add column stage jsonb,
  add constraint calls_stage_ends check (state <> 'over' or stage is null);
