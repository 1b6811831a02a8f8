import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'
import type { PollingPlace, Section } from './section.ts'

/** Two imports of one election come one after the other. Throws when the scope does not reach the election. */
export async function lockElection(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<void> {
  const { rows } = await sql`
    select e.election_id from elections.election e
    where e.municipality_id = ${municipalityId} and e.election_id = ${electionId} for update`.execute(db)
  if (rows.length === 0) throw new Error(`no election ${electionId} in this scope`)
}

/** Puts these places and sections in the stead of all that were there, in the caller's transaction. */
export async function replacePlaces(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  { places, sections }: { places: readonly PollingPlace[]; sections: readonly Section[] },
): Promise<void> {
  await sql`delete from elections.voting_section
            where municipality_id = ${municipalityId} and election_id = ${electionId}`.execute(db)
  await sql`delete from elections.polling_place
            where municipality_id = ${municipalityId} and election_id = ${electionId}`.execute(db)
  await sql`insert into elections.polling_place (municipality_id, election_id, place_code, name, address, details)
            select ${municipalityId}, ${electionId}, place.code, place.name, place.address, place.details
            from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
              as place (code text, name text, address jsonb, details jsonb)`.execute(db)
  const rooms = sections.map(({ place, sizeLeave, ...section }) => ({
    ...section,
    code: place.code,
    details: { sizeLeave },
  }))
  await sql`insert into elections.voting_section (municipality_id, election_id, section, place_code, room, district, details)
            select ${municipalityId}, ${electionId}, room.section, room.code, room.room, room.district, room.details
            from jsonb_to_recordset(${JSON.stringify(rooms)}::jsonb)
              as room (section integer, code text, room text, district text, details jsonb)`.execute(db)
}

interface SectionRow extends PollingPlace {
  readonly section: number
  readonly room: string
  readonly district: string | null
  readonly size_leave: string | null
}

/** The sections of an election with their rooms, by number. */
export function getSections(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<Section[]> {
  return sectionsWhere(db, sql`s.municipality_id = ${municipalityId} and s.election_id = ${electionId}`)
}

/** One of them; `undefined` when it is not there. */
export async function getSection(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  section: number,
): Promise<Section | undefined> {
  const [found] = await sectionsWhere(
    db,
    sql`s.municipality_id = ${municipalityId} and s.election_id = ${electionId} and s.section = ${section}`,
  )
  return found
}

async function sectionsWhere(db: Db, which: RawBuilder<unknown>): Promise<Section[]> {
  const { rows } = await sql<SectionRow>`
    select s.section, s.room, s.district, s.details ->> 'sizeLeave' as size_leave, p.place_code as code, p.name, p.address, p.details
    from elections.voting_section s
    join elections.polling_place p
      on p.municipality_id = s.municipality_id and p.election_id = s.election_id and p.place_code = s.place_code
    where ${which} order by s.section`.execute(db)
  return rows.map(({ section, room, district, size_leave: sizeLeave, ...place }) => ({
    section,
    room,
    ...(district && { district }),
    ...(sizeLeave && { sizeLeave }),
    place,
  }))
}
