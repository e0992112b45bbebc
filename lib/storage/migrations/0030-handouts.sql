-- Pages that visitors take along on their own phones: a code that opens one page once. Nothing of anybody is in it.
create table switchboard.handouts (
  code_hash bytea primary key,
  body_id text not null,
  totem_id text not null,
  kind text not null check (kind in ('sheet', 'form', 'checklist', 'office')),
  slug text not null,
  locale text not null,
  -- To be opened by then.
  expires_at timestamptz not null,
  -- The browser that opened it, and until when it may read.
  reader_hash bytea,
  readable_until timestamptz,
  check ((reader_hash is null) = (readable_until is null))
);
create index handouts_expires on switchboard.handouts (expires_at);
