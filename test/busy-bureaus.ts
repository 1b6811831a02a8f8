import { enrol, exportClaims, keptBureaus, makeTraining, noteClaim } from '../src/bureaus/index.ts'
import {
  aCalledMember,
  adopted,
  afterPollingDay,
  aMember,
  aPollingBureau,
  aProposal,
  aTraining,
  withSections,
} from '../src/bureaus/testing.ts'
import type { DeskTrial } from '../src/desk/testing.ts'
import type { Election } from '../src/elections/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { expectOk } from './expect-ok.ts'

const by = 'test'
const payer = { name: 'FOD Binnenlandse Zaken', iban: 'BE71096123456769' }

/** Two bureaus of this election: somebody who is called, and a chair who came, is paid, and is in a batch; a training that the one who is called has a place in; and a proposal that waits. */
export async function busyBureaus({ deps, here }: DeskTrial, election: Election): Promise<void> {
  await withSections(deps.database, election, [1, 2])
  await adopted(deps, election, [aPollingBureau(1, 2), aPollingBureau(2, 2)])
  const kept = await deps.database.inScope(staffOf(here), (db) => keptBureaus(db, election))
  const seatFor = (number: string, role: string) =>
    kept.find((one) => one.number === number)!.seats.find((seat) => seat.role === role)!.seatId
  const memberId = await aMember(deps, election, 1)
  await aCalledMember(deps, { election, seatId: seatFor('1', 'CHAIR'), memberId })
  const startsAt = new Date(deps.clock.now().getTime() + 10 * 86_400_000)
  const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000)
  const plan = aTraining({ startsAt, endsAt, enrolUntil: startsAt })
  const { trainingId } = expectOk(await makeTraining(deps, { election, plan, by }))
  expectOk(await enrol(deps, { election, trainingId, memberId, channel: 'PHONE', by }))
  const proposed = await aMember(deps, election, 3)
  await aProposal(deps, { election, seatId: seatFor('1', 'ASSESSOR'), memberId: proposed })
  const arrivedAt = new Date(`${election.pollingDay}T05:00:00Z`)
  const assignmentId = await afterPollingDay(deps, {
    ...{ election, seatId: seatFor('2', 'CHAIR'), memberId: await aMember(deps, election, 2) },
    ...{ arrivedAt, iban: 'BE68539007547034' },
  })
  const note = { livesHere: true, needed: false }
  expectOk(await noteClaim(deps, { election, assignmentId, note, by }))
  expectOk(await exportClaims(deps, { election, payer, payOn: '2029-07-15', by }))
}
