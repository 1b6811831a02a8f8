import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { KeptBureau } from '../planning/wanted-bureau.ts'

/** That somebody sat in a bureau of an earlier election of this municipality, as long as that is kept. */
export interface Service {
  /** The bureau of this election that stands where they were the chair the last time. */
  readonly chaired?: string
}

/** Who came to their seat in an earlier election, by look-up index as hexadecimal digits. */
export async function earlierService(
  db: Db,
  { municipalityId, electionId, pollingDay }: Election,
  bureaus: readonly Pick<KeptBureau, 'bureauId' | 'section'>[],
): Promise<ReadonlyMap<string, Service>> {
  const { rows } = await sql<{ person: string; section: number | null }>`
    select distinct on (1) encode(m.nrn_index, 'hex') as person,
      case when s.role = 'CHAIR' then b.section end as section
    from bureaus.member m
    join elections.election e on e.municipality_id = m.municipality_id and e.election_id = m.election_id
    join bureaus.assignment a on a.municipality_id = m.municipality_id and a.election_id = m.election_id
      and a.member_id = m.member_id and a.attendance in ('PRESENT', 'LATE')
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id
      and b.bureau_id = s.bureau_id
    where m.municipality_id = ${municipalityId} and m.election_id <> ${electionId} and e.polling_day < ${pollingDay}
    order by 1, e.polling_day desc, a.assignment_id`.execute(db)
  const bySection = new Map(bureaus.map(({ bureauId, section }) => [section, bureauId]))
  return new Map(
    rows.map(({ person, section }) => {
      const chaired = section === null ? undefined : bySection.get(section)
      return [person, chaired ? { chaired } : {}]
    }),
  )
}
