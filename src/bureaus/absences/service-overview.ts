import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { Attendance } from '../assignments/axes.ts'
import type { ServiceFacts } from './service-statement.ts'

interface ServedRow {
  readonly attendance: Attendance
  readonly role: ServiceFacts['role']
  readonly kind: ServiceFacts['bureau']['kind']
  readonly number: string
  readonly name: string
  readonly leftAt: Date | null
}

/** What a statement is made from; nothing where it is not known whether this person came. */
export async function serviceFacts(
  db: Db,
  { municipalityId, electionId, name: election, pollingDay }: Election,
  assignmentId: AssignmentId,
  municipality: string,
): Promise<ServiceFacts | undefined> {
  const { rows } = await sql<ServedRow>`
    select a.attendance, s.role, b.kind, b.number, concat_ws(' ', nullif(m.first_names, ''), m.last_name) as name,
      case when a.attendance = 'LEFT' then
        (select max(e.happened_at) from bureaus.assignment_event e
         where e.municipality_id = a.municipality_id and e.election_id = a.election_id
           and e.assignment_id = a.assignment_id and e.transition = 'leave') end as "leftAt"
    from bureaus.assignment a
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id and b.bureau_id = s.bureau_id
    join bureaus.member m on m.municipality_id = a.municipality_id and m.election_id = a.election_id and m.member_id = a.member_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.assignment_id = ${assignmentId}
      and a.designation = 'DESIGNATED'`.execute(db)
  const [row] = rows
  if (!row || row.attendance === 'UNKNOWN') return undefined
  const { attendance, role, kind, number, name, leftAt } = row
  const until = leftAt ?? undefined
  return { name, election, pollingDay, role, attendance, until, bureau: { kind, number, municipality } }
}
