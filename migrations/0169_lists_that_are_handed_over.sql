-- Who was on a list when the college adopted it, with what the law says of each: what is handed over is this, and not how the list is
-- on the day somebody fetches it.
create table bureaus.list_content (
  municipality_id integer not null,
  election_id     uuid not null,
  kind            text not null,
  version         integer not null,
  sealed          bytea not null, -- packed, and sealed by the vault: it may hold national numbers
  primary key (municipality_id, election_id, kind, version),
  foreign key (municipality_id, election_id, kind, version) references bureaus.member_list on delete cascade
);
grant select, insert, delete on bureaus.list_content to kiesloket_app;
-- `keys rotate` seals again what lies still otherwise.
grant update (sealed) on bureaus.list_content to kiesloket_app;
call platform.protect_tenant_table('bureaus.list_content');

-- The court or main bureau that reads the list here, and when it did so first; absent where it went another way.
alter table bureaus.member_list
  add column sent_to_number text,
  add column opened_at timestamptz,
  add column opened_by text;
