create table people (
  id text primary key,
  name text not null unique,
  display_name text not null,
  role text not null check (role in ('park-manager', 'commander', 'trainer', 'trainee', 'administrator')),
  password_hash text not null,
  disabled boolean not null default false,
  -- Demo accounts have a published password: they may log in only while the server runs as a demo.
  demo boolean not null default false,
  created_time bigint not null
);

-- A session is known by the hash of its token: who reads this table cannot log in with it.
create table sessions (
  token_hash bytea primary key,
  person text not null references people (id),
  created_time bigint not null,
  seen_time bigint not null,
  expires_at bigint not null
);
create index sessions_person on sessions (person);

-- Who did what. Each row's hash covers the row before it; the text of `detail` is hashed as it stands.
create table audit (
  seq bigint primary key,
  time bigint not null,
  actor text not null,
  actor_name text not null,
  action text not null,
  subject text not null,
  detail text not null,
  previous_hash bytea not null,
  hash bytea not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_append_only before update or delete on audit for each row execute function refuse_change();
create trigger audit_not_truncated before truncate on audit for each statement execute function refuse_change();
