-- A file that amends a closed list comes in as a list does. It is looked through, waits for somebody to decide on what it
-- would do, and is carried out: all of it in one transaction, or nothing.

alter table voters.uploaded_list
  add column purpose text not null default 'list' check (purpose in ('list', 'amendments')),
  add column foreseen jsonb, -- what carrying it out comes to: numbers, and nobody's name
  drop constraint uploaded_list_state_check,
  add constraint uploaded_list_state_check check (state in ('receiving', 'waiting', 'reading', 'imported', 'refused',
    'stopped', 'failed', 'foreseen', 'carrying-out', 'carried-out'));

drop index voters.one_busy_upload;
create unique index one_busy_upload on voters.uploaded_list (municipality_id, election_id)
  where state in ('receiving', 'reading', 'carrying-out');
