-- What waiting has come to: what overflow has changed, until when the call is served after closing, and
-- "Sei ancora qui?".
--
-- The defaults are for calls that are on the board now, and for an instance of the version before that
-- places one while it is being replaced.

alter table switchboard.calls
  -- Null: no closing is known.
  add column served_until timestamptz,
  add column overflow jsonb not null
    default '{"steps": 0, "dropped": [], "alsoAs": [], "callbackOffered": false}',
  add column still_here text not null default 'quiet' check (still_here in ('quiet', 'asked')),
  -- When the visitor will be asked, or until when they may answer. Null: they are never asked.
  add column still_here_at timestamptz;

alter table switchboard.calls
  -- Whoever is asked and does not answer is given up.
  add check (still_here = 'quiet' or still_here_at is not null);
