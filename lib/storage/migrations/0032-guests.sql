-- Whom an operator has invited into a call. Emptied when the call leaves the board.
alter table switchboard.calls
  add column guests jsonb not null default '[]';

-- An invite, and whoever has used it, are found by a hash.
create index calls_guests on switchboard.calls using gin (guests jsonb_path_ops)
  where on_board and guests <> '[]';
