import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { MemberId, TrainingId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { EnrolChannel, Training, TrainingAttendance } from './training.ts'

/** Of member `e.member_id`: designated, and not let go since. */
export const isStillMember = sql`exists (
  select from bureaus.assignment a where a.municipality_id = e.municipality_id and a.election_id = e.election_id
    and a.member_id = e.member_id and a.designation = 'DESIGNATED')`

interface NewEnrolment {
  readonly trainingId: TrainingId
  readonly capacity: number
  readonly memberId: MemberId
  readonly channel: EnrolChannel
  readonly at: Date
}

/** At the end of the queue; answers whether this member was not in it yet. The caller holds the training. */
export async function insertEnrolment(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { trainingId, capacity, memberId, channel, at }: NewEnrolment,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into bureaus.training_enrolment (municipality_id, election_id, training_id, member_id, capacity, queue, channel, enrolled_at)
    select ${municipalityId}, ${electionId}, ${trainingId}, ${memberId}, ${capacity}, coalesce(max(e.queue), 0) + 1, ${channel}, ${at}
    from bureaus.training_enrolment e
    where e.municipality_id = ${municipalityId} and e.election_id = ${electionId} and e.training_id = ${trainingId}
    on conflict (municipality_id, election_id, training_id, member_id) do nothing`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

export async function deleteEnrolment(
  db: Db,
  { municipalityId, electionId }: OfElection,
  trainingId: TrainingId,
  memberId: MemberId,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from bureaus.training_enrolment e
    where e.municipality_id = ${municipalityId} and e.election_id = ${electionId} and e.training_id = ${trainingId}
      and e.member_id = ${memberId}`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

/** Takes out who sits in no bureau any more; whose attendance was noted stays, for it was so. */
export async function deleteGone(
  db: Db,
  { municipalityId, electionId }: OfElection,
  trainingId: TrainingId,
): Promise<MemberId[]> {
  const { rows } = await sql<{ memberId: MemberId }>`
    delete from bureaus.training_enrolment e
    where e.municipality_id = ${municipalityId} and e.election_id = ${electionId} and e.training_id = ${trainingId}
      and e.attendance is null and not ${isStillMember}
    returning e.member_id as "memberId"`.execute(db)
  return rows.map(({ memberId }) => memberId)
}

/**
 * Gives out the places: who has one keeps one, then who waits, in the order in which they came. Answers who got one and in whose row something
 * changed. The caller holds the training.
 */
export async function givePlaces(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { trainingId, capacity }: Pick<Training, 'trainingId' | 'capacity'>,
): Promise<MemberId[]> {
  const { rows } = await sql<{ memberId: MemberId; gotPlace: boolean }>`
    with turns as (
      select e.member_id, e.place_number as before,
        row_number() over (order by e.place_number is null, e.queue) as turn
      from bureaus.training_enrolment e
      where e.municipality_id = ${municipalityId} and e.election_id = ${electionId} and e.training_id = ${trainingId})
    update bureaus.training_enrolment e
    set place_number = case when turns.turn <= ${capacity} then turns.turn end, capacity = ${capacity}
    from turns
    where e.municipality_id = ${municipalityId} and e.election_id = ${electionId} and e.training_id = ${trainingId}
      and e.member_id = turns.member_id
      and (e.capacity <> ${capacity} or e.place_number is distinct from case when turns.turn <= ${capacity} then turns.turn end)
    returning e.member_id as "memberId", turns.before is null and e.place_number is not null as "gotPlace"`.execute(
    db,
  )
  return rows.filter(({ gotPlace }) => gotPlace).map(({ memberId }) => memberId)
}

export async function markMovedUp(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { trainingId, members, at }: { trainingId: TrainingId; members: readonly MemberId[]; at: Date },
): Promise<void> {
  await sql`
    update bureaus.training_enrolment e set moved_up_at = ${at}
    where e.municipality_id = ${municipalityId} and e.election_id = ${electionId} and e.training_id = ${trainingId}
      and e.member_id = any(${members}::uuid[])`.execute(db)
}

export async function countPlacesTaken(
  db: Db,
  { municipalityId, electionId }: OfElection,
  trainingId: TrainingId,
): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    select count(e.place_number)::integer as taken from bureaus.training_enrolment e
    where e.municipality_id = ${municipalityId} and e.election_id = ${electionId} and e.training_id = ${trainingId}`.execute(
    db,
  )
  return rows[0]!.taken
}

export interface FoundEnrolment {
  readonly hasPlace: boolean
  readonly attendance: TrainingAttendance | null
}

export async function findEnrolment(
  db: Db,
  { municipalityId, electionId }: OfElection,
  trainingId: TrainingId,
  memberId: MemberId,
): Promise<FoundEnrolment | undefined> {
  const { rows } = await sql<FoundEnrolment>`
    select e.place_number is not null as "hasPlace", e.attendance from bureaus.training_enrolment e
    where e.municipality_id = ${municipalityId} and e.election_id = ${electionId} and e.training_id = ${trainingId}
      and e.member_id = ${memberId}`.execute(db)
  return rows[0]
}

export async function writeAttendance(
  db: Db,
  { municipalityId, electionId }: OfElection,
  noted: { trainingId: TrainingId; memberId: MemberId; attendance: TrainingAttendance; at: Date; by: string },
): Promise<void> {
  await sql`
    update bureaus.training_enrolment e
    set attendance = ${noted.attendance}, noted_at = ${noted.at}, noted_by = ${noted.by}
    where e.municipality_id = ${municipalityId} and e.election_id = ${electionId} and e.training_id = ${noted.trainingId}
      and e.member_id = ${noted.memberId}`.execute(db)
}

/** Whether this member sits in a bureau, in a function that the training is for. */
export async function isMeantFor(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { kinds, roles }: Pick<Training, 'kinds' | 'roles'>,
  memberId: MemberId,
): Promise<boolean> {
  const { rows } = await sql`
    select from bureaus.assignment a
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id and b.bureau_id = s.bureau_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.member_id = ${memberId}
      and a.designation = 'DESIGNATED' and s.role = any(${roles}) and b.kind = any(${kinds})`.execute(db)
  return rows.length > 0
}

/** Trainings that are still to come, with somebody in them who sits in no bureau any more. */
export async function trainingsWithGone(
  db: Db,
  { municipalityId, electionId }: OfElection,
  now: Date,
): Promise<TrainingId[]> {
  const { rows } = await sql<{ trainingId: TrainingId }>`
    select distinct t.training_id as "trainingId" from bureaus.training t
    join bureaus.training_enrolment e on e.municipality_id = t.municipality_id and e.election_id = t.election_id
      and e.training_id = t.training_id
    where t.municipality_id = ${municipalityId} and t.election_id = ${electionId} and t.cancelled_at is null
      and t.starts_at > ${now} and not ${isStillMember}`.execute(db)
  return rows.map(({ trainingId }) => trainingId)
}
