-- People who log in at the login service. An identity there is one person of the staff here, made at its first login;
-- what the session may do comes from the roles of that login, never from the row.

alter table municipalities.staff
  add column identity_issuer  text,
  add column identity_subject text,
  alter column email drop not null,
  add constraint staff_identity_is_whole check ((identity_issuer is null) = (identity_subject is null)),
  add constraint staff_is_known check (email is not null or identity_subject is not null),
  add constraint staff_identity_is_one_person unique (municipality_id, identity_issuer, identity_subject);

-- Found by its own id inside its own municipality; of the secret in the cookie only the hash is here.
create table municipalities.staff_session (
  municipality_id  integer not null,
  session_id       uuid not null,
  staff_id         uuid not null,
  token_sha256     bytea not null,
  roles            text[] not null,
  rights           text[] not null,
  authenticated_at timestamptz not null,
  started_at       timestamptz not null,
  last_seen_at     timestamptz not null,
  ends_at          timestamptz not null,
  ended_at         timestamptz,
  primary key (municipality_id, session_id),
  foreign key (municipality_id, staff_id) references municipalities.staff
);
create index staff_session_by_staff on municipalities.staff_session (municipality_id, staff_id);
grant select, insert, update, delete on municipalities.staff_session to kiesloket_app;
call platform.protect_tenant_table('municipalities.staff_session');

-- What somebody had typed when their session was over: sealed, for that person only, for an hour.
create table municipalities.kept_form (
  municipality_id integer not null,
  kept_id         uuid not null,
  staff_id        uuid not null,
  sealed          bytea not null,
  kept_at         timestamptz not null,
  primary key (municipality_id, kept_id),
  foreign key (municipality_id, staff_id) references municipalities.staff
);
grant select, insert, delete on municipalities.kept_form to kiesloket_app;
call platform.protect_tenant_table('municipalities.kept_form');
