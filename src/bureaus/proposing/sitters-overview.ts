import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Address } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import type { SeatId } from '../../platform/ids.ts'

/** Somebody who has a seat, or is proposed for it. */
export interface SitterOfSeat {
  readonly seatId: SeatId
  /** Look-up index, as hexadecimal digits. */
  readonly person: string
  readonly address: Address | undefined
  /** Came to a seat in an earlier election of this municipality, as long as that is kept. */
  readonly experienced: boolean
}

export async function sittersOf(
  db: Db,
  { municipalityId, electionId, pollingDay }: Election,
): Promise<SitterOfSeat[]> {
  const { rows } = await sql<SitterOfSeat & { address: Address | null }>`
    select distinct on (a.seat_id) a.seat_id as "seatId", encode(m.nrn_index, 'hex') as person, m.address,
      exists (select from bureaus.member other
              join elections.election e on e.municipality_id = other.municipality_id and e.election_id = other.election_id
                and e.polling_day < ${pollingDay}
              join bureaus.assignment done on done.municipality_id = other.municipality_id
                and done.election_id = other.election_id and done.member_id = other.member_id
                and done.attendance in ('PRESENT', 'LATE')
              where other.municipality_id = m.municipality_id and other.election_id <> m.election_id
                and other.nrn_index = m.nrn_index) as experienced
    from bureaus.assignment a
    join bureaus.member m on m.municipality_id = a.municipality_id and m.election_id = a.election_id
      and m.member_id = a.member_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId}
      and a.designation in ('PROPOSED', 'DESIGNATED')
    order by a.seat_id, a.assignment_id desc`.execute(db)
  return rows.map((row) => ({ ...row, address: row.address ?? undefined }))
}
