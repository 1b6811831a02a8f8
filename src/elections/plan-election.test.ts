import { readFileSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { addMunicipality } from '../municipalities/index.ts'
import { aMunicipality } from '../municipalities/testing.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import {
  addElection,
  electionCalendar,
  electionDocument,
  listElections,
  openingHours,
  previewElection,
  updateElection,
} from './index.ts'

const file = (name: string) => JSON.parse(readFileSync(name, 'utf8'))
const federal = file('dev/demo/election-2029.json')
const local = file('dev/demo/election-2030.json')

const database: TestDatabase = await testDatabase()
let municipalityId: MunicipalityId
let number = 100

beforeEach(async () => {
  number += 1
  const added = await addMunicipality({ database }, { document: aMunicipality(number), by: 'test' })
  if (!added.ok) throw new Error(JSON.stringify(added))
  municipalityId = added.municipalityId
})
afterAll(() => database.close())

const facts = (document: unknown) => ({ municipalityId, document, by: 'test' })
const add = (document: unknown) => addElection({ database }, facts(document))
const codes = async () =>
  (await database.inScope(staffOf(municipalityId), (db) => listElections(db, municipalityId))).map(
    ({ code }) => code,
  )

describe('on one day a municipality has one election of a law', () => {
  test('a second of the same kind is refused, whatever it is called, and says which is there', async () => {
    await add(federal)
    const second = await add({ ...federal, code: 'andere', name: 'Andere naam' })
    expect(second).toMatchObject({ because: 'already-there', field: 'pollingDay', other: { code: '2029' } })
    expect(await add(federal)).toMatchObject({ because: 'already-there', field: 'code' })
    expect(await codes()).toEqual(['2029'])
  })

  test('of two people who add it at the same moment one does', async () => {
    const answers = await Promise.all(['een', 'twee', 'drie'].map((code) => add({ ...federal, code })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await codes()).toHaveLength(1)
  })

  test('of another law there may be one on that day', async () => {
    await add(federal)
    const events = { decision: { value: '2029-05-01', source: 'besluit', mark: 'L' } }
    const extra = { ...local, rulesetId: 'lpkd-extraordinary', pollingDay: federal.pollingDay, events }
    expect(await add(extra)).toMatchObject({ ok: true })
  })

  test('an election is not moved onto the day of another', async () => {
    await add(local)
    const events = { decision: { value: '2030-09-10', source: 'besluit', mark: 'L' } }
    const extra = { ...local, code: 'extra', rulesetId: 'lpkd-extraordinary', events }
    expect(await add({ ...extra, pollingDay: '2030-10-20' })).toMatchObject({ ok: true })
    const moved = await updateElection({ database }, facts({ ...extra, pollingDay: '2030-10-13' }))
    expect(moved).toMatchObject({ because: 'already-there', field: 'pollingDay', other: { code: '2030' } })
  })
})

test('a look at what a file would make shows its hours and its calendar, and writes nothing', async () => {
  const looked = await previewElection({ database }, { municipalityId, document: federal })
  if (!looked.ok) throw new Error(looked.because)
  expect(openingHours(looked.election)).toMatchObject({ open: '08:00', close: '16:00' })
  expect(electionCalendar(looked.election).length).toBeGreaterThan(5)
  expect(await codes()).toEqual([])
  const added = await add(federal)
  expect(added.ok && electionDocument(added.election), 'the same file comes out again').toEqual(federal)
})

test('an election that may not change any more stays as it is', async () => {
  await add(federal)
  const change = { ...facts({ ...federal, name: 'Anders' }), mayNot: async () => true }
  expect(await updateElection({ database }, change)).toMatchObject({ because: 'may-not-change' })
  const all = await database.inScope(staffOf(municipalityId), (db) => listElections(db, municipalityId))
  expect(all.map(({ name }) => name)).toEqual([federal.name])
})
