import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, BureauId, ElectionId, MunicipalityId, SeatId } from '../../platform/ids.ts'
import type { Assignment, AssignmentEvent, SeatedAssignment } from './assignment.ts'
import type { Attendance, Axes, Designation } from './axes.ts'

export interface OfElection {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
}

type AssignmentRow = Axes & {
  readonly [Field in keyof Omit<SeatedAssignment, 'axes'>]-?: Exclude<
    SeatedAssignment[Field],
    undefined
  > | null
}

/** Codes of an axis as the list of an `in`: written out, as the indexes have them, and not as parameters. */
export function listOf(codes: readonly (Designation | Attendance)[]): RawBuilder<unknown> {
  return sql.raw(codes.map((code) => `'${code}'`).join(', '))
}

/** Columns of an assignment `a` with its seat `s` and bureau `b`. */
export const seatedColumns = sql`
  a.assignment_id as "assignmentId", a.seat_id as "seatId", a.member_id as "memberId", a.origin, a.draw_rank as "drawRank",
  a.called_up as "calledUp", a.replaces, a.designation, a.delivery, a.reply, a.confirmed, a.attendance, a.payment, a.sanction,
  a.designated_at as "designatedAt", a.delivered_at as "deliveredAt", a.excuse_until as "excuseUntil", a.version,
  s.bureau_id as "bureauId", s.role, s.ordinal, b.kind, b.voting_mode as "votingMode"`

export const seatedTables = sql`
  bureaus.assignment a
  join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
  join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id and b.bureau_id = s.bureau_id`

/** The assignment, held for the caller's transaction: whoever else steps it waits. */
export async function lockAssignment(
  db: Db,
  { municipalityId, electionId }: OfElection,
  assignmentId: AssignmentId,
): Promise<SeatedAssignment | undefined> {
  const { rows } = await sql<AssignmentRow>`
    select ${seatedColumns} from ${seatedTables}
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.assignment_id = ${assignmentId}
    for update of a`.execute(db)
  return rows[0] && assignmentFrom(rows[0])
}

export function assignmentFrom(row: AssignmentRow): SeatedAssignment {
  const { designation, delivery, reply, confirmed, attendance, payment, sanction, ...facts } = row
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
  const axes = { designation, delivery, reply, confirmed, attendance, payment, sanction }
  return { ...(known as Omit<SeatedAssignment, 'axes'>), axes }
}

export type HeldSeat = Pick<
  SeatedAssignment,
  'seatId' | 'bureauId' | 'role' | 'ordinal' | 'kind' | 'votingMode'
>

/** A seat that is not given up, held so that nobody gives it up while somebody is put in it. */
export async function holdSeat(
  db: Db,
  { municipalityId, electionId }: OfElection,
  seatId: SeatId,
): Promise<HeldSeat | undefined> {
  const { rows } = await sql<HeldSeat>`
    select s.seat_id as "seatId", s.bureau_id as "bureauId", s.role, s.ordinal, b.kind, b.voting_mode as "votingMode"
    from bureaus.seat s join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id
      and b.bureau_id = s.bureau_id
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId} and s.seat_id = ${seatId}
      and s.given_up_at is null
    for share of s`.execute(db)
  return rows[0]
}

/** What the lists ask of a bureau: whose voters vote there, and which of its kind it is. */
export async function bureauForLists(
  db: Db,
  { municipalityId, electionId }: OfElection,
  bureauId: BureauId,
): Promise<{
  readonly section: number | undefined
  readonly code: string
  readonly district: string | undefined
}> {
  const { rows } = await sql<{ section: number | null; code: string; district: string | null }>`
    select b.section, b.code, b.district from bureaus.bureau b
    where b.municipality_id = ${municipalityId} and b.election_id = ${electionId} and b.bureau_id = ${bureauId}`.execute(
    db,
  )
  const [row] = rows
  return {
    ...{ section: row?.section ?? undefined, code: row?.code ?? '', district: row?.district ?? undefined },
  }
}

export async function insertAssignment(
  db: Db,
  { municipalityId, electionId }: OfElection,
  one: Assignment,
): Promise<void> {
  const { axes } = one
  await sql`
    insert into bureaus.assignment (municipality_id, election_id, assignment_id, seat_id, member_id, origin, draw_rank,
      called_up, replaces, designation, delivery, reply, confirmed, attendance, payment, sanction, designated_at,
      delivered_at, excuse_until, version)
    values (${municipalityId}, ${electionId}, ${one.assignmentId}, ${one.seatId}, ${one.memberId}, ${one.origin},
      ${one.drawRank ?? null}, ${one.calledUp}, ${one.replaces ?? null}, ${axes.designation}, ${axes.delivery},
      ${axes.reply}, ${axes.confirmed}, ${axes.attendance}, ${axes.payment}, ${axes.sanction},
      ${one.designatedAt ?? null}, ${one.deliveredAt ?? null}, ${one.excuseUntil ?? null}, ${one.version})`.execute(
    db,
  )
}

export async function updateAssignment(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { assignmentId, axes, designatedAt, deliveredAt, excuseUntil, version }: Assignment,
): Promise<void> {
  await sql`
    update bureaus.assignment
    set designation = ${axes.designation}, delivery = ${axes.delivery}, reply = ${axes.reply},
      confirmed = ${axes.confirmed}, attendance = ${axes.attendance}, payment = ${axes.payment},
      sanction = ${axes.sanction}, designated_at = ${designatedAt ?? null}, delivered_at = ${deliveredAt ?? null},
      excuse_until = ${excuseUntil ?? null}, version = ${version}
    where municipality_id = ${municipalityId} and election_id = ${electionId}
      and assignment_id = ${assignmentId}`.execute(db)
}

export async function insertEvent(
  db: Db,
  { municipalityId, electionId }: OfElection,
  assignmentId: AssignmentId,
  event: AssignmentEvent,
): Promise<void> {
  await sql`
    insert into bureaus.assignment_event (municipality_id, election_id, assignment_id, version, transition, actor,
      authority, reason, details, axes, happened_at)
    values (${municipalityId}, ${electionId}, ${assignmentId}, ${event.version}, ${event.transition}, ${event.actor},
      ${event.authority}, ${event.reason ?? null}, ${JSON.stringify(event.details)}::jsonb,
      ${JSON.stringify(event.axes)}::jsonb, ${event.happenedAt})`.execute(db)
}

/** Everything that happened to an assignment, the first first; not what came before a call-up to its seat. */
export function timelineOf(
  db: Db,
  election: OfElection,
  assignmentId: AssignmentId,
): Promise<AssignmentEvent[]> {
  return eventsOf(db, election, sql`select ${assignmentId}::uuid as assignment_id, 0 as back`)
}

/** The same, with what happened in each seat from which this person was called up to it. Versions begin anew with every seat. */
export function timelineFromFirstSeat(
  db: Db,
  election: OfElection,
  assignmentId: AssignmentId,
): Promise<AssignmentEvent[]> {
  const { municipalityId, electionId } = election
  const way = sql`
    with recursive way as (
      select a.assignment_id, a.called_up, a.replaces, 0 as back from bureaus.assignment a
      where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.assignment_id = ${assignmentId}
      union all
      select a.assignment_id, a.called_up, a.replaces, way.back + 1 from way
      join bureaus.assignment a on a.municipality_id = ${municipalityId} and a.election_id = ${electionId}
        and a.assignment_id = way.replaces
      where way.called_up)
    select assignment_id, back from way`
  return eventsOf(db, election, way)
}

async function eventsOf(
  db: Db,
  { municipalityId, electionId }: OfElection,
  seats: ReturnType<typeof sql>,
): Promise<AssignmentEvent[]> {
  const { rows } = await sql<Omit<AssignmentEvent, 'reason'> & { reason: string | null }>`
    select e.version, e.transition, e.actor, e.authority, e.reason, e.details, e.axes, e.happened_at as "happenedAt"
    from (${seats}) had
    join bureaus.assignment_event e on e.municipality_id = ${municipalityId} and e.election_id = ${electionId}
      and e.assignment_id = had.assignment_id
    order by had.back desc, e.version`.execute(db)
  return rows.map(({ reason, ...event }) => ({ ...event, ...(reason !== null && { reason }) }))
}
