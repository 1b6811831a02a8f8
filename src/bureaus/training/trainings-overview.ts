import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, MemberId, TrainingId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import { isStillMember } from './enrolment-store.ts'
import type { Enrolment, Training } from './training.ts'
import { trainingColumns } from './training-store.ts'

/** A training with how full it is. */
export interface ListedTraining extends Training {
  readonly enrolled: number
  readonly waiting: number
  readonly present: number
  /** Of whom it is not noted whether they came. */
  readonly unnoted: number
}

const mostTrainings = 200

/** Every training of an election, the soonest first. Counted by the database: no person comes along. */
export async function listTrainings(
  db: Db,
  { municipalityId, electionId }: OfElection,
  trainingId?: TrainingId,
): Promise<ListedTraining[]> {
  const { rows } = await sql<ListedTraining>`
    select ${trainingColumns}, coalesce(c.enrolled, 0) as enrolled, coalesce(c.waiting, 0) as waiting,
      coalesce(c.present, 0) as present, coalesce(c.unnoted, 0) as unnoted
    from bureaus.training t
    left join (
      select e.training_id, count(e.place_number)::integer as enrolled,
        (count(*) - count(e.place_number))::integer as waiting,
        (count(*) filter (where e.attendance = 'PRESENT'))::integer as present,
        (count(e.place_number) - count(e.attendance))::integer as unnoted
      from bureaus.training_enrolment e
      where e.municipality_id = ${municipalityId} and e.election_id = ${electionId}
        and (e.attendance is not null or ${isStillMember})
      group by e.training_id) c on c.training_id = t.training_id
    where t.municipality_id = ${municipalityId} and t.election_id = ${electionId}
      and (${trainingId ?? null}::uuid is null or t.training_id = ${trainingId ?? null})
    order by t.starts_at, t.training_id limit ${mostTrainings}`.execute(db)
  return rows
}

/** Who has a place or waits, with the seat they sit in. */
export interface EnrolledMember extends Enrolment {
  readonly queue: number
  readonly lastName: string
  readonly firstNames: string
  /** Of who sits in no bureau any more: none. */
  readonly assignmentId: AssignmentId | null
  readonly role: SeatRole | null
  readonly kind: KeptKind | null
  readonly number: string | null
}

/** Who has a place first, then who waits, in the order in which they came; after `after`, so many. */
export async function enrolledIn(
  db: Db,
  { municipalityId, electionId }: OfElection,
  trainingId: TrainingId,
  { after = 0, limit }: { readonly after?: number; readonly limit: number },
): Promise<EnrolledMember[]> {
  const { rows } = await sql<EnrolledMember>`
    select o.*, m.last_name as "lastName", m.first_names as "firstNames", a.assignment_id as "assignmentId", s.role, b.kind, b.number
    from (
      select e.municipality_id, e.election_id, e.member_id as "memberId", e.place_number is not null as "hasPlace",
        case when e.place_number is null then (count(*) filter (where e.place_number is null) over (order by e.queue))::integer end
          as "waitsAs",
        e.channel, e.enrolled_at as "enrolledAt", e.moved_up_at as "movedUpAt", e.attendance,
        (row_number() over (order by e.place_number is null, e.place_number, e.queue))::integer as queue
      from bureaus.training_enrolment e
      where e.municipality_id = ${municipalityId} and e.election_id = ${electionId} and e.training_id = ${trainingId}) o
    join bureaus.member m on m.municipality_id = o.municipality_id and m.election_id = o.election_id and m.member_id = o."memberId"
    left join bureaus.assignment a on a.municipality_id = o.municipality_id and a.election_id = o.election_id
      and a.member_id = o."memberId" and a.designation = 'DESIGNATED'
    left join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    left join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id
      and b.bureau_id = s.bureau_id
    where o.queue > ${after} order by o.queue limit ${limit}`.execute(db)
  return rows
}

/** A chair who was in no training yet. */
export interface UntrainedChair {
  readonly assignmentId: AssignmentId
  readonly memberId: MemberId
  readonly lastName: string
  readonly firstNames: string
  readonly kind: KeptKind
  readonly number: string
  /** The soonest that they have a place in. */
  readonly enrolledIn: Date | null
}

const chairs = (municipalityId: number, electionId: string) => sql`
  bureaus.assignment a
  join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
  join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id and b.bureau_id = s.bureau_id
  where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.designation = 'DESIGNATED'
    and s.role = 'CHAIR' and b.kind <> 'MAIN'
    and not exists (
      select from bureaus.training_enrolment e
      where e.municipality_id = a.municipality_id and e.election_id = a.election_id and e.member_id = a.member_id
        and e.attendance = 'PRESENT')`

/** How many trainings there are that were not cancelled, and how many chairs were in none yet. */
export async function trainingCounts(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<{ trainings: number; untrained: number }> {
  const { rows } = await sql<{ trainings: number; untrained: number }>`
    select (select count(*)::integer from bureaus.training t
            where t.municipality_id = ${municipalityId} and t.election_id = ${electionId} and t.cancelled_at is null) as trainings,
      (select count(*)::integer from ${chairs(municipalityId, electionId)}) as untrained`.execute(db)
  return rows[0]!
}

/** They by bureau, after the one with the key `after`. */
export async function untrainedChairs(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<UntrainedChair[]> {
  const { rows } = await sql<UntrainedChair>`
    select u.*, m.last_name as "lastName", m.first_names as "firstNames",
      (select min(t.starts_at) from bureaus.training_enrolment e
       join bureaus.training t on t.municipality_id = e.municipality_id and t.election_id = e.election_id
         and t.training_id = e.training_id
       where e.municipality_id = m.municipality_id and e.election_id = m.election_id and e.member_id = m.member_id
         and e.place_number is not null and e.attendance is null and t.cancelled_at is null) as "enrolledIn"
    from (
      select a.assignment_id as "assignmentId", a.member_id as "memberId", b.kind, b.number
      from ${chairs(municipalityId, electionId)}) u
    join bureaus.member m on m.municipality_id = ${municipalityId} and m.election_id = ${electionId} and m.member_id = u."memberId"
    where ${after ?? null}::text is null or (length(u.number), u.number) > (length(${after ?? ''}::text), ${after ?? ''}::text)
    order by length(u.number), u.number, u."assignmentId" limit ${limit}`.execute(db)
  return rows
}

/** A training as one member sees it. */
export interface TrainingOfMember extends ListedTraining {
  readonly mine: Enrolment | null
}

/** What a member in this function can enrol in or is enrolled in. In the scope of the municipality: how full it is, others tell. */
export async function trainingsOfMember(
  db: Db,
  election: OfElection,
  { memberId, role, kind }: { memberId: MemberId; role: SeatRole; kind: KeptKind },
): Promise<TrainingOfMember[]> {
  const { municipalityId, electionId } = election
  const { rows } = await sql<Enrolment & { trainingId: TrainingId }>`
    select e.training_id as "trainingId", e.member_id as "memberId", e.place_number is not null as "hasPlace",
      case when e.place_number is null then (
        select count(*)::integer from bureaus.training_enrolment o
        where o.municipality_id = e.municipality_id and o.election_id = e.election_id and o.training_id = e.training_id
          and o.place_number is null and o.queue <= e.queue) end as "waitsAs",
      e.channel, e.enrolled_at as "enrolledAt", e.moved_up_at as "movedUpAt", e.attendance
    from bureaus.training_enrolment e
    where e.municipality_id = ${municipalityId} and e.election_id = ${electionId} and e.member_id = ${memberId}`.execute(
    db,
  )
  return (await listTrainings(db, election))
    .map((training) => ({
      ...training,
      mine: rows.find(({ trainingId }) => trainingId === training.trainingId) ?? null,
    }))
    .filter(({ mine, kinds, roles }) => mine || (kinds.includes(kind) && roles.includes(role)))
}
