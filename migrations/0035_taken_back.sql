-- A document that somebody took back while it was on its way. When that attempt turns out not to have brought it, or
-- nobody can tell, it must not leave again: the row says so from the moment it was taken back, whoever writes the answer.
alter table delivery.delivery add column taken_back text check (taken_back <> '');
