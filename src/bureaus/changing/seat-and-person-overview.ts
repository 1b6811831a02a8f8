import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { MemberId, SeatId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import { liveDesignations, outOfSeat } from '../assignments/axes.ts'

/** Whether somebody has this seat, or is proposed for it. */
export async function isTaken(
  db: Db,
  { municipalityId, electionId }: OfElection,
  seatId: SeatId,
): Promise<boolean> {
  const { rows } = await sql`
    select from bureaus.assignment a
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.seat_id = ${seatId}
      and a.designation = any(${[...liveDesignations]}::text[])
      and a.attendance <> all(${[...outOfSeat]}::text[])`.execute(db)
  return rows.length > 0
}

/** By what the lists find this member. */
export async function indexOf(
  db: Db,
  { municipalityId, electionId }: OfElection,
  memberId: MemberId,
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ nrnIndex: Buffer }>`
    select m.nrn_index as "nrnIndex" from bureaus.member m
    where m.municipality_id = ${municipalityId} and m.election_id = ${electionId} and m.member_id = ${memberId}`.execute(
    db,
  )
  return rows[0]?.nrnIndex
}
