-- What visitors thought of a contact and of a page. Nothing here says who they were.
create table switchboard.ratings (
  -- One row per contact, however often somebody touches a face.
  call_id uuid primary key references switchboard.calls on delete cascade,
  body_id text not null,
  totem_id text not null,
  service text not null,
  face text not null check (face in ('good', 'so_so', 'bad')),
  -- Null: not said.
  reason text check (reason in ('waiting_time', 'staff', 'must_come_back', 'negative_outcome')),
  rated_at timestamptz not null default now(),
  check (reason is null or face <> 'good')
);
create index ratings_by_body on switchboard.ratings (body_id, rated_at);

create table switchboard.page_ratings (
  -- Made by the page for one reading of it: a second touch changes the same row.
  id uuid primary key,
  body_id text not null,
  totem_id text not null,
  service text not null,
  stars smallint not null check (stars between 1 and 5),
  -- Null: not said.
  aspect text check (aspect in ('clear', 'complete', 'on_track', 'technical', 'other')),
  rated_at timestamptz not null default now()
);
create index page_ratings_by_body on switchboard.page_ratings (body_id, rated_at);
