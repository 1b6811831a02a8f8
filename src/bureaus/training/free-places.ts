import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { settle } from './enrol.ts'
import { trainingsWithGone } from './enrolment-store.ts'
import type { TrainingDeps } from './keep-training.ts'
import { lockTraining } from './training-store.ts'

/** Whoever was let go from a bureau gives the place in a training to who waits, without anybody opening a page. Answers how many got one. */
export async function freeTrainingPlaces(
  { database, clock }: TrainingDeps,
  election: Election,
): Promise<number> {
  const now = clock.now()
  const scope = staffOf(election.municipalityId)
  const found = await database.inScope(scope, (db) => trainingsWithGone(db, election, now))
  let movedUp = 0
  for (const trainingId of found)
    movedUp += await database.inScope(scope, async (db) => {
      const training = await lockTraining(db, election, trainingId)
      return training ? settle(db, { election, training, now }) : 0
    })
  return movedUp
}
