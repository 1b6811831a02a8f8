import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { Attendance } from '../assignments/axes.ts'
import type { BureauKind, SeatRole } from '../bureau-rules.ts'

/** Somebody who was designated, with what is known of the day. */
export interface Attended {
  readonly assignmentId: AssignmentId
  readonly lastName: string
  readonly firstNames: string
  readonly nrnIndex: Buffer
  readonly nrnCipher: Buffer
  readonly bureau: BureauKind | 'MAIN'
  readonly number: string
  /** As it was exercised: who was called up to a seat has the role of that seat. */
  readonly role: SeatRole
  readonly attendance: Attendance
}

/** Who was designated for a bureau that met, from after the one that is named; of a reserve nobody sat. */
export async function attendedMembers(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { after, most }: { readonly after?: AssignmentId | undefined; readonly most: number },
): Promise<Attended[]> {
  const { rows } = await sql<Attended>`
    select a.assignment_id as "assignmentId", m.last_name as "lastName", m.first_names as "firstNames",
      m.nrn_index as "nrnIndex", m.nrn_cipher as "nrnCipher", b.kind as bureau, b.number, s.role, a.attendance
    from bureaus.assignment a
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id and b.bureau_id = s.bureau_id
    join bureaus.member m on m.municipality_id = a.municipality_id and m.election_id = a.election_id and m.member_id = a.member_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.designation = 'DESIGNATED'
      and b.kind <> 'RESERVE' and (${after ?? null}::uuid is null or a.assignment_id > ${after ?? null}::uuid)
    order by a.assignment_id limit ${most}`.execute(db)
  return rows
}

export interface Asking {
  readonly nrnIndex: Buffer
  readonly role: SeatRole
  /** Of list A, when the person is on it: what counts by law first is for the rules to say. */
  readonly categories: readonly string[]
}

/** Who has an assignment, by what an exemption depends on. */
export async function askingFor(
  db: Db,
  { municipalityId, electionId }: OfElection,
  assignmentId: AssignmentId,
): Promise<Asking | undefined> {
  const { rows } = await sql<Asking>`
    select m.nrn_index as "nrnIndex", s.role,
      coalesce((select array_agg(distinct e.category) from bureaus.listed_person p
        join bureaus.list_entry e on e.municipality_id = p.municipality_id and e.election_id = p.election_id
          and e.person_id = p.person_id
        where p.municipality_id = m.municipality_id and p.election_id = m.election_id and p.nrn_index = m.nrn_index),
        '{}') as categories
    from bureaus.assignment a
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.member m on m.municipality_id = a.municipality_id and m.election_id = a.election_id and m.member_id = a.member_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.assignment_id = ${assignmentId}`.execute(
    db,
  )
  return rows[0]
}
