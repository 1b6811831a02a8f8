import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { newId, type SeatId, type SeatingChoiceId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'

/** Decided by hand before anybody is proposed: this person in this seat, or not in the bureau of this seat. */
export interface SeatingChoice {
  readonly choiceId: SeatingChoiceId
  readonly seatId: SeatId
  /** Look-up index, as hexadecimal digits. */
  readonly person: string
  readonly choice: 'KEEP' | 'NOT_HERE'
}

export async function seatingChoices(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<SeatingChoice[]> {
  const { rows } = await sql<SeatingChoice>`
    select c.choice_id as "choiceId", c.seat_id as "seatId", encode(c.nrn_index, 'hex') as person, c.choice from bureaus.seating_choice c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId}
    order by c.chosen_at, c.seat_id`.execute(db)
  return rows
}

/** A person is kept in one seat and a seat for one person: what stood in the way of that goes. */
export async function writeSeatingChoice(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { seatId, person, choice }: Omit<SeatingChoice, 'choiceId'>,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  if (choice === 'KEEP')
    await sql`
      delete from bureaus.seating_choice c
      where c.municipality_id = ${municipalityId} and c.election_id = ${electionId} and c.choice = 'KEEP'
        and (c.seat_id = ${seatId} or c.nrn_index = decode(${person}, 'hex'))`.execute(db)
  await sql`
    insert into bureaus.seating_choice (municipality_id, election_id, choice_id, seat_id, nrn_index, choice, chosen_by, chosen_at)
    values (${municipalityId}, ${electionId}, ${newId<SeatingChoiceId>()}, ${seatId}, decode(${person}, 'hex'), ${choice}, ${by}, ${at})
    on conflict (municipality_id, election_id, seat_id, nrn_index) do update
    set choice = excluded.choice, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at`.execute(db)
}

/** The choice that was taken back; nothing when there was none. */
export async function deleteSeatingChoice(
  db: Db,
  { municipalityId, electionId }: OfElection,
  choiceId: SeatingChoiceId,
): Promise<Pick<SeatingChoice, 'seatId'> | undefined> {
  const { rows } = await sql<Pick<SeatingChoice, 'seatId'>>`
    delete from bureaus.seating_choice c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId} and c.choice_id = ${choiceId}
    returning c.seat_id as "seatId"`.execute(db)
  return rows[0]
}

/** Who was proposed needs no choice any more. */
export async function deleteAllChoices(db: Db, { municipalityId, electionId }: OfElection): Promise<void> {
  await sql`delete from bureaus.seating_choice c
            where c.municipality_id = ${municipalityId} and c.election_id = ${electionId}`.execute(db)
}
