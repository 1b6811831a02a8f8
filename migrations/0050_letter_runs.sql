-- Composing and sampling that staff ask for in the browser: a worker does it, and the row says how far it is.

create table letters.letter_run (
  municipality_id integer not null,
  election_id     uuid not null,
  run_id          uuid not null,
  kind            text not null check (kind in ('compose', 'sample')),
  state           text not null default 'asked' check (state in ('asked', 'running', 'finished', 'stopped', 'failed')),
  withdraw_reason text,
  asked_by        uuid not null,
  asked_at        timestamptz not null default now(),
  -- Who works it: after half a minute without a sign of life another worker goes on.
  claim           uuid,
  seen_at         timestamptz,
  done            integer not null default 0,
  total           integer not null default 0,
  stop_asked_at   timestamptz,
  ended_at        timestamptz,
  -- Counts, or why it was refused. Never a name or a number of a person.
  outcome         jsonb,
  primary key (municipality_id, election_id, run_id),
  foreign key (municipality_id, election_id) references elections.election,
  foreign key (municipality_id, asked_by) references municipalities.staff (municipality_id, staff_id)
);
create unique index one_run_at_once on letters.letter_run (municipality_id, election_id)
  where state in ('asked', 'running');
grant select, insert, update on letters.letter_run to kiesloket_app;
call platform.protect_tenant_table('letters.letter_run');

-- Who opened the proof of which hash: nobody releases at the desk what they did not open.
create table letters.proof_opening (
  municipality_id integer not null,
  election_id     uuid not null,
  sample_sha256   bytea not null,
  staff_id        uuid not null,
  opened_at       timestamptz not null default now(),
  primary key (municipality_id, election_id, sample_sha256, staff_id),
  foreign key (municipality_id, staff_id) references municipalities.staff (municipality_id, staff_id)
);
grant select, insert on letters.proof_opening to kiesloket_app;
call platform.protect_tenant_table('letters.proof_opening');
