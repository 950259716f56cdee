-- Every transition of every alarm, append-only; the state of an alarm is the fold of its rows.
create table alarm_transitions (
  seq bigint generated always as identity primary key,
  alarm text not null,
  site text not null,
  point text not null,
  element text not null,
  limit_name text not null,
  limit_value double precision not null,
  priority text not null,
  kind text not null check (kind in ('raised', 'cleared', 'acknowledged', 'superseded', 'withdrawn')),
  value double precision not null,
  -- Absent where a person or a restart made the transition, not a sample.
  source_time bigint,
  received_time bigint not null,
  actor text,
  actor_name text,
  comment text,
  unique (alarm, kind)
);
create index alarm_transitions_site on alarm_transitions (site, seq desc);
create trigger alarm_transitions_append_only before update or delete on alarm_transitions
  for each row execute function refuse_change();
create trigger alarm_transitions_not_truncated before truncate on alarm_transitions
  for each statement execute function refuse_change();

-- Where each limit stands between its delays, so that a restart forgets nothing.
create table alarm_conditions (
  site text not null,
  point text not null,
  limit_name text not null,
  phase text not null check (phase in ('normal', 'rising', 'active', 'returning')),
  since bigint,
  alarm text,
  primary key (site, point, limit_name)
);
