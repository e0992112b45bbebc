-- A room that had been open, while the media server cannot be reached or has lost it: until the deadline it may be back.
alter table switchboard.calls
  drop constraint calls_media_check,
  add constraint calls_media_check check (media in ('opening', 'open', 'away', 'failed', 'none')),
  add constraint calls_media_away check (media_deadline is not null or media <> 'away');
