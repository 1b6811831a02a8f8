import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { endDeputy, nameDeputy, type Staff } from '../../municipalities/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { releaseFacts } from '../certificate/certificate-overview.ts'
import { aLettersTrial, aStaffMember, type LettersTrial } from '../testing.ts'
import { breakGlass } from './break-glass.ts'
import { refuseRelease, releaseLetters } from './release-letters.ts'

const reason = 'both releasers are away since Monday'
let trial: LettersTrial
let carla: Staff
let dirk: Staff
let sampleSha256: Buffer

beforeAll(async () => {
  trial = await aLettersTrial(20)
  const { deps, election } = trial
  carla = await aStaffMember(deps, election, 'carla@zonnedorp.example', ['letters.read', 'voters.read'])
  dirk = await aStaffMember(deps, election, 'dirk@zonnedorp.example', [
    'staff.manage',
    'letters.request-release',
  ])
  await trial.compose()
  await trial.sample()
})
afterAll(() => trial.database.close())

const period = { from: '2029-05-01', until: '2029-05-04' }
const name = (staff: Staff, absent: Staff, deputy: Staff, more: object = {}) =>
  nameDeputy(trial.deps, {
    ...{ staff, absent: absent.staffId, deputy: deputy.staffId, ...period, reason: 'on leave' },
    ...more,
  })
const at = (moment: string) => ({ ...trial.deps, clock: fixedClock(moment) })
const release = (staff: Staff, deps = trial.deps) =>
  releaseLetters(deps, { election: trial.election, staff, sampleSha256 })
const glass = (staff: Staff, facts: object = {}, deps = trial.deps) =>
  breakGlass(deps, { election: trial.election, staff, sampleSha256, reason, ...facts })
const takeBack = () =>
  refuseRelease(trial.deps, { election: trial.election, staff: trial.an, reason: 'another try' })

async function ask(staff: Staff): Promise<void> {
  sampleSha256 = expectOk(await trial.request(staff, 'the same once more')).sampleSha256
}

test('a deputy is named by the releaser or who manages the staff, for a period, never by oneself', async () => {
  const { an, bert } = trial
  expect(await name(carla, bert, carla)).toMatchObject({ because: 'right-missing' })
  expect(await name(an, bert, carla)).toMatchObject({ because: 'right-missing' })
  expect(await name(dirk, bert, dirk)).toMatchObject({ because: 'not-oneself' })
  expect(await name(bert, bert, bert)).toMatchObject({ because: 'not-oneself' })
  expect(await name(dirk, carla, an)).toMatchObject({ because: 'nothing-to-deputise' })
  expect(await name(bert, bert, carla, { reason: ' ' })).toMatchObject({ because: 'reason-missing' })
  expect(await name(bert, bert, carla, { from: '2029-05-32' })).toMatchObject({ because: 'not-a-day' })
  for (const wrong of [
    { until: '2029-04-30' },
    { from: '2029-04-01', until: '2029-05-01' },
    { until: '2029-09-01' },
  ])
    expect(await name(bert, bert, carla, wrong)).toMatchObject({ because: 'period-wrong' })
})

test('a deputy does not release what was asked by whom it stands for, or by who named it', async () => {
  const { an, bert } = trial
  await ask(an)
  const own = expectOk(await name(an, an, carla))
  expect(await release(carla)).toMatchObject({ because: 'same-person' })
  expectOk(await endDeputy(trial.deps, { staff: an, deputyId: own.deputyId }))
  expect(await release(carla)).toMatchObject({ because: 'right-missing' })
  expectOk(await takeBack())
  await ask(dirk)
  const byDirk = expectOk(await name(dirk, bert, carla))
  expect(await release(carla)).toMatchObject({ because: 'same-person' })
  expectOk(await endDeputy(trial.deps, { staff: carla, deputyId: byDirk.deputyId }))
  expect(await glass(dirk)).toMatchObject({ because: 'same-person' })
  expectOk(await refuseRelease(trial.deps, { election: trial.election, staff: bert, reason: 'next' }))
})

test('the glass is broken by who manages the staff, for a reason, once, and holds for an hour', async () => {
  const { an, bert } = trial
  expect(await glass(dirk)).toMatchObject({ because: 'nothing-requested' })
  await ask(an)
  expect(await release(dirk)).toMatchObject({ because: 'right-missing' })
  expect(await glass(carla)).toMatchObject({ because: 'right-missing' })
  expect(await glass(dirk, { reason: 'nobody here' })).toMatchObject({ because: 'reason-too-short' })
  expect(await glass(dirk, { sampleSha256: Buffer.alloc(32) })).toMatchObject({ because: 'other-sample' })
  const deputy = expectOk(await name(bert, bert, carla))
  expect(await glass(dirk)).toMatchObject({ because: 'deputy-there' })
  expectOk(await endDeputy(trial.deps, { staff: bert, deputyId: deputy.deputyId }))
  expect(expectOk(await glass(dirk)).until).toEqual(new Date('2029-05-02T11:00:00Z'))
  expect(await glass(dirk)).toMatchObject({ because: 'broken-already' })
  expect(await release(dirk, at('2029-05-02T11:00:00Z'))).toMatchObject({ because: 'right-missing' })
  expectOk(await takeBack())
  await ask(an)
  expect(await release(dirk), 'it was broken for another request').toMatchObject({ because: 'right-missing' })
  expectOk(await glass(dirk))
})

test('the release says who stood in and why, in the log and on the certificate', async () => {
  expectOk(await release(dirk, at('2029-05-02T10:59:00Z')))
  const { municipalityId, electionId } = trial.election
  const facts = await trial.here((db) => releaseFacts(db, { municipalityId, electionId }))
  expect(facts).toMatchObject([
    { requestedBy: 'an@zonnedorp.example', releasedAs: 'broken-glass', releasedBecause: reason, letters: 20 },
  ])
  const { rows } = await trial.here((db) =>
    sql<{ details: object }>`select e.details from platform.audit_event e
      where e.action in ('letters.glass-broken', 'letters.released') order by e.event_id`.execute(db),
  )
  expect(rows.at(-2)?.details).toMatchObject({ reason })
  expect(rows.at(-1)?.details).toMatchObject({ as: 'broken-glass', because: reason, letters: 20 })
})

test('a deputy releases in the period and not outside it, as long as the absent person has the right', async () => {
  await trial.database.close()
  trial = await aLettersTrial(20)
  const { deps, election, an, bert } = trial
  carla = await aStaffMember(deps, election, 'carla@zonnedorp.example', ['letters.read', 'voters.read'])
  await trial.compose()
  await trial.sample()
  await ask(an)
  expectOk(await name(bert, bert, carla))
  expect(await release(carla, at('2029-05-04T22:00:00Z')), 'the day after, in Brussels').toMatchObject({
    because: 'right-missing',
  })
  const rights = (list: string) =>
    trial.here((db) =>
      sql`update municipalities.staff s set rights = ${list}::text[] where s.staff_id = ${bert.staffId}`.execute(
        db,
      ),
    )
  await rights('{letters.read}')
  expect(await release(carla)).toMatchObject({ because: 'right-missing' })
  await rights('{letters.release}')
  expectOk(await release(carla, at('2029-05-04T21:59:00Z')))
  const facts = await trial.here((db) => releaseFacts(db, election))
  expect(facts).toMatchObject([
    { releasedAs: 'deputy', releasedFor: 'bert@zonnedorp.example', releasedBecause: 'on leave' },
  ])
})
