import type { Election } from '../../elections/index.ts'
import { recordAudit, recordAudits } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MemberId, TrainingId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import {
  deleteEnrolment,
  deleteGone,
  findEnrolment,
  givePlaces,
  insertEnrolment,
  isMeantFor,
  markMovedUp,
} from './enrolment-store.ts'
import type { TrainingDeps } from './keep-training.ts'
import type { EnrolChannel, Training } from './training.ts'
import { lockTraining } from './training-store.ts'

interface Enrolling {
  readonly election: Election
  readonly trainingId: TrainingId
  readonly memberId: MemberId
  /** A staff id, or `citizen`. */
  readonly by: string
  /** By the member, until the last moment for it; by staff until it is over. */
  readonly channel: EnrolChannel
}

export type EnrolRefusal =
  | 'no-such-training'
  | 'cancelled'
  | 'enrolment-closed'
  | 'not-for-this-function'
  | 'already-enrolled'

/** Puts a member on a place, or behind who waits when there is none. */
export function enrol(
  { database, clock }: TrainingDeps,
  { election, trainingId, memberId, channel, by }: Enrolling,
): Promise<Result<{ hasPlace: boolean }, EnrolRefusal>> {
  const now = clock.now()
  return database.inScope(
    staffOf(election.municipalityId),
    async (db): Promise<Result<{ hasPlace: boolean }, EnrolRefusal>> => {
      const training = await lockTraining(db, election, trainingId)
      if (!training) return refused('no-such-training')
      if (training.cancelledAt) return refused('cancelled')
      if (now >= lastMoment(training, channel)) return refused('enrolment-closed')
      if (!(await isMeantFor(db, election, training, memberId))) return refused('not-for-this-function')
      await settle(db, { election, training, now })
      const { capacity } = training
      const isNew = await insertEnrolment(db, election, { trainingId, capacity, memberId, channel, at: now })
      if (!isNew) return refused('already-enrolled')
      const hasPlace = (await giveOut(db, { election, training, now }, memberId)).includes(memberId)
      const { municipalityId } = election
      await recordAudit(db, {
        ...{ municipalityId, actor: by, action: 'bureaus.training-enrolled', subject: memberId },
        details: { training: trainingId, hasPlace },
      })
      return { ok: true, hasPlace }
    },
  )
}

/** Until when somebody is enrolled, or leaves, by this way. */
export function lastMoment(
  { enrolUntil, endsAt }: Pick<Training, 'enrolUntil' | 'endsAt'>,
  channel: EnrolChannel,
): Date {
  return channel === 'PORTAL' ? enrolUntil : endsAt
}

export type LeaveRefusal = 'no-such-training' | 'not-enrolled' | 'has-begun' | 'attendance-noted'

/** Takes a member out; who waits longest gets the place at once. By themselves until it begins. */
export function leaveTraining(
  { database, clock }: TrainingDeps,
  { election, trainingId, memberId, by, channel }: Enrolling,
): Promise<Result<{ movedUp: number }, LeaveRefusal>> {
  const now = clock.now()
  return database.inScope(
    staffOf(election.municipalityId),
    async (db): Promise<Result<{ movedUp: number }, LeaveRefusal>> => {
      const training = await lockTraining(db, election, trainingId)
      if (!training) return refused('no-such-training')
      if (channel === 'PORTAL' && now >= training.startsAt) return refused('has-begun')
      const found = await findEnrolment(db, election, trainingId, memberId)
      if (!found) return refused('not-enrolled')
      if (found.attendance) return refused('attendance-noted')
      await deleteEnrolment(db, election, trainingId, memberId)
      await recordLeft(db, { election, training, by }, [memberId])
      return { ok: true, movedUp: await settle(db, { election, training, now }) }
    },
  )
}

interface Settling {
  readonly election: Election
  readonly training: Training
  readonly now: Date
}

/**
 * Frees the places of who sits in no bureau any more, and gives what is free to who waits; answers to how many. Nobody moves up in a training that
 * began or is cancelled: they could not come. The caller holds the training.
 */
export async function settle(db: Db, { election, training, now }: Settling): Promise<number> {
  const { trainingId, startsAt, cancelledAt } = training
  if (cancelledAt || now >= startsAt) return 0
  const gone = await deleteGone(db, election, trainingId)
  await recordLeft(db, { election, training, by: 'program' }, gone)
  return (await giveOut(db, { election, training, now })).length
}

/** Gives what is free to who waits, also in what has begun: whoever came may get one of the places that were added. Answers to whom. */
export async function giveOut(
  db: Db,
  { election, training, now }: Settling,
  newcomer?: MemberId,
): Promise<readonly MemberId[]> {
  const { trainingId } = training
  const given = await givePlaces(db, election, training)
  const members = given.filter((memberId) => memberId !== newcomer)
  if (members.length === 0) return given
  await markMovedUp(db, election, { trainingId, members, at: now })
  const { municipalityId } = election
  const each = members.map((subject) => ({ subject, details: { training: trainingId } }))
  await recordAudits(db, { municipalityId, actor: 'program', action: 'bureaus.training-moved-up' }, each)
  return given
}

async function recordLeft(
  db: Db,
  { election: { municipalityId }, training: { trainingId }, by }: Omit<Settling, 'now'> & { by: string },
  members: readonly MemberId[],
): Promise<void> {
  for (const memberId of members)
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.training-left', subject: memberId },
      details: { training: trainingId },
    })
}
