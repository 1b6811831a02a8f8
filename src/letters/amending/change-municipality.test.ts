import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { addElection } from '../../elections/index.ts'
import { addMunicipality, addStaff, getSettings } from '../../municipalities/index.ts'
import { aMunicipality, anEmail } from '../../municipalities/testing.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type MunicipalityId, newId, type StaffId } from '../../platform/ids.ts'
import { changeMunicipality } from '../index.ts'

const database: TestDatabase = await testDatabase()
let number = 0
let municipalityId: MunicipalityId
let operator: MunicipalityId
const demo = {
  code: '2029',
  name: 'Verkiezing',
  rulesetId: 'kwb-2029',
  pollingDay: '2029-06-10',
  votingMode: 'PAPER',
}

beforeEach(async () => {
  municipalityId = await added()
  operator = await added()
})
afterAll(() => database.close())

async function added(): Promise<MunicipalityId> {
  number += 1
  const municipality = await addMunicipality({ database }, { document: aMunicipality(number), by: 'test' })
  if (!municipality.ok) throw new Error(municipality.because)
  return municipality.municipalityId
}

const settings = () => database.inScope(staffOf(municipalityId), (db) => getSettings(db, municipalityId))
const change = async (changes: object, facts: { operator?: MunicipalityId; basedOn?: number } = {}) =>
  changeMunicipality(
    { database },
    { municipalityId, document: { ...(await settings()), ...changes }, by: 'test', ...facts },
  )
const french = {
  department: 'Service Population',
  duplicateDesk: { place: 'Maison communale', hours: ['Du lundi au vendredi de 9 h à 12 h'] },
  signedBy: ['Pour le collège'],
}

/** A release as the table keeps it: who asked and who did it are two people. */
async function release(): Promise<void> {
  const people: StaffId[] = []
  for (const name of ['An', 'Bo']) {
    const staff = await addStaff(
      { database },
      { municipalityId, name, email: anEmail(), rights: [], by: 'test' },
    )
    if (!staff.ok) throw new Error(staff.because)
    people.push(staff.staffId)
  }
  const election = await addElection({ database }, { municipalityId, document: demo, by: 'test' })
  if (!election.ok) throw new Error(JSON.stringify(election))
  const { electionId } = election.election
  const sampleId = newId()
  await database.inScope(staffOf(municipalityId), async (db) => {
    await sql`insert into letters.sample (municipality_id, election_id, sample_id, sample_sha256, contents, taken_by)
      values (${municipalityId}, ${electionId}, ${sampleId}, '\\x01', '{}', 'test')`.execute(db)
    await sql`insert into letters.release (municipality_id, election_id, release_id, sample_id, sample_sha256, state,
        requested_by, decided_by, decided_at)
      values (${municipalityId}, ${electionId}, ${newId()}, ${sampleId}, '\\x01', 'released', ${people[0]}, ${people[1]},
        now())`.execute(db)
  })
}

test('before a release everything but the NIS code may change', async () => {
  const other = aMunicipality(900 + number)
  expect(
    await change({ enterpriseNumber: other.enterpriseNumber, languageRegime: 'rand', french }),
  ).toMatchObject({ ok: true, version: 2, changed: true })
  expect(await change({ nisCode: '98765' })).toMatchObject({ because: 'other-municipality' })
})

test('after a release, sender and regime are held, with which of them; all else changes', async () => {
  await release()
  const other = aMunicipality(900 + number)
  expect(await change({ enterpriseNumber: other.enterpriseNumber })).toMatchObject({
    because: 'held-by-release',
    fields: ['enterpriseNumber'],
  })
  expect(await change({ languageRegime: 'rand', french })).toMatchObject({ fields: ['languageRegime'] })
  expect((await settings()).languageRegime).toBe('nl')
  expect(await change({ name: 'Zonnedorp-aan-Zee', theme: { colour: '#004433' } })).toMatchObject({
    ok: true,
  })
})

test('the logs of both say which fields changed; a version that somebody wrote since is not written over', async () => {
  expect(await change({ name: 'Zon' }, { operator, basedOn: 1 })).toMatchObject({ ok: true, version: 2 })
  expect(await change({ name: 'Maan' }, { operator, basedOn: 1 })).toMatchObject({
    because: 'changed-meanwhile',
  })
  const newest = async (id: MunicipalityId) =>
    (await database.inScope(staffOf(id), (db) => latestAuditEvents(db, id, 1)))[0]
  expect(await newest(municipalityId)).toMatchObject({
    action: 'municipality.updated',
    details: { version: 2, fields: 'name' },
  })
  expect(await newest(operator)).toMatchObject({
    action: 'installation.municipality-updated',
    details: { version: 2, fields: 'name' },
  })
})
