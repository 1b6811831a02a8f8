import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { addElection, type Election, importPlaces, updateElection } from '../../elections/index.ts'
import { addMunicipality } from '../../municipalities/index.ts'
import { aMunicipality } from '../../municipalities/testing.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { acceptList, closeList, importVoters } from '../../voters/index.ts'
import { aRow, csvOf, sourceOf } from '../../voters/testing.ts'
import { outdatedSections } from '../amending/outdated-letters.ts'
import { withdrawOutdatedLetters } from '../amending/withdraw-outdated.ts'
import { reconcileLetters } from '../reconciling/reconcile-letters.ts'
import { type LetterDeps, letterDeps } from '../testing.ts'
import { composeLetters } from './compose-letters.ts'

/**
 * A city with two districts, one section each. In each live six voters: three Belgians, two citizens of the Union
 * and one from elsewhere.
 */
const categories = ['BELGIAN', 'BELGIAN', 'BELGIAN', 'EU', 'EU', 'NON_EU'] as const
const places = `section;room;district;place_code;place_name;street;house_number;postcode;city
1;Zaal 1;Berchem;B;School;Kerkstraat;1;9999;Zonnedorp
2;Zaal 1;Deurne;D;Sporthal;Sportlaan;2;9999;Zonnedorp`
const document = {
  code: '2030',
  name: 'Lokale verkiezingen 2030',
  rulesetId: 'lpkd-2030',
  pollingDay: '2030-10-13',
  votingMode: 'DIGITAL',
  namedAssemblies: ['DISTRICTSRAAD'],
}

let database: TestDatabase
let deps: LetterDeps
beforeAll(async () => {
  database = await testDatabase()
  deps = letterDeps(database)
})
afterAll(() => database.close())

let cities = 0
async function aCityWithClosedList(changes: object = {}): Promise<Election> {
  const city = aMunicipality(700 + cities++, { districts: ['Berchem', 'Deurne'] })
  const added = await addMunicipality(deps, { document: city, by: 'test' })
  if (!added.ok) throw new Error(added.detail)
  const { municipalityId } = added
  const election = await addElection(deps, {
    municipalityId,
    document: { ...document, ...changes },
    by: 'test',
  })
  if (!election.ok) throw new Error(election.detail)
  await closedList(election.election)
  return election.election
}

async function closedList(election: Election): Promise<void> {
  const stream = Readable.from([Buffer.from(places)])
  expect(await importPlaces(deps, { election, stream, by: 'test' })).toMatchObject({ ok: true })
  const rows = ['1', '2'].flatMap((section, at) =>
    categories.map((category, nth) => aRow(at * categories.length + nth, { section, category })),
  )
  const imported = await importVoters(deps, { election, source: sourceOf(csvOf(rows)), by: 'test' })
  expect(imported, 'whoever may vote stands on the list, with or without a ballot').toMatchObject({
    ok: true,
  })
  await acceptList(deps, { election, by: 'test' })
  await closeList(deps, { election, by: 'test' })
}

const compose = (election: Election) => composeLetters(deps, { election, by: 'test' })

/** What the letters of each section and category say is elected. */
async function said({ municipalityId, electionId }: Election) {
  const { rows } = await database.inScope(staffOf(municipalityId), (db) =>
    sql<{ section: number; category: string; elected: string; letters: number }>`
      select l.section, v.category, jsonb_path_query_array(p.facts, '$.election.assemblies[*].name')::text as elected,
             count(*)::integer as letters
      from letters.letter l
      join letters.plate p on p.municipality_id = l.municipality_id and p.election_id = l.election_id
        and p.plate_sha256 = l.plate_sha256
      join voters.voter v on v.municipality_id = l.municipality_id and v.election_id = l.election_id
        and v.voter_id = l.voter_id
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = 'composed'
      group by 1, 2, 3 order by 1, 2`.execute(db),
  )
  return rows.map(({ section, category, elected, letters }) => [
    section,
    category,
    letters,
    ...JSON.parse(elected),
  ])
}

async function sumsOf(election: Election) {
  const answer = await reconcileLetters(deps, { election })
  if (!answer.ok) throw new Error(answer.because)
  const { reconciliation, faults } = answer
  return { ...reconciliation, missing: faults.filter(({ why }) => why === 'no-letter') }
}

test('a voter votes for the council of the own district', async () => {
  const election = await aCityWithClosedList()
  expect(await compose(election)).toMatchObject({ ok: true, made: 12, withoutBallot: 0 })
  expect(await said(election)).toEqual([
    [1, 'BELGIAN', 3, 'de gemeenteraad', 'de districtsraad van Berchem', 'de provincieraad'],
    [1, 'EU', 2, 'de gemeenteraad', 'de districtsraad van Berchem'],
    [1, 'NON_EU', 1, 'de gemeenteraad', 'de districtsraad van Berchem'],
    [2, 'BELGIAN', 3, 'de gemeenteraad', 'de districtsraad van Deurne', 'de provincieraad'],
    [2, 'EU', 2, 'de gemeenteraad', 'de districtsraad van Deurne'],
    [2, 'NON_EU', 1, 'de gemeenteraad', 'de districtsraad van Deurne'],
  ])
})

describe('where a council is elected without a vote', () => {
  const quiet = { uncontested: ['GEMEENTERAAD'], uncontestedDistricts: ['Berchem'] }

  test('who has nothing left to vote for gets no letter, and is counted as such', async () => {
    const election = await aCityWithClosedList(quiet)
    expect(await compose(election)).toMatchObject({ ok: true, made: 9, withoutBallot: 3 })
    expect(await said(election)).toEqual([
      [1, 'BELGIAN', 3, 'de provincieraad'],
      [2, 'BELGIAN', 3, 'de districtsraad van Deurne', 'de provincieraad'],
      [2, 'EU', 2, 'de districtsraad van Deurne'],
      [2, 'NON_EU', 1, 'de districtsraad van Deurne'],
    ])
    const sums = await sumsOf(election)
    expect(sums.list).toEqual({ frozen: 12, added: 0, struck: 0, withoutBallot: 3, voters: 9 })
    expect(sums.sections.map(({ list }) => list)).toEqual([
      { frozen: 6, added: 0, struck: 0, withoutBallot: 3, voters: 3 },
      { frozen: 6, added: 0, struck: 0, voters: 6 },
    ])
    expect([sums.digital.voters, sums.paper.voters]).toEqual([9, 9])
    expect(sums.missing).toEqual([])
    expect(await compose(election), 'composing again makes none for them either').toMatchObject({
      made: 0,
      withoutBallot: 3,
    })
  })

  test('learned of after composing, it makes the letters concerned outdated, and no others', async () => {
    const before = await aCityWithClosedList()
    await compose(before)
    const changed = { ...document, uncontestedDistricts: ['Berchem'] }
    const election = await updated(before.municipalityId, changed)
    const here = staffOf(election.municipalityId)
    expect(await database.inScope(here, (db) => outdatedSections(db, election, ['composed']))).toEqual([1])
    const withdrawn = await withdrawOutdatedLetters(deps, {
      election,
      reason: 'uncontested',
      by: 'test',
    })
    expect(withdrawn).toMatchObject({ ok: true })
    await compose(election)
    expect((await said(election)).slice(0, 3)).toEqual([
      [1, 'BELGIAN', 3, 'de gemeenteraad', 'de provincieraad'],
      [1, 'EU', 2, 'de gemeenteraad'],
      [1, 'NON_EU', 1, 'de gemeenteraad'],
    ])
  })

  test('a letter that somebody without a ballot already has is a surplus until it is withdrawn', async () => {
    const before = await aCityWithClosedList()
    await compose(before)
    const election = await updated(before.municipalityId, { ...document, ...quiet })
    const answer = await reconcileLetters(deps, { election })
    const surplus = answer.ok && answer.faults.filter(({ kind }) => kind === 'surplus')
    expect(surplus).toHaveLength(3)
  })
})

async function updated(municipalityId: MunicipalityId, changes: object): Promise<Election> {
  const answer = await updateElection(deps, { municipalityId, document: changes, by: 'test' })
  if (!answer.ok) throw new Error(answer.detail)
  return answer.election
}

test('the council of a municipality that is still to come bears its name', async () => {
  const election = await aCityWithClosedList({
    newMunicipality: 'Bilzen-Hoeselt',
    namedAssemblies: undefined,
  })
  await compose(election)
  expect((await said(election))[0]).toEqual([
    1,
    'BELGIAN',
    3,
    'de gemeenteraad van Bilzen-Hoeselt',
    'de provincieraad',
  ])
})
