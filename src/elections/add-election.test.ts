import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedSchemas } from '../../scripts/published-schemas.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { addMunicipality } from '../municipalities/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import {
  addElection,
  checkElectionFile,
  findElection,
  getElection,
  listElections,
  openingHours,
  updateElection,
} from './index.ts'

const file = (name: string) => JSON.parse(readFileSync(name, 'utf8'))
const federal = file('dev/demo/election-2029.json')
const local = file('dev/demo/election-2030.json')
let database: TestDatabase
let first: MunicipalityId
let second: MunicipalityId

beforeAll(async () => {
  database = await testDatabase()
  const demo = file('dev/demo/municipality.json')
  const other = { ...demo, slug: 'elsewhere', nisCode: '99002', enterpriseNumber: '1999000249' }
  for (const document of [demo, other]) {
    const added = await addMunicipality({ database }, { document, by: 'test' })
    if (!added.ok) throw new Error(JSON.stringify(added))
    first ??= added.municipalityId
    second = added.municipalityId
  }
})
afterAll(() => database.close())

const decree = { value: '2027-03-01', source: 'royal decree', mark: 'L' }
const early = (pollingDay: string) => ({
  code: 'early',
  name: 'Vervroegde verkiezing',
  rulesetId: 'kwb-early',
  pollingDay,
  votingMode: 'PAPER',
  events: { dissolution: decree },
})

const pathsOf = (document: unknown) => {
  const checked = checkElectionFile(document)
  return checked.ok ? [] : checked.faults.map(({ path }) => path)
}

test('the elections of the demonstration are right files, and the published schema is that of the code', () => {
  expect([pathsOf(federal), pathsOf(local)]).toEqual([[], []])
  expect(pathsOf(early('2027-04-04')), 'on a Sunday within forty days').toEqual([])
  const published = file('docs/schemas/election.schema.json')
  expect(published, 'run `node --import tsx scripts/write-docs.ts`').toEqual(publishedSchemas().election)
})

test.each([
  ['rulesetId', { ...federal, rulesetId: 'kwb-1894' }],
  ['pollingDay', { ...federal, pollingDay: '2029-06-11' }],
  ['pollingDay', { ...federal, pollingDay: '2029-02-30' }],
  ['votingMode', { ...federal, votingMode: 'ONLINE' }],
  ['code', { ...federal, code: 'Federaal 2029' }],
  ['namedAssemblies.KAMER', { ...federal, namedAssemblies: ['KAMER'] }],
  ['uncontested.GEMEENTERAAD', { ...federal, uncontested: ['GEMEENTERAAD'] }],
  ['assemblies.GEMEENTERAAD', { ...federal, assemblies: ['KAMER', 'GEMEENTERAAD'] }],
  ['assemblies', { ...federal, assemblies: [] }],
  ['uncontested.VLP', { ...federal, assemblies: ['KAMER'], uncontested: ['VLP'] }],
  ['pollingDay', { ...federal, rulesetId: 'kwb-2024', decisions: undefined }],
  ['pollingDay', { ...federal, pollingDay: '2024-06-09' }],
  ['pollingDay', early('2027-04-11')],
  ['events.dissolution', { ...early('2027-04-04'), events: { dissolution: '2027-03-01' } }],
  ['events.eclipse', { ...early('2027-04-04'), events: { eclipse: decree } }],
  [
    'decisions.hours.source',
    { ...federal, decisions: { hours: { value: { open: '08:00', close: '14:00' }, mark: 'S' } } },
  ],
  [
    'decisions.hours.value.close',
    {
      ...federal,
      decisions: { hours: { value: { open: '08:00', close: '25:00' }, source: 'x', mark: 'S' } },
    },
  ],
  [
    'decisions.calendar.fed.sent',
    { ...federal, decisions: { calendar: { 'fed.sent': { value: '2029-05-20', source: 'x', mark: 'S' } } } },
  ],
  [
    'decisions.statements.st.none',
    { ...federal, decisions: { statements: { 'st.none': { value: 'x', source: 'x', mark: 'S' } } } },
  ],
])('a fault in %s is found, and it alone', (path, document) => expect(pathsOf(document)).toEqual([path]))

test('an election is added once per code, found by code or as the only one, and audited', async () => {
  const add = () => addElection({ database }, { municipalityId: first, document: federal, by: 'test' })
  const added = await add()
  expect(added).toMatchObject({
    ok: true,
    election: { code: '2029', pollingDay: '2029-06-10', votingMode: 'DIGITAL' },
  })
  if (!added.ok) return
  const { election } = added
  expect(openingHours(election)).toMatchObject({
    close: '16:00',
    source: expect.stringContaining('verzonnen'),
  })
  expect(election.settings.canton).toBe('Zonnedorp')
  expect(await add()).toMatchObject({ ok: false, because: 'already-there' })
  await database.inScope(staffOf(first), async (db) => {
    expect(await findElection(db, first, '2029')).toEqual(election)
    expect(await findElection(db, first)).toEqual(election)
    expect(await findElection(db, first, '2035')).toBeUndefined()
    expect(await getElection(db, first, election.electionId)).toEqual(election)
  })
  expect((await addElection({ database }, { municipalityId: first, document: local, by: 'test' })).ok).toBe(
    true,
  )
  await database.inScope(staffOf(first), async (db) => {
    expect((await listElections(db, first)).map(({ code }) => code)).toEqual(['2029', '2030'])
    expect(await findElection(db, first), 'there are two: one has to be named').toBeUndefined()
    const { rows } = await sql<{ details: object }>`
      select e.details from platform.audit_event e where e.subject = ${election.electionId}`.execute(db)
    const rules = { ruleset: 'kwb-2029', rulesetVersion: 1, decided: ['hours', 'phoneView'] }
    expect(rows).toEqual([{ details: { ...rules, pollingDay: '2029-06-10' } }])
  })
})

test('an election keeps the rules it was made under, whatever ships later', async () => {
  const stored = await database.inScope(staffOf(first), (db) =>
    sql<{ version: number }>`
      select (e.settings -> 'ruleset' ->> 'version')::integer as version
      from elections.election e where e.code = '2029'`.execute(db),
  )
  expect(stored.rows).toEqual([{ version: 1 }])
  await database.inScope(staffOf(first), (db) =>
    sql`update elections.election set settings = jsonb_set(settings, '{ruleset,duplicate,value,until}', '"noon"')
        where code = '2029'`.execute(db),
  )
  const election = await database.inScope(staffOf(first), (db) => findElection(db, first, '2029'))
  expect(election?.ruleset.duplicate.value.until).toBe('noon')
})

test('an update takes the file and the newest ruleset', async () => {
  const document = { ...federal, name: 'Verkiezingen 2029', votingMode: 'PAPER' }
  const updated = await updateElection({ database }, { municipalityId: first, document, by: 'test' })
  expect(updated).toMatchObject({ ok: true, election: { name: 'Verkiezingen 2029', votingMode: 'PAPER' } })
  expect(updated.ok && updated.election.ruleset.duplicate.value.until).toBe('closing')
  const unknown = { municipalityId: first, document: { ...federal, code: '2035' }, by: 'test' }
  expect(await updateElection({ database }, unknown)).toMatchObject({ because: 'no-such-election' })
})

test('another municipality sees nothing of it and cannot write it; a citizen may read it', async () => {
  await database.inScope(staffOf(second), async (db) => {
    expect(await listElections(db, second)).toEqual([])
    expect(await listElections(db, first)).toEqual([])
    expect(await findElection(db, first, '2029')).toBeUndefined()
  })
  const intrusion = database.inScope(staffOf(second), (db) =>
    sql`insert into elections.election (municipality_id, election_id, code, name, ruleset_id, polling_day, voting_mode, settings, created_by)
        values (${first}, gen_random_uuid(), 'x1', 'x', 'x', '2029-06-10', 'PAPER', '{}', 'x')`.execute(db),
  )
  await expect(intrusion).rejects.toThrow(/row-level security/)
  const seen = await database.inScope({ person: Buffer.alloc(32) }, (db) => listElections(db, first))
  expect(seen.map(({ code }) => code)).toEqual(['2029', '2030'])
  const nothing = await database.inScope({ directory: true }, (db) => listElections(db, first))
  expect(nothing).toEqual([])
})

test('where letters may be French, an election needs its French name', async () => {
  const demo = file('dev/demo/municipality.json')
  const french = {
    department: 'Service Population',
    duplicateDesk: { place: 'Maison communale', hours: ['Chaque jour de 9 h à 12 h'] },
    signedBy: ['Pour le collège'],
  }
  const identity = { slug: 'rand', nisCode: '99003', enterpriseNumber: '1999000348' }
  const added = await addMunicipality(
    { database },
    { document: { ...demo, ...identity, languageRegime: 'rand', french }, by: 'test' },
  )
  if (!added.ok) throw new Error(JSON.stringify(added))
  const { municipalityId } = added
  const add = (document: unknown) => addElection({ database }, { municipalityId, document, by: 'test' })
  expect(await add(federal)).toMatchObject({ because: 'not-valid', faults: [{ path: 'french' }] })
  expect(await add(local), 'the decree wants Dutch only until somebody decides').toMatchObject({ ok: true })
  const decisions = { languages: { rand: { value: ['nl', 'fr'], source: 'circular', mark: 'S' } } }
  const update = { municipalityId, document: { ...local, decisions }, by: 'test' }
  expect(await updateElection({ database }, update)).toMatchObject({ because: 'not-valid' })
  expect(await add({ ...federal, french: { name: 'Élections' } })).toMatchObject({ ok: true })
})
