-- In a city with district councils each section lies in one district.

alter table elections.voting_section add column district text check (district <> '');
