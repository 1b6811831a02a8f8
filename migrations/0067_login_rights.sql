-- What the last login of a person said they may do. Of who is absent nobody can ask the login service again: whether a deputy
-- still stands for somebody with the right to release is judged by this. It gives nobody any right here.

alter table municipalities.staff add column login_rights text[] not null default '{}';
