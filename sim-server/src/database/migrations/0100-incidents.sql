-- What happened to incidents, one row an event; an incident as people see it is folded from its events.
create table incident_events (
  seq bigint generated always as identity primary key,
  incident text not null,
  site text not null,
  kind text not null check (kind in ('opened', 'closed', 'verified')),
  time bigint not null,
  person text not null,
  body jsonb not null
);
create unique index incident_events_once on incident_events (incident, kind) where kind in ('opened', 'closed');
create index incident_events_site on incident_events (site, time);

create trigger incident_events_append_only before update or delete on incident_events
  for each row execute function refuse_change();
create trigger incident_events_not_truncated before truncate on incident_events
  for each statement execute function refuse_change();
