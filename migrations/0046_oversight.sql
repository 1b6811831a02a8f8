-- Looking back: what was done about one person, and look-ups that are out of the ordinary.

create index audit_event_by_subject on platform.audit_event (municipality_id, subject, event_id) where subject is not null;

-- Until when the look-ups of a municipality were watched.
create table platform.look_up_watch (
  municipality_id integer primary key,
  watched_until   timestamptz not null
);
grant select, insert, update on platform.look_up_watch to kiesloket_app;
call platform.protect_tenant_table('platform.look_up_watch');
