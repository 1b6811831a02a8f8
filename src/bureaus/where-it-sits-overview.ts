import { sql } from 'kysely'

/**
 * Joins of a bureau `b`: its section `r`, and the polling place `p` where it sits. A polling bureau sits where its section votes, as the
 * places say it now; another bureau where the plan says.
 */
export const whereItSits = sql`
  left join elections.voting_section r on r.municipality_id = b.municipality_id and r.election_id = b.election_id
    and r.section = b.section
  left join lateral (
    select one.name, one.address from elections.polling_place one
    where one.municipality_id = b.municipality_id and one.election_id = b.election_id
      and case when r.section is null then one.name = b.place else one.place_code = r.place_code end
    order by one.place_code limit 1) p on true`

/** A bureau with an address of its own sits outside of the municipality, in a building that its places list does not have. */
export const placeOfBureau = sql`case when b.place_address is null then coalesce(p.name, b.place) else b.place end`
export const addressOfBureau = sql`coalesce(b.place_address, p.address)`
/** As its section has it, unless the plan put it in another room. */
export const roomOfBureau = sql`case when b.has_own_room then b.room else coalesce(r.room, b.room) end`
