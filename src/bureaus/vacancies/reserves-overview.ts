import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, MemberId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { KeptKind } from '../bureau-rules.ts'

/** A substitute or deputy chair who is expected or answered, and can be called up. */
export interface ReserveMember {
  readonly assignmentId: AssignmentId
  readonly memberId: MemberId
  readonly lastName: string
  readonly firstNames: string
  readonly role: 'SUBSTITUTE' | 'DEPUTY_CHAIR'
  readonly kind: KeptKind
  /** Of a reserve: the kind of bureau that it is for. */
  readonly code: string
  readonly number: string
}

/** Who can still be called up before polling day, deputy chairs first and then by bureau. */
export async function reserveMembers(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<ReserveMember[]> {
  const { rows } = await sql<ReserveMember>`
    select a.assignment_id as "assignmentId", a.member_id as "memberId", m.last_name as "lastName",
      m.first_names as "firstNames", s.role, b.kind, b.code, b.number
    from bureaus.assignment a
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id
      and b.bureau_id = s.bureau_id
    join bureaus.member m on m.municipality_id = a.municipality_id and m.election_id = a.election_id
      and m.member_id = a.member_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.designation = 'DESIGNATED'
      and (a.confirmed or a.reply = 'ACKNOWLEDGED') and a.reply <> 'EXCUSE_PENDING' and a.attendance = 'UNKNOWN'
      and s.role in ('SUBSTITUTE', 'DEPUTY_CHAIR')
    order by s.role, b.kind, b.code, length(b.number), b.number, s.ordinal, a.assignment_id`.execute(db)
  return rows
}
