-- What one has to name to the helpdesk of the other side: its own id of an answer, and which of our requests it answered
-- when that was not the first (a token that had ended).

alter table delivery.attempt
  add column answered_trace_id text,
  add column party_trace_id    text;

-- When the other side was away, for everybody who travels to it: no fact about a municipality or a person, so one row
-- for the whole installation. Staff of any municipality reads it; a citizen and an authority do not.
create table delivery.downtime (
  downtime_id     uuid primary key,
  api             text not null,
  host            text not null,
  began_at        timestamptz not null,
  first_trace_id  text not null,
  last_failure_at timestamptz not null,
  last_trace_id   text not null,
  failures        integer not null,
  codes           text[] not null,
  seen_by         text not null,
  ended_at        timestamptz,
  ended_trace_id  text,
  check ((ended_at is null) = (ended_trace_id is null))
);
create unique index one_open_downtime on delivery.downtime (api, host) where ended_at is null;
create index downtime_by_time on delivery.downtime (began_at);
alter table delivery.downtime enable row level security;
alter table delivery.downtime force row level security;
create policy any_staff on delivery.downtime to kiesloket_app
  using (coalesce(cardinality((select platform.staff_municipalities())), 0) > 0)
  with check (coalesce(cardinality((select platform.staff_municipalities())), 0) > 0);
grant select, insert, update on delivery.downtime to kiesloket_app;
