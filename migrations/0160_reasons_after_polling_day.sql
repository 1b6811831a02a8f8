-- A reason that came when it was noted that somebody stayed away or came late: decided as such, and no letter says that they need not come.
alter table bureaus.excuse add column is_after boolean not null default false;
