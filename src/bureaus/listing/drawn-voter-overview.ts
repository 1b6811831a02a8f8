import { sql } from 'kysely'

/** What keeps a voter who was drawn from being called: of `bureaus.drawn_person d`, in a statement that has it. */
export const isCandidate = sql<boolean>`
  exists (select from bureaus.election_candidate c where c.municipality_id = d.municipality_id
            and c.election_id = d.election_id and c.nrn_index = d.nrn_index)`

export const isOnListA = sql<boolean>`
  exists (select from bureaus.listed_person p where p.municipality_id = d.municipality_id
            and p.election_id = d.election_id and p.nrn_index = d.nrn_index)`

/** Was proposed for a seat: whoever it is comes once. */
export const isProposed = sql<boolean>`
  exists (select from bureaus.member m
          join bureaus.assignment a on a.municipality_id = m.municipality_id and a.election_id = m.election_id
            and a.member_id = m.member_id
          where m.municipality_id = d.municipality_id and m.election_id = d.election_id
            and m.nrn_index = d.nrn_index)`

/** Of who was drawn, with `voters.voter v` beside: not struck since, no candidate, not on list A, and never proposed for a seat. */
export const mayStillBeCalled = sql<boolean>`
  v.state <> 'struck' and not ${isCandidate} and not ${isOnListA} and not ${isProposed}`
