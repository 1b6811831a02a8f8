import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { addMunicipality } from '../../municipalities/index.ts'
import { aMunicipality } from '../../municipalities/testing.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { fixedClock } from '../../platform/clock.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { addElection } from '../add-election.ts'
import type { Election } from '../election.ts'
import { editPlace } from './edit-place.ts'
import { importPlaces } from './import-places.ts'
import { fieldsOfPlace, fieldsOfSection } from './place-fields.ts'
import { placeColumns } from './places-format.ts'
import { getSections } from './places-store.ts'

let database: TestDatabase
const clock = fixedClock('2029-05-02T10:00:00Z')
let election: Election

const row = {
  ...{ section: '1', room: 'Refter', district: '', size_leave: '', place_code: 'S1', place_name: 'De Zon' },
  ...{ street: 'Kerkstraat', house_number: '12', box: '', postcode: '9999', city: 'Zonnedorp' },
  ...{ entrance: 'poort', entrance_fr: 'porte', step_free: 'ja', facilities: 'ringleiding|parking' },
  ...{ latitude: '51.05', longitude: '3.72' },
}
const rows = [
  row,
  { ...row, section: '2', room: 'Turnzaal' },
  {
    ...row,
    section: '3',
    place_code: 'H1',
    place_name: 'Sporthal',
    latitude: '',
    longitude: '',
    step_free: '',
  },
]

beforeAll(async () => {
  database = await testDatabase()
  const added = await addMunicipality({ database }, { document: aMunicipality(1), by: 'test' })
  if (!added.ok) throw new Error(added.because)
  const document = {
    ...{ code: '2029', name: 'x', rulesetId: 'kwb-2029', pollingDay: '2029-06-10', votingMode: 'PAPER' },
  }
  const { municipalityId } = added
  const made = await addElection({ database }, { municipalityId, document, by: 'test' })
  if (!made.ok) throw new Error(made.because)
  election = made.election
  const names = placeColumns.map(({ name }) => name)
  const lines = [names.join(';'), ...rows.map((one) => names.map((name) => one[name]).join(';'))]
  const stream = Readable.from([Buffer.from(lines.join('\n'))])
  const imported = await importPlaces({ database }, { election, stream, by: 'test' })
  if (!imported.ok) throw new Error(JSON.stringify(imported))
})
afterAll(() => database.close())

const sections = () =>
  database.inScope(staffOf(election.municipalityId), (db) =>
    getSections(db, election.municipalityId, election.electionId),
  )
const textsOf = async (code: string) =>
  fieldsOfPlace((await sections()).find(({ place }) => place.code === code)!.place)
const edit = async (changes: object, code = 'S1', before?: Awaited<ReturnType<typeof textsOf>>) => {
  const now = await textsOf('S1')
  return editPlace(
    { database, clock },
    { election, code, before: before ?? now, after: { ...now, ...changes }, by: 'an' },
  )
}

test('a building reads back as the list said it', async () => {
  expect((await sections()).map(fieldsOfSection)).toEqual(rows)
})

test('is described anew in all of its rooms; which columns changed is kept, not what they say', async () => {
  expect(await edit({ street: 'Schoolstraat', step_free: 'nee' })).toEqual({
    ok: true,
    changed: ['street', 'step_free'],
  })
  const changed = (await sections()).filter(({ place }) => place.address.street === 'Schoolstraat')
  expect(changed.map(({ section, place }) => [section, place.details.stepFree])).toEqual([
    [1, false],
    [2, false],
  ])
  const [event] = await database.inScope(staffOf(election.municipalityId), (db) =>
    latestAuditEvents(db, election.municipalityId, 1),
  )
  expect(event).toMatchObject({
    actor: 'an',
    action: 'places.edited',
    details: { place: 'S1', changed: ['street', 'step_free'] },
  })
})

test('through the checks of the file: what is wrong is told, and nothing changes', async () => {
  const before = await sections()
  const refused = await edit({ postcode: 'x', latitude: '3,72', longitude: '51,05', entrance: '' })
  expect(refused).toMatchObject({ because: 'rows-refused' })
  const faults = 'faults' in refused ? refused.faults : []
  expect(faults.filter(({ row: at }) => at === 2).map(({ column, code }) => [column, code])).toEqual([
    ['postcode', 'no-postcode'],
    ['entrance_fr', 'without-dutch'],
    ['latitude', 'no-coordinate'],
    ['longitude', 'no-coordinate'],
  ])
  expect(await sections()).toEqual(before)
})

test('once the bureaus have closed, where people voted stays as it was', async () => {
  const before = await sections()
  clock.moveTo('2029-06-10T22:00:00Z')
  expect(await edit({ street: 'Achterstraat' })).toMatchObject({ ok: false, because: 'voting-is-over' })
  clock.moveTo('2029-05-02T10:00:00Z')
  expect(await sections()).toEqual(before)
})

test('what somebody else changed meanwhile is not undone', async () => {
  const seen = await textsOf('S1')
  expect(await edit({ entrance: 'zijdeur' })).toMatchObject({ ok: true })
  expect(await edit({ city: 'Elders' }, 'S1', seen)).toMatchObject({ because: 'changed-meanwhile' })
  expect((await textsOf('S1')).city).toBe('Zonnedorp')
})

test('nothing to change leaves no event, and what is not there is refused', async () => {
  expect(await edit({})).toEqual({ ok: true, changed: [] })
  expect(await edit({}, 'X9')).toMatchObject({ because: 'no-such-place' })
})
