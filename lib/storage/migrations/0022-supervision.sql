-- Whose decision an operator's intent was, and what a break is for.
alter table switchboard.operators
  -- A supervisor's account. Null: the operator's own decision.
  add column intent_by text,
  add column break_reason text check (break_reason in ('pause', 'training', 'back_office')),
  add check (break_reason is null or intent = 'on_break');
