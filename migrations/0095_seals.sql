-- Electronic seals of released letters and their duplicates. Of each only the signature is kept, with what it was made under: the
-- sealed PDF is put together from the letter again, byte for byte.

alter table letters.release add column sealed boolean not null default false; -- its letters leave with a seal

create table letters.seal_certificate (
  municipality_id integer not null,
  chain_sha256    bytea not null,
  chain           bytea[] not null, -- DER, that of the key first
  first_used_at   timestamptz not null default now(),
  primary key (municipality_id, chain_sha256)
);
grant select, insert on letters.seal_certificate to kiesloket_app;
call platform.protect_tenant_table('letters.seal_certificate');

create table letters.seal (
  municipality_id integer not null,
  election_id     uuid not null,
  document_id     uuid not null, -- a letter or a duplicate
  chain_sha256    bytea not null,
  sealed_at       timestamptz not null,
  signature       bytea not null,
  sealed_sha256   bytea not null, -- of the PDF with its seal: what leaves
  primary key (municipality_id, election_id, document_id),
  foreign key (municipality_id, chain_sha256) references letters.seal_certificate
);
grant select, insert on letters.seal to kiesloket_app;
call platform.protect_tenant_table('letters.seal');
