import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MemberId, TrainingId } from '../../platform/ids.ts'
import { messagesTo } from '../messages/messages-overview.ts'
import { changeSchedule } from '../messages/schedule.ts'
import { adopted, aLocalElection, aPollingBureau, aReachableMember, bureauDeps } from '../testing.ts'
import { enrol } from './enrol.ts'
import { cancelTraining, changeTraining, makeTraining } from './keep-training.ts'
import { aTraining } from './testing.ts'
import type { TrainingPlan } from './training.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
let trainingId: TrainingId
const by = 'clerk'
const plan = aTraining({ roles: ['ASSESSOR'] })
beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  await adopted(deps, election, [aPollingBureau(1, 2)])
  const made = await makeTraining(deps, { election, plan, by })
  if (!made.ok) throw new Error(made.because)
  trainingId = made.trainingId
})
afterAll(() => database.close())

const told = async (memberId: MemberId) =>
  (await database.inScope(staffOf(firstMunicipality), (db) => messagesTo(db, election, memberId))).map(
    ({ event, template }) => [event, template],
  )
const switched = (isOn: boolean) =>
  changeSchedule(deps, { election, template: 'notice', isOn, daysBefore: 1, hour: '00:00', by })
const change = (version: number, changes: Partial<TrainingPlan>) =>
  changeTraining(deps, { election, trainingId, version, plan: { ...plan, ...changes }, by })

test('who has a place is told that there is something new when it is moved or cancelled, and for nothing else', async () => {
  const lotte = await aReachableMember(deps, election, 1, { phone: '0470000001', email: 'lotte@x.example' })
  const silent = await aReachableMember(deps, election, 2)
  for (const { memberId } of [lotte, silent])
    expect(await enrol(deps, { election, trainingId, memberId, channel: 'PHONE', by })).toMatchObject({
      ok: true,
    })
  expect(await change(1, { place: 'Sporthal' })).toMatchObject({ ok: true, isElsewhere: true })
  expect(await told(lotte.memberId), 'switched off').toEqual([])
  await switched(true)
  expect(await change(2, { place: 'Sporthal', title: 'Anders' })).toMatchObject({ isElsewhere: false })
  expect(await told(lotte.memberId), 'another title').toEqual([])
  expect(await change(3, { place: 'Bibliotheek' })).toMatchObject({ isElsewhere: true })
  expect(await cancelTraining(deps, { election, trainingId, version: 4, by })).toMatchObject({ ok: true })
  expect(await told(lotte.memberId)).toEqual([
    [`training-${trainingId}-3`, 'notice'],
    [`training-${trainingId}-4`, 'notice'],
  ])
  expect(await told(silent.memberId), 'gave no contact').toEqual([])
})
