-- Nobody is moved to another seat while a request to be excused waits: nobody would ever decide on it.
alter table bureaus.assignment
  add constraint nobody_is_moved_while_asking check (designation <> 'REPLACED' or reply <> 'EXCUSE_PENDING');
