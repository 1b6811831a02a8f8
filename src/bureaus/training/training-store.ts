import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { TrainingId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { Training, TrainingPlan } from './training.ts'

/** Columns of a training `t`. */
export const trainingColumns = sql`t.training_id as "trainingId", t.title, t.kinds, t.roles, t.starts_at as "startsAt",
  t.ends_at as "endsAt", t.place, t.link, t.capacity, t.enrol_until as "enrolUntil", t.cancelled_at as "cancelledAt",
  t.moved_at as "movedAt", t.version`

export async function insertTraining(
  db: Db,
  { municipalityId, electionId }: OfElection,
  trainingId: TrainingId,
  plan: TrainingPlan,
): Promise<void> {
  await sql`
    insert into bureaus.training (municipality_id, election_id, training_id, title, kinds, roles, starts_at, ends_at, place, link,
      capacity, enrol_until, version)
    values (${municipalityId}, ${electionId}, ${trainingId}, ${plan.title}, ${plan.kinds}, ${plan.roles}, ${plan.startsAt},
      ${plan.endsAt}, ${plan.place}, ${plan.link}, ${plan.capacity}, ${plan.enrolUntil}, 1)`.execute(db)
}

/** The training, held for the caller's transaction: whoever else enrols, leaves or changes it waits. */
export async function lockTraining(
  db: Db,
  { municipalityId, electionId }: OfElection,
  trainingId: TrainingId,
): Promise<Training | undefined> {
  const { rows } = await sql<Training>`
    select ${trainingColumns} from bureaus.training t
    where t.municipality_id = ${municipalityId} and t.election_id = ${electionId} and t.training_id = ${trainingId}
    for update`.execute(db)
  return rows[0]
}

export async function updateTraining(
  db: Db,
  { municipalityId, electionId }: OfElection,
  trainingId: TrainingId,
  plan: TrainingPlan & { readonly movedAt: Date | null },
): Promise<void> {
  await sql`
    update bureaus.training t set title = ${plan.title}, kinds = ${plan.kinds}, roles = ${plan.roles},
      starts_at = ${plan.startsAt}, ends_at = ${plan.endsAt}, place = ${plan.place}, link = ${plan.link},
      capacity = ${plan.capacity}, enrol_until = ${plan.enrolUntil}, moved_at = ${plan.movedAt},
      version = t.version + 1
    where t.municipality_id = ${municipalityId} and t.election_id = ${electionId} and t.training_id = ${trainingId}`.execute(
    db,
  )
}

export async function markCancelled(
  db: Db,
  { municipalityId, electionId }: OfElection,
  trainingId: TrainingId,
  at: Date,
): Promise<void> {
  await sql`
    update bureaus.training t set cancelled_at = ${at}, version = t.version + 1
    where t.municipality_id = ${municipalityId} and t.election_id = ${electionId} and t.training_id = ${trainingId}`.execute(
    db,
  )
}
