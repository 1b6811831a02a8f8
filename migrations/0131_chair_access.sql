-- The access of a bureau's chair on polling day, and of who replaces the chair: a code on paper, exchanged once for a session of one
-- telephone that opens this bureau and nothing else (decision 0128).

create table bureaus.chair_access (
  municipality_id integer not null,
  election_id     uuid not null,
  access_id       uuid not null,
  bureau_id       uuid not null,
  holder          text not null check (holder in ('CHAIR', 'REPLACEMENT')),
  code_hash       bytea not null, -- keyed: who has the database can't try codes
  token_sha256    bytea,          -- of what the telephone shows; none: the code was not used
  made_at         timestamptz not null,
  made_by         text not null,
  expires_at      timestamptz not null,
  used_at         timestamptz,
  seen_at         timestamptz,
  revoked_at      timestamptz,
  revoked_by      text,
  primary key (municipality_id, election_id, access_id),
  foreign key (municipality_id, election_id, bureau_id) references bureaus.bureau on delete cascade,
  check ((token_sha256 is null) = (used_at is null)),
  check ((revoked_at is null) = (revoked_by is null))
);
create unique index one_access_of_a_holder on bureaus.chair_access (municipality_id, election_id, bureau_id, holder)
  where revoked_at is null;
create unique index access_by_code on bureaus.chair_access (municipality_id, code_hash);
create index access_by_id on bureaus.chair_access (municipality_id, access_id);
grant select, insert, update on bureaus.chair_access to kiesloket_app;
call platform.protect_tenant_table('bureaus.chair_access');
