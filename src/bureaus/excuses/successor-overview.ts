import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import { isFilledByChair } from '../is-filled-by-chair.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import type { NobodyProposed } from './fill-freed-seat.ts'

/** Who has the seat of somebody who was excused, or why nobody. `came-and-went`: who was proposed for it isn't there any more either. */
export type Successor =
  | {
      readonly assignmentId: AssignmentId
      readonly name: string
      readonly designation: 'PROPOSED' | 'DESIGNATED'
    }
  | { readonly assignmentId?: undefined; readonly because: NobodyProposed | 'came-and-went' }

interface Row {
  readonly kind: KeptKind
  readonly role: SeatRole
  readonly isGivenUp: boolean
  readonly hadAnother: boolean
  readonly assignmentId: AssignmentId | null
  readonly name: string | null
  readonly designation: 'PROPOSED' | 'DESIGNATED' | null
}

/** How it stands now with the seat that this assignment left. */
export async function successorOf(
  db: Db,
  election: Election,
  left: AssignmentId,
  now: Date,
): Promise<Successor> {
  const { municipalityId, electionId } = election
  const { rows } = await sql<Row>`
    select b.kind, s.role, s.given_up_at is not null as "isGivenUp", n.assignment_id as "assignmentId", n.designation,
      concat_ws(' ', m.first_names, m.last_name) as name,
      exists (select from bureaus.assignment r where r.municipality_id = a.municipality_id and r.election_id = a.election_id
                and r.replaces = a.assignment_id) as "hadAnother"
    from bureaus.assignment a
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id
      and b.bureau_id = s.bureau_id
    left join bureaus.assignment n on n.municipality_id = a.municipality_id and n.election_id = a.election_id
      and n.seat_id = a.seat_id and n.assignment_id <> a.assignment_id and n.designation in ('PROPOSED', 'DESIGNATED')
    left join bureaus.member m on m.municipality_id = n.municipality_id and m.election_id = n.election_id
      and m.member_id = n.member_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.assignment_id = ${left}`.execute(
    db,
  )
  const { kind, role, isGivenUp, hadAnother, assignmentId, name, designation } = rows[0]!
  if (assignmentId) return { assignmentId, name: name!, designation: designation! }
  if (hadAnother) return { because: 'came-and-went' }
  if (isGivenUp) return { because: 'no-such-seat' }
  if (isFilledByChair(loadBureauRules(election.ruleset), kind, role)) return { because: 'chosen-by-chair' }
  return { because: dayInBelgium(now) > election.pollingDay ? 'over' : 'queue-empty' }
}
