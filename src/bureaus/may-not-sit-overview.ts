import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { AssignmentId } from '../platform/ids.ts'
import type { OfElection } from './assignments/assignment-store.ts'
import type { KeptKind, SeatRole } from './bureau-rules.ts'
import type { WhyNot } from './listing/why-not-called.ts'

/** Somebody with a seat, or proposed for one, whom the lists keep out since: no name, for the overview counts and leads there. */
export interface MayNotSit {
  readonly assignmentId: AssignmentId
  readonly designation: 'PROPOSED' | 'DESIGNATED'
  readonly kind: KeptKind
  readonly number: string
  readonly role: SeatRole
  readonly ordinal: number
  readonly whyNot: Extract<WhyNot, 'candidate' | 'struck'>
}

/** Of an assignment `a`: its person stands for election. */
const isCandidate = sql`exists (
  select from bureaus.member cm
  join bureaus.election_candidate c on c.municipality_id = cm.municipality_id and c.election_id = cm.election_id
    and c.nrn_index = cm.nrn_index
  where cm.municipality_id = a.municipality_id and cm.election_id = a.election_id and cm.member_id = a.member_id)`

/** Of an assignment `a`: its person was struck from the voters list that counts now, as who died is. */
const isStruck = sql`exists (
  select from bureaus.member sm
  join voters.voter v on v.municipality_id = sm.municipality_id and v.election_id = sm.election_id
    and v.nrn_index = sm.nrn_index and v.state = 'struck'
    and v.list_id = (select l.list_id from voters.voters_list l where l.municipality_id = sm.municipality_id
                       and l.election_id = sm.election_id and l.state <> 'replaced'
                     order by l.state = 'imported', l.list_id desc limit 1)
  where sm.municipality_id = a.municipality_id and sm.election_id = a.election_id and sm.member_id = a.member_id)`

/** Of an assignment `a`: no call goes to this person before somebody decided. */
export const isKeptOut = sql`(${isCandidate} or ${isStruck})`

/** Who is proposed or designated, and turned out since to be a candidate or struck; before polling day. */
export async function peopleKeptOut(
  db: Db,
  { municipalityId, electionId }: OfElection,
  only?: AssignmentId,
): Promise<MayNotSit[]> {
  const { rows } = await sql<MayNotSit>`
    select a.assignment_id as "assignmentId", a.designation, b.kind, b.number, s.role, s.ordinal,
      case when ${isCandidate} then 'candidate' else 'struck' end as "whyNot"
    from bureaus.assignment a
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id
      and b.bureau_id = s.bureau_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId}
      and a.designation in ('PROPOSED', 'DESIGNATED') and a.attendance = 'UNKNOWN' and ${isKeptOut}
      and (${only ?? null}::uuid is null or a.assignment_id = ${only ?? null}::uuid)
    order by b.kind, b.number, s.role, s.ordinal`.execute(db)
  return rows
}
