import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { expectOk } from '../../test/expect-ok.ts'
import { fixedClock } from '../platform/clock.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { addMunicipality } from './add-municipality.ts'
import { logIn } from './log-in.ts'
import { addStaff, areKnownAsTwo, listStaff } from './manage-staff.ts'
import { isStaffRole, rightsOf, staffRoles } from './roles.ts'
import { isStaffRight } from './staff.ts'
import { aMunicipality } from './testing.ts'

const limits = { idle: 20, whole: 600 }
const organisation = '1999000150'
const clock = fixedClock('2029-05-02T10:00:00Z')
let database: TestDatabase
let municipalityId: MunicipalityId

beforeAll(async () => {
  database = await testDatabase()
  const document = aMunicipality(1, { enterpriseNumber: organisation })
  municipalityId = expectOk(await addMunicipality({ database }, { document, by: 'test' })).municipalityId
  expect(municipalityId).toBe(firstMunicipality)
})
afterAll(() => database.close())

const identity = (subject: string, changes: object = {}) => ({
  ...{
    issuer: 'https://login.example/op',
    subject,
    name: `Naam van ${subject}`,
    targetGroup: 'LB',
    organisation,
  },
  roles: [{ role: 'medewerker', organisations: [organisation] }],
  ...changes,
})
const enter = (subject: string, changes: object = {}, facts: object = {}) =>
  logIn({ database, clock }, { identity: identity(subject, changes), limits, ...facts })

test('the same person is the same row at every login, and one of another service is another', async () => {
  const first = expectOk(await enter('a'))
  expect(expectOk(await enter('a')).staffId).toBe(first.staffId)
  expect(expectOk(await enter('a', { issuer: 'https://other.example' })).staffId).not.toBe(first.staffId)
})

test('two logins at once of a new person give one row', async () => {
  const both = await Promise.allSettled([enter('at-once'), enter('at-once')])
  const people = (await listStaff({ database }, { municipalityId })).filter(({ name }) =>
    name.endsWith('at-once'),
  )
  expect(people).toHaveLength(1)
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
})

test.each<[string, object]>([
  ['a company', { targetGroup: 'EA' }],
  ['an organisation that is not here', { organisation: '1999000348' }],
  ['no organisation', { organisation: undefined }],
  ['a role of another organisation', { roles: [{ role: 'medewerker', organisations: ['1999000249'] }] }],
  ['a role that we do not know', { roles: [{ role: 'koning', organisations: [organisation] }] }],
  [
    'a role named after what every object has',
    { roles: [{ role: 'constructor', organisations: [organisation] }] },
  ],
])('%s gets no session, and no row', async (why, changes) => {
  expect(await enter(why, changes)).toMatchObject({ ok: false, because: 'no-access' })
  expect((await listStaff({ database }, { municipalityId })).some(({ name }) => name.endsWith(why))).toBe(
    false,
  )
})

test("the operator's role counts for the organisation of the operator only", async () => {
  const roles = [{ role: 'uitbater', organisations: [organisation] }]
  expect(await enter('o', { roles })).toMatchObject({ because: 'no-access' })
  expect(await enter('o', { roles }, { operator: '1999000249' })).toMatchObject({ because: 'no-access' })
  expectOk(await enter('o', { roles }, { operator: organisation }))
})

test('who was added by hand is the same person at their first login, if the address is the same', async () => {
  const facts = {
    municipalityId,
    email: 'an@zonnedorp.example',
    name: 'An',
    rights: ['letters.release'],
    by: 'test',
  } as const
  const { staffId } = expectOk(await addStaff({ database }, facts))
  expect(expectOk(await enter('an', { email: 'AN@zonnedorp.example' })).staffId).toBe(staffId)
  // Somebody else with that address later is not the one who has it already.
  await expect(enter('another-an', { email: 'an@zonnedorp.example' })).resolves.toMatchObject({ ok: true })
})

test('one who logs in and one who never did are not known as two people', async () => {
  const byHand = (email: string) =>
    addStaff({ database }, { municipalityId, email, name: email, rights: [], by: 'test' }).then(expectOk)
  const [bert, cas] = [await byHand('bert@zonnedorp.example'), await byHand('cas@zonnedorp.example')]
  const [dora, eva] = [expectOk(await enter('dora')), expectOk(await enter('eva'))]
  const areTwo = (one: typeof bert, other: typeof bert) =>
    database.inScope(staffOf(municipalityId), (db) =>
      areKnownAsTwo(db, municipalityId, one.staffId, other.staffId),
    )
  expect([
    await areTwo(bert, cas),
    await areTwo(dora, eva),
    await areTwo(bert, dora),
    await areTwo(dora, dora),
  ]).toEqual([...[true, true, false, false]])
})

test('every role gives rights that exist, and every one of them lets a person in', () => {
  for (const role of Object.keys(staffRoles)) {
    if (!isStaffRole(role)) throw new Error(role)
    const rights = rightsOf([role])
    expect(rights.every(isStaffRight), role).toBe(true)
    expect(rights, role).toContain('desk.read')
  }
  expect(rightsOf(['medewerker']), 'a release takes two people').not.toContain('letters.release')
})
