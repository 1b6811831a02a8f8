-- A voters list as it came from a browser: sealed, in parts, until the list it became is accepted. How far the reading
-- of it is stands here, so that any process can show it and stop it.

create table voters.uploaded_list (
  municipality_id integer not null,
  election_id     uuid not null,
  upload_id       uuid not null,
  state           text not null check (state in ('receiving', 'waiting', 'reading', 'imported', 'refused', 'stopped', 'failed')),
  source_name     text not null,
  preset          text,
  byte_total      bigint, -- what the browser said; absent: it did not
  byte_count      bigint not null default 0, -- of the state: received, or read
  row_count       integer not null default 0,
  stop_asked      boolean not null default false,
  outcome         jsonb,
  list_id         uuid,
  uploaded_by     text not null,
  uploaded_at     timestamptz not null,
  seen_at         timestamptz not null default clock_timestamp(), -- when the process that is busy with it was last heard of
  primary key (municipality_id, election_id, upload_id),
  foreign key (municipality_id, election_id) references elections.election
);
-- One at a time: a second is refused while the first is being received or read.
create unique index one_busy_upload on voters.uploaded_list (municipality_id, election_id)
  where state in ('receiving', 'reading');
grant select, insert, update, delete on voters.uploaded_list to kiesloket_app;
call platform.protect_tenant_table('voters.uploaded_list');

create table voters.uploaded_part (
  municipality_id integer not null,
  election_id     uuid not null,
  upload_id       uuid not null,
  file            text not null, -- the list, a file that a preset joins, the sheet that came back, the findings
  part_number     integer not null,
  sealed          bytea not null,
  primary key (municipality_id, election_id, upload_id, file, part_number),
  foreign key (municipality_id, election_id, upload_id) references voters.uploaded_list
);
grant select, insert, update, delete on voters.uploaded_part to kiesloket_app;
call platform.protect_tenant_table('voters.uploaded_part');
