import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { AssignmentId, BureauId, MemberId, SeatId } from '../platform/ids.ts'
import type { SeatedAssignment } from './assignments/assignment.ts'
import {
  assignmentFrom,
  listOf,
  type OfElection,
  seatedColumns,
  seatedTables,
} from './assignments/assignment-store.ts'
import { type Axes, outOfSeat } from './assignments/axes.ts'
import { type Headline, headline } from './assignments/headline.ts'

/** How far the seats of a bureau are filled. */
export interface BureauCount {
  readonly bureauId: BureauId
  /** Those that the law asks for. */
  readonly seats: number
  readonly optional: number
  /** Seats that somebody has or is proposed for, optional ones too. */
  readonly filled: number
  readonly designated: number
  readonly confirmed: number
}

/** Of every bureau that is not given up. */
export async function bureauCounts(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<ReadonlyMap<BureauId, BureauCount>> {
  const { rows } = await sql<BureauCount>`
    select s.bureau_id as "bureauId", (count(*) filter (where not s.optional))::integer as seats,
      (count(*) filter (where s.optional))::integer as optional, count(a.seat_id)::integer as filled,
      (count(*) filter (where a.designation = 'DESIGNATED'))::integer as designated,
      (count(*) filter (where a.confirmed and a.reply <> 'EXCUSE_PENDING'))::integer as confirmed
    from bureaus.seat s
    left join bureaus.assignment a on a.municipality_id = s.municipality_id and a.election_id = s.election_id
      and a.seat_id = s.seat_id and a.designation in ('PROPOSED', 'DESIGNATED')
      and a.attendance not in (${listOf(outOfSeat)})
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId} and s.given_up_at is null
    group by s.bureau_id`.execute(db)
  return new Map(rows.map((row) => [row.bureauId, row]))
}

/** How many assignments stand where, past ones too. */
export async function headlineCounts(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<ReadonlyMap<Headline, number>> {
  const { rows } = await sql<Axes & { calledUp: boolean; many: number }>`
    select a.designation, a.delivery, a.reply, a.confirmed, a.attendance, a.payment, a.sanction,
      a.called_up as "calledUp", count(*)::integer as many
    from bureaus.assignment a
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId}
    group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(db)
  const counts = new Map<Headline, number>()
  for (const { calledUp, many, ...axes } of rows) {
    const name = headline(axes, calledUp)
    counts.set(name, (counts.get(name) ?? 0) + many)
  }
  return counts
}

/** Of which assignments: one of these lists. */
export type WhichAssignments =
  | { readonly assignments: readonly AssignmentId[] }
  | { readonly seats: readonly SeatId[] }
  | { readonly members: readonly MemberId[] }
  | { readonly bureaus: readonly BureauId[] }

/** Assignments of now and before, by seat and the last first. */
export async function selectAssignments(
  db: Db,
  { municipalityId, electionId }: OfElection,
  which: WhichAssignments,
): Promise<SeatedAssignment[]> {
  const { rows } = await sql<Parameters<typeof assignmentFrom>[0]>`
    select ${seatedColumns} from ${seatedTables}
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and ${whichAre(which)}
    order by s.bureau_id, s.role, s.ordinal, a.assignment_id desc`.execute(db)
  return rows.map(assignmentFrom)
}

/** Of an assignment `a` with its seat `s`. */
export function whichAre(which: WhichAssignments) {
  if ('assignments' in which) return sql`a.assignment_id = any(${which.assignments}::uuid[])`
  if ('seats' in which) return sql`a.seat_id = any(${which.seats}::uuid[])`
  if ('members' in which) return sql`a.member_id = any(${which.members}::uuid[])`
  return sql`s.bureau_id = any(${which.bureaus}::uuid[])`
}
