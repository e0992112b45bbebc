-- While a call's room is away: when each end has last said that it is in it.
alter table switchboard.calls
  add column heard_totem_at timestamptz,
  add column heard_desk_at timestamptz;
