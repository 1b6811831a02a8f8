import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { SeatId, SeatingRunId } from '../../platform/ids.ts'
import type { Reason, ReasonForEmpty } from '../assigning/seating.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { List } from '../bureau-rules.ts'

/** A seat of a division: somebody with the reasons, or nobody and why. */
export type DividedSeat = { readonly seatId: SeatId } & (
  | { readonly person: string; readonly list: List; readonly because: readonly Reason[] }
  | { readonly person: null; readonly list: null; readonly because: ReasonForEmpty }
)

/** Keeps the division of this run, and of those before it only the one that was computed last. */
export async function writeDivision(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { runId, before }: { readonly runId: SeatingRunId; readonly before: SeatingRunId | undefined },
  seats: readonly DividedSeat[],
): Promise<void> {
  const keep = before ? [runId, before] : [runId]
  await sql`
    delete from bureaus.seating_seat d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId}
      and (d.run_id = ${runId} or d.run_id <> all(${keep}::uuid[]))`.execute(db)
  const rows = seats.map(({ seatId, person, list, because }) => ({ seatId, person, list, because }))
  await sql`
    insert into bureaus.seating_seat (municipality_id, election_id, run_id, seat_id, nrn_index, list, because)
    select ${municipalityId}, ${electionId}, ${runId}, d."seatId", decode(d.person, 'hex'), d.list, d.because
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as d ("seatId" uuid, person text, list text, because jsonb)`.execute(db)
}

export async function divisionOf(
  db: Db,
  { municipalityId, electionId }: OfElection,
  runId: SeatingRunId,
): Promise<DividedSeat[]> {
  const { rows } = await sql<DividedSeat>`
    select d.seat_id as "seatId", encode(d.nrn_index, 'hex') as person, d.list, d.because from bureaus.seating_seat d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId} and d.run_id = ${runId}
    order by d.seat_id`.execute(db)
  return rows
}
