-- Calling everybody who is designated, as somebody asked for it on a page: a worker does it, and how far it is stands here.
create table bureaus.convocation_run (
  municipality_id integer not null,
  election_id     uuid not null,
  run_id          uuid not null,
  authority       text not null, -- who designated, as the letters name it
  state           text not null check (state in ('asked', 'running', 'done', 'stopped', 'failed')),
  called          integer not null default 0,
  total           integer not null default 0,
  not_called      jsonb not null default '{}', -- how many, by what is missing
  asked_by        text not null,
  asked_at        timestamptz not null,
  stop_asked_at   timestamptz,
  ended_at        timestamptz,
  primary key (municipality_id, election_id, run_id),
  foreign key (municipality_id, election_id) references elections.election,
  check ((state in ('asked', 'running')) = (ended_at is null))
);
create unique index one_open_convocation on bureaus.convocation_run (municipality_id, election_id) where ended_at is null;
grant select, insert, update on bureaus.convocation_run to kiesloket_app;
call platform.protect_tenant_table('bureaus.convocation_run');
