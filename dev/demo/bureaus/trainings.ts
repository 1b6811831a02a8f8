import type { App } from '../../../src/app.ts'
import {
  enrol,
  keptBureaus,
  makeTraining,
  noteTrainingAttendance,
  type SeatedAssignment,
  selectAssignments,
  type TrainingPlan,
} from '../../../src/bureaus/index.ts'
import type { Election } from '../../../src/elections/index.ts'
import { dayInBelgium, momentOn } from '../../../src/platform/dates.ts'
import { staffOf } from '../../../src/platform/db/scope.ts'
import type { TrainingId } from '../../../src/platform/ids.ts'
import { expectOk } from '../expect-ok.ts'
import type { BureausStaff } from './town.ts'

const heldAgo = 4
const comesIn = 9
const placesHeld = 8
const placesComing = 6
const waiting = 3

/** One evening that was held, of which it was noted who came, and one to come that is full, with people who wait. Answers both in words. */
export async function trainings(
  daysAgo: (days: number) => App,
  election: Election,
  { clerk }: BureausStaff,
): Promise<string> {
  const now = daysAgo(0)
  const chairs = await chairsOf(now, election)
  const held = await made(daysAgo(11), election, clerk.staffId, eveningOf(daysAgo(heldAgo), placesHeld))
  const coming = await made(daysAgo(8), election, clerk.staffId, eveningOf(daysAgo(-comesIn), placesComing))
  // The last of them stayed away.
  const came = chairs.slice(0, placesHeld)
  for (const one of came) await comes(daysAgo(9), { election, trainingId: held, one, by: clerk.staffId })
  for (const one of chairs.slice(placesHeld, placesHeld + placesComing + waiting))
    await comes(daysAgo(6), { election, trainingId: coming, one, by: clerk.staffId })
  const noted = new Map(
    came.map(({ memberId }, at) => [memberId, at < came.length - 1 ? 'PRESENT' : 'ABSENT'] as const),
  )
  const note = { election, trainingId: held, noted, by: clerk.staffId }
  expectOk('who came to the training', await noteTrainingAttendance(daysAgo(heldAgo - 1), note))
  return `two trainings: one was held with ${came.length - 1} chairs, one is full and ${waiting} wait`
}

/** Of polling bureaus, who is designated, the first bureaus first. */
async function chairsOf({ database }: App, election: Election): Promise<SeatedAssignment[]> {
  return database.inScope(staffOf(election.municipalityId), async (db) => {
    const polling = (await keptBureaus(db, election)).filter(({ kind }) => kind === 'POLLING')
    const bureaus = polling.map(({ bureauId }) => bureauId)
    const all = await selectAssignments(db, election, { bureaus })
    return all
      .filter(({ role, axes }) => role === 'CHAIR' && axes.designation === 'DESIGNATED')
      .sort((one, other) => bureaus.indexOf(one.bureauId) - bureaus.indexOf(other.bureauId))
  })
}

function eveningOf({ clock }: App, capacity: number): TrainingPlan {
  const day = dayInBelgium(clock.now())
  const startsAt = momentOn(day, '19:00')
  return {
    ...{ title: 'Voorzitter van een stembureau', kinds: ['POLLING'], roles: ['CHAIR', 'SECRETARY'] },
    ...{ startsAt, endsAt: momentOn(day, '21:00'), enrolUntil: startsAt },
    ...{ place: 'Sporthal De Zonnewijzer, vergaderzaal', link: null, capacity },
  }
}

async function made(deps: App, election: Election, by: string, plan: TrainingPlan): Promise<TrainingId> {
  return expectOk('a training', await makeTraining(deps, { election, plan, by })).trainingId
}

interface Coming {
  readonly election: Election
  readonly trainingId: TrainingId
  readonly one: SeatedAssignment
  readonly by: string
}

/** Who has the call enrols in the portal, who has none yet by telephone. */
async function comes(deps: App, { election, trainingId, one, by }: Coming): Promise<void> {
  const isCalled = one.axes.delivery === 'DELIVERED'
  const how = isCalled ? ({ channel: 'PORTAL', by: 'citizen' } as const) : ({ channel: 'PHONE', by } as const)
  const { memberId } = one
  expectOk('an enrolment', await enrol(deps, { election, trainingId, memberId, ...how }))
}
