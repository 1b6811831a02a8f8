-- Who was called by a letter that is no longer true gets a corrected one: a run of the same worker, that does this and calls nobody new.
alter table bureaus.convocation_run add column what text not null default 'call';
alter table bureaus.convocation_run
  add constraint convocation_run_what_check check (what in ('call', 'correct'));
