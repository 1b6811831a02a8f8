import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, MemberId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { Axes } from '../assignments/axes.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import { isMessaged, isReachable, type Ways } from './due-messages-overview.ts'
import { fitsFilter, type MessageFilter } from './message-filter.ts'

/** Somebody whom a filter finds. */
export interface Recipient {
  readonly memberId: MemberId
  readonly assignmentId: AssignmentId
  readonly lastName: string
  readonly firstNames: string
  readonly kind: KeptKind
  readonly number: string
  readonly role: SeatRole
  readonly axes: Axes
  readonly calledUp: boolean
  /** Whether there is a way to reach them; the others get nothing and are to be called. */
  readonly isReachable: boolean
}

type Row = Omit<Recipient, 'axes'> & Axes

/** Everybody with a seat whom this filter finds, by bureau and name. */
export async function recipientsOf(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { filter, ways }: { filter: MessageFilter; ways: Ways },
): Promise<Recipient[]> {
  const { rows } = await sql<Row>`
    select a.member_id as "memberId", a.assignment_id as "assignmentId", m.last_name as "lastName",
      m.first_names as "firstNames", b.kind, b.number, s.role, a.called_up as "calledUp", a.designation, a.delivery, a.reply,
      a.confirmed, a.attendance, a.payment, a.sanction,
      c.member_id is not null and ${isReachable(ways)} as "isReachable"
    from bureaus.assignment a
    join bureaus.seat s using (municipality_id, election_id, seat_id)
    join bureaus.bureau b using (municipality_id, election_id, bureau_id)
    join bureaus.member m using (municipality_id, election_id, member_id)
    left join bureaus.contact c using (municipality_id, election_id, member_id)
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and ${isMessaged}
    order by case b.kind when 'POLLING' then 0 when 'COUNTING' then 1 else 2 end, length(b.number), b.number, m.last_name,
      m.first_names, a.assignment_id`.execute(db)
  return rows
    .map(({ designation, delivery, reply, confirmed, attendance, payment, sanction, ...one }) => ({
      ...one,
      axes: { designation, delivery, reply, confirmed, attendance, payment, sanction },
    }))
    .filter((one) => fitsFilter(filter, one))
}
