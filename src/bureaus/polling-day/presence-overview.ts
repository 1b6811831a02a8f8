import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, BureauId, MemberId } from '../../platform/ids.ts'
import type { NotedStep } from './presence.ts'

/** A step of somebody who has or had a seat of the bureau. */
export interface PresenceRow extends NotedStep {
  readonly memberId: MemberId
  readonly assignmentId: AssignmentId
  readonly lastName: string
  readonly firstNames: string
}

/** Every step of who has a seat of this bureau, or had one and was called up from it, in its order. */
export async function presenceRows(
  db: Db,
  { municipalityId, electionId }: Election,
  bureauId: BureauId,
): Promise<PresenceRow[]> {
  const { rows } = await sql<
    Omit<PresenceRow, 'arrivedAt' | 'backAt'> & { arrivedAt: string | null; backAt: string | null }
  >`
    select a.member_id as "memberId", a.assignment_id as "assignmentId", m.last_name as "lastName",
      m.first_names as "firstNames", e.transition,
      case when e.transition in ('propose', 'move-to') then coalesce(a.designated_at, e.happened_at)
        else e.happened_at end as at,
      e.details ->> 'arrivedAt' as "arrivedAt", e.details ->> 'backAt' as "backAt",
      e.axes ->> 'designation' = 'DESIGNATED' as "isTheirs", e.axes ->> 'attendance' in ('PRESENT', 'LATE') as "isThere"
    from bureaus.seat s
    join bureaus.assignment a on a.municipality_id = s.municipality_id and a.election_id = s.election_id
      and a.seat_id = s.seat_id and a.designation in ('DESIGNATED', 'REPLACED')
    join bureaus.member m on m.municipality_id = a.municipality_id and m.election_id = a.election_id
      and m.member_id = a.member_id
    join bureaus.assignment_event e on e.municipality_id = a.municipality_id and e.election_id = a.election_id
      and e.assignment_id = a.assignment_id
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId} and s.bureau_id = ${bureauId}
    order by m.last_name, m.first_names, a.member_id, min(e.happened_at) over (partition by a.assignment_id), a.assignment_id,
      e.version`.execute(db)
  return rows.map(({ arrivedAt, backAt, ...row }) => ({
    ...row,
    ...(arrivedAt && { arrivedAt: new Date(arrivedAt) }),
    ...(backAt && { backAt: new Date(backAt) }),
  }))
}
