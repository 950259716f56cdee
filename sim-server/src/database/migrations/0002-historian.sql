-- Points as numbers: a sample is written hundreds of millions of times, its point's name once.
create table points (
  id integer generated always as identity primary key,
  site text not null,
  point text not null,
  unique (site, point)
);

-- One row a sample; times are UTC milliseconds. The key makes writing idempotent: a sample sent again is stored once.
-- Partitioned by day of source time; the server makes the days it needs.
create table samples (
  point integer not null,
  source_time bigint not null,
  received_time bigint not null,
  value double precision not null,
  -- 0 good, 1 uncertain, 2 bad
  quality smallint not null check (quality between 0 and 2),
  primary key (point, source_time)
) partition by range (source_time);
