-- A polling bureau sits in the room of its section, and follows it when that changes; one that the plan put in another room stays there.
alter table bureaus.bureau add column has_own_room boolean not null default false;
