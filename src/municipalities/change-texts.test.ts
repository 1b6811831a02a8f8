import { afterAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { latestAuditEvents } from '../platform/audit.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type MunicipalityId, newId } from '../platform/ids.ts'
import { addMunicipality, changeTexts, ownTextsOf, type Staff, updateMunicipality } from './index.ts'
import { selectSettingsVersions } from './municipality-store.ts'
import { aMunicipality } from './testing.ts'

const database: TestDatabase = await testDatabase()
let number = 0
let municipalityId: MunicipalityId
let an: Staff

beforeEach(async () => {
  number += 1
  const added = await addMunicipality({ database }, { document: aMunicipality(number), by: 'test' })
  if (!added.ok) throw new Error(added.because)
  municipalityId = added.municipalityId
  an = { staffId: newId(), municipalityId, name: 'An', rights: ['municipality.manage'] }
})
afterAll(() => database.close())

const withPhone = (phone: string) => {
  const texts = ownTextsOf(aMunicipality(number))
  return { ...texts, contact: { ...texts.contact, phone } }
}
const change = (phone: string, basedOn: number, staff = an) =>
  changeTexts({ database }, { staff, texts: withPhone(phone), basedOn })
const versions = (page: { before?: number; limit: number } = { limit: 10 }) =>
  database.inScope(staffOf(municipalityId), (db) => selectSettingsVersions(db, municipalityId, page))
const events = () =>
  database.inScope(staffOf(municipalityId), (db) => latestAuditEvents(db, municipalityId, 10))

test('a change is a new version with who made it, and the log says which texts', async () => {
  expect(await change('09 888 00 00', 1)).toEqual({ ok: true, version: 2, changed: true })
  const [newest, first] = await versions()
  expect(newest).toMatchObject({ version: 2, recordedBy: an.staffId, recordedAt: expect.any(Date) })
  expect(newest!.document).toEqual({ ...aMunicipality(number), ...withPhone('09 888 00 00') })
  expect(first).toMatchObject({ version: 1, document: aMunicipality(number) })
  expect(await events()).toContainEqual(
    expect.objectContaining({
      actor: an.staffId,
      action: 'municipality.texts-changed',
      details: { version: 2, fields: 'contact.phone' },
    }),
  )
})

test('the same texts again change nothing and leave no event', async () => {
  expect(await change(aMunicipality(number).contact.phone, 1)).toMatchObject({ version: 1, changed: false })
  expect(await versions()).toHaveLength(1)
  expect((await events()).map(({ action }) => action)).toEqual(['municipality.added'])
})

test('who changes an older version than there is, writes over nobody', async () => {
  const document = { ...aMunicipality(number), ebox: { ...aMunicipality(number).ebox, readStatus: true } }
  await updateMunicipality({ database }, { municipalityId, document, by: 'command-line' })
  expect(await change('09 888 00 00', 1)).toMatchObject({ because: 'changed-meanwhile', detail: 'version 2' })
  expect(await change('09 888 00 00', 2)).toMatchObject({ ok: true, version: 3 })
  expect((await versions())[0]!.document.ebox.readStatus, 'what else changed is still there').toBe(true)
})

test('two changes of the same version at once: one is stored, the other hears of it', async () => {
  const both = await Promise.all([change('09 888 00 00', 1), change('09 777 00 00', 1)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ because: 'changed-meanwhile' })
})

test('without the right, or with a fault, nothing is stored', async () => {
  expect(await change('09 888 00 00', 1, { ...an, rights: ['letters.read'] })).toMatchObject({
    because: 'right-missing',
  })
  expect(await change('call me', 1)).toMatchObject({
    because: 'not-valid',
    faults: [{ path: 'contact.phone', because: 'wrong-form' }],
  })
  expect(await versions()).toHaveLength(1)
})

test('versions come page after page, the newest first', async () => {
  for (const basedOn of [1, 2, 3]) await change(`09 888 00 0${basedOn}`, basedOn)
  const numbers = async (page: { before?: number; limit: number }) =>
    (await versions(page)).map(({ version }) => version)
  expect(await numbers({ limit: 3 })).toEqual([4, 3, 2])
  expect(await numbers({ limit: 3, before: 2 })).toEqual([1])
})
