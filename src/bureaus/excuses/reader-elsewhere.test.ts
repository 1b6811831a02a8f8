import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../../test/database.ts'
import { rightsOf, type Staff, type StaffRole } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type MunicipalityId, newId, type StaffId } from '../../platform/ids.ts'
import { unlockReaderKey } from '../evidence/reader-key.ts'
import { bureauDeps } from '../testing.ts'
import { becomeReader, carryReaderKey } from './become-reader.ts'
import { selectReaderKey } from './evidence-store.ts'

/** A magistrate decides in more than one municipality, and remembers one passphrase. */

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
const [passphrase, other] = ['zeven grijze ganzen', 'acht witte zwanen']

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
})
afterAll(() => database.close())

const known = (municipalityId: MunicipalityId, role: StaffRole = 'griffier'): Staff => ({
  ...{ staffId: newId<StaffId>(), municipalityId, name: role, rights: rightsOf([role]) },
})

const magistrate = () => ({ here: known(firstMunicipality), there: known(secondMunicipality) })

const keyOf = ({ municipalityId, staffId }: Staff) =>
  database.inScope(staffOf(municipalityId), (db) => selectReaderKey(db, municipalityId, staffId))

test('one key opens documents in every municipality in which they decide, and a new one is new in one of them', async () => {
  const { here, there } = magistrate()
  const made = await becomeReader(deps, { staff: here, elsewhere: [there], passphrase })
  expect(made).toEqual({ ok: true, municipalities: [firstMunicipality, secondMunicipality] })
  const first = await keyOf(there)
  expect(first!.publicKey).toEqual((await keyOf(here))!.publicKey)
  expect(await unlockReaderKey(first!, passphrase)).toMatchObject({ ok: true })
  const again = await becomeReader(deps, { staff: here, elsewhere: [there], passphrase: other })
  expect(again).toEqual({ ok: true, municipalities: [firstMunicipality] })
  expect(
    await unlockReaderKey((await keyOf(there))!, passphrase),
    'what was sealed there stays open',
  ).toMatchObject({
    ok: true,
  })
  expect(await unlockReaderKey((await keyOf(here))!, other)).toMatchObject({ ok: true })
})

test('a key of their own in another municipality stays: what was sealed for it would be closed', async () => {
  const { here, there } = magistrate()
  await becomeReader(deps, { staff: there, passphrase: other })
  const made = await becomeReader(deps, { staff: here, elsewhere: [there], passphrase })
  expect(made).toEqual({ ok: true, municipalities: [firstMunicipality] })
  expect(await unlockReaderKey((await keyOf(there))!, other)).toMatchObject({ ok: true })
  expect(await carryReaderKey(deps, { staff: here, elsewhere: [there] })).toEqual({
    ok: true,
    municipalities: [],
  })
})

test('a municipality that comes later gets the key without a passphrase', async () => {
  const { here, there } = magistrate()
  expect(await carryReaderKey(deps, { staff: here, elsewhere: [there] })).toEqual({
    ok: false,
    because: 'no-key',
  })
  await becomeReader(deps, { staff: here, passphrase })
  expect(await keyOf(there)).toBeUndefined()
  expect(await carryReaderKey(deps, { staff: here, elsewhere: [there] })).toEqual({
    ok: true,
    municipalities: [secondMunicipality],
  })
  expect(await unlockReaderKey((await keyOf(there))!, passphrase)).toMatchObject({ ok: true })
})

test('who does not decide gets no key, here or there', async () => {
  const { here } = magistrate()
  const clerk = known(secondMunicipality, 'medewerker')
  const made = await becomeReader(deps, { staff: here, elsewhere: [clerk], passphrase })
  expect(made).toEqual({ ok: true, municipalities: [firstMunicipality] })
  expect(await keyOf(clerk)).toBeUndefined()
  const asked = await carryReaderKey(deps, { staff: clerk, elsewhere: [here] })
  expect(asked).toEqual({ ok: false, because: 'right-missing' })
})
