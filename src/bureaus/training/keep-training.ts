import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import { newId, type TrainingId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { tellMembers } from '../messages/tell-members.ts'
import { giveOut, settle } from './enrol.ts'
import { countPlacesTaken } from './enrolment-store.ts'
import {
  faultOf,
  isElsewhere,
  mostPlaces,
  type Training,
  type TrainingFault,
  type TrainingPlan,
} from './training.ts'
import { insertTraining, lockTraining, markCancelled, updateTraining } from './training-store.ts'
import { enrolledIn } from './trainings-overview.ts'

export interface TrainingDeps {
  readonly database: Database
  readonly clock: Clock
}

interface Keeping {
  readonly election: Election
  readonly by: string
}

export type TrainingRefusal =
  | TrainingFault
  | NumberInText
  | 'starts-in-the-past'
  | 'no-such-training'
  | 'changed-meanwhile'
  | 'cancelled'
  | 'more-enrolled-than-places'
  | 'is-over'

/** A training that members can enrol in. Titles and places are no place for national numbers: they are read by everybody. */
export async function makeTraining(
  { database, clock }: TrainingDeps,
  { election, plan, by }: Keeping & { readonly plan: TrainingPlan },
): Promise<Result<{ trainingId: TrainingId }, TrainingRefusal>> {
  const wrong = whatIsWrong(plan)
  if (wrong) return wrong
  if (plan.startsAt <= clock.now()) return refused('starts-in-the-past')
  const { municipalityId } = election
  const trainingId = newId<TrainingId>()
  return database.inScope(staffOf(municipalityId), async (db) => {
    await insertTraining(db, election, trainingId, plan)
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.training-made', subject: trainingId },
    })
    return { ok: true, trainingId }
  })
}

interface Changing extends Keeping {
  readonly trainingId: TrainingId
  /** As the one who acts saw it. */
  readonly version: number
}

/**
 * Changes it. More places go at once to who waits. `enrolled`: how many have a place; `isElsewhere`: they have to be told, for day, hour or place
 * is another.
 */
export async function changeTraining(
  deps: TrainingDeps,
  { plan, ...changing }: Changing & { readonly plan: TrainingPlan },
): Promise<Result<{ isElsewhere: boolean; enrolled: number }, TrainingRefusal>> {
  const wrong = whatIsWrong(plan)
  if (wrong) return wrong
  return held(deps, changing, async (db, before) => {
    const now = deps.clock.now()
    const isMoved = before.startsAt.getTime() !== plan.startsAt.getTime()
    if (isMoved && plan.startsAt <= now) return refused('starts-in-the-past')
    const { election, trainingId, by } = changing
    await settle(db, { election, training: before, now })
    if ((await countPlacesTaken(db, election, trainingId)) > plan.capacity)
      return refused('more-enrolled-than-places')
    const isOther = isElsewhere(before, plan)
    await updateTraining(db, election, trainingId, { ...plan, movedAt: isOther ? now : before.movedAt })
    await giveOut(db, { election, training: { ...before, ...plan }, now })
    if (isOther) await tellEnrolled(db, { election, training: before, now })
    const done = {
      isElsewhere: isOther,
      enrolled: await countPlacesTaken(db, election, trainingId),
    }
    const { municipalityId } = election
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.training-changed', subject: trainingId },
      details: done,
    })
    return { ok: true, ...done }
  })
}

/** It is not held. Who is enrolled stays known, so that they can be told. */
export function cancelTraining(
  deps: TrainingDeps,
  changing: Changing,
): Promise<Result<{ enrolled: number }, TrainingRefusal>> {
  return held(deps, changing, async (db, training) => {
    const { election, trainingId, by } = changing
    const now = deps.clock.now()
    if (training.endsAt <= now) return refused('is-over')
    await markCancelled(db, election, trainingId, now)
    const enrolled = await countPlacesTaken(db, election, trainingId)
    await tellEnrolled(db, { election, training, now })
    const { municipalityId } = election
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.training-cancelled', subject: trainingId },
      details: { enrolled },
    })
    return { ok: true, enrolled }
  })
}

/** Who has a place is told that there is something new, when messages are on; the others read it on their own page. */
async function tellEnrolled(
  db: Db,
  { election, training, now }: { election: Election; training: Training; now: Date },
): Promise<void> {
  const { trainingId, version } = training
  const enrolled = await enrolledIn(db, election, trainingId, { after: 0, limit: mostPlaces })
  const members = enrolled.filter(({ hasPlace }) => hasPlace).map(({ memberId }) => memberId)
  await tellMembers(db, election, { members, event: `training-${trainingId}-${version}`, at: now })
}

function whatIsWrong(plan: TrainingPlan) {
  const fault = faultOf(plan)
  return fault ? refused(fault) : refuseNumbers(plan.title, plan.place ?? undefined, plan.link ?? undefined)
}

/** One that is not cancelled, and that nobody changed since it was seen. */
function held<Success>(
  { database }: TrainingDeps,
  { election, trainingId, version }: Changing,
  work: (db: Db, training: Training) => Promise<Result<Success, TrainingRefusal>>,
): Promise<Result<Success, TrainingRefusal>> {
  return database.inScope(
    staffOf(election.municipalityId),
    async (db): Promise<Result<Success, TrainingRefusal>> => {
      const training = await lockTraining(db, election, trainingId)
      if (!training) return refused('no-such-training')
      if (training.cancelledAt) return refused('cancelled')
      return training.version === version ? work(db, training) : refused('changed-meanwhile')
    },
  )
}
