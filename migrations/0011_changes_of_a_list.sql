-- Amendments of a closed list. A correction changes what the list says of a voter; what it said when it was closed is
-- kept beside it, so that the hash by which the list was frozen can still be recomputed.

alter table voters.voter add column when_closed jsonb; -- columns as they were; null while nothing was corrected
alter table voters.amendment add column decided_on date; -- day of the decision or the event; null in older rows

-- What the clerk reads before accepting a list: in what it differs from the one before, which may be gone by then.
alter table voters.voters_list add column difference jsonb;
