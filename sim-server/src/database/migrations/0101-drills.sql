-- One row a room. `drill` and `profile` are the data as played, so that a score can be recomputed when the library has moved on.
create table drill_rooms (
  room text primary key,
  code text not null,
  -- Only the server knows the secret that turns this row into a live room, and only once.
  opening_hash bytea not null unique,
  claimed boolean not null default false,
  site text not null,
  drill jsonb not null,
  profile jsonb not null,
  opened_by text not null,
  opened_time bigint not null,
  started_time bigint,
  ended_time bigint,
  ended_why text check (ended_why in ('finished', 'time', 'trainer', 'empty', 'interrupted')),
  engine_hash text,
  -- The server that runs the room says so every few seconds: a room that is silent and not ended was interrupted.
  alive_time bigint not null
);
create unique index drill_rooms_code on drill_rooms (code) where ended_time is null;

-- A ticket is known by its hash: who reads this table cannot enter with it.
create table drill_tickets (
  ticket_hash bytea primary key,
  room text not null references drill_rooms (room),
  person text not null,
  display_name text not null,
  seat text not null check (seat in ('trainee', 'observer')),
  issued_time bigint not null,
  expires_at bigint not null,
  used_time bigint
);
create index drill_tickets_expires on drill_tickets (expires_at);

-- What happened in a room, as it happened. `time_s` counts from the start of the running phase, negative before it.
create table drill_events (
  room text not null references drill_rooms (room),
  seq integer not null,
  time bigint not null,
  time_s double precision not null,
  kind text not null,
  trainee text,
  body jsonb not null,
  primary key (room, seq)
);

-- Where a trainee's head and hands were, ten times a second, about a second a row; the form is drills/recording/SPEC.md.
create table drill_tracks (
  room text not null references drill_rooms (room),
  trainee text not null,
  from_tick integer not null,
  samples integer not null,
  body bytea not null,
  primary key (room, trainee, from_tick)
);

-- One trainee's go at one drill: what was judged (facts), how (sheet), and by which data and engine.
create table drill_attempts (
  attempt text primary key,
  room text not null references drill_rooms (room),
  drill text not null,
  drill_version text not null,
  drill_title jsonb not null,
  profile text not null,
  profile_version text not null,
  trainee text not null,
  trainee_name text not null,
  role text not null,
  started_time bigint not null,
  ended_time bigint not null,
  score double precision not null,
  verdict text not null check (verdict in ('pass', 'fail')),
  sheet jsonb not null,
  facts jsonb not null,
  track jsonb not null,
  engine_hash text not null,
  unique (room, trainee)
);
create index drill_attempts_trainee on drill_attempts (trainee, ended_time desc);
create index drill_attempts_ended on drill_attempts (ended_time desc);

create trigger drill_events_append_only before update or delete on drill_events
  for each row execute function refuse_change();
create trigger drill_events_not_truncated before truncate on drill_events
  for each statement execute function refuse_change();
create trigger drill_tracks_append_only before update or delete on drill_tracks
  for each row execute function refuse_change();
create trigger drill_tracks_not_truncated before truncate on drill_tracks
  for each statement execute function refuse_change();
create trigger drill_attempts_append_only before update or delete on drill_attempts
  for each row execute function refuse_change();
create trigger drill_attempts_not_truncated before truncate on drill_attempts
  for each statement execute function refuse_change();
