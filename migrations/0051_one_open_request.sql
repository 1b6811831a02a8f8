-- Two people who ask for a release at the same moment ask for one. Of requests that were double already the last stays.

update letters.release r set state = 'refused', decided_at = now(), refusal_reason = 'asked twice at once'
where r.state = 'requested' and exists (
  select from letters.release later
  where later.municipality_id = r.municipality_id and later.election_id = r.election_id and later.state = 'requested'
    and (later.requested_at, later.release_id) > (r.requested_at, r.release_id));

create unique index one_open_request on letters.release (municipality_id, election_id) where state = 'requested';
