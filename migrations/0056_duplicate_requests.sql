-- A form that is sent twice issues one duplicate: it bears the id of its request.

alter table letters.duplicate add column request_id uuid;
alter table letters.duplicate add unique (municipality_id, election_id, letter_id, channel, request_id);
