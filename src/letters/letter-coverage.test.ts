import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { countingRows } from '../../test/rows-read.ts'
import type { Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { aSentCampaign, type SentCampaign } from './certificate/testing.ts'
import { coverageNow, provenCoverage } from './letter-coverage.ts'

/** What a page says of voters without a letter, by sums and amendments, is what one gets by looking at each voter. */

const here = 1 as MunicipalityId
let database: TestDatabase
let campaign: SentCampaign

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const aCampaign = async (voters: number, sections: number) => {
  campaign = await aSentCampaign(database, here, { voters, sections })
}
const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(here), work)

const kinds = ['strike', 'correct', 'move', 'take-back', 'compose', 'compose-one'] as const
const move = fc.record({ what: fc.constantFrom(...kinds), voter: fc.integer({ min: 1, max: 24 }) })
type Move = { readonly what: (typeof kinds)[number]; readonly voter: number }

async function make({ what, voter }: Move): Promise<void> {
  const { electionId } = campaign.election
  const of = `election_id = '${electionId}'`
  const amendment = (kind: string) => `
    insert into voters.amendment (municipality_id, election_id, amendment_id, voter_id, kind, ground, source, decided_on, recorded_by)
    select v.municipality_id, v.election_id, gen_random_uuid(), v.voter_id, '${kind}', 'g', 's', '2030-09-01', 'test'
    from voters.voter v where v.${of} and v.list_number = ${voter}`
  const takenBack = `update letters.letter set state = 'withdrawn', ended_at = now(), end_reason = 'corrected'
    where ${of} and list_number = ${voter} and ended_at is null`
  const composed = (which: string) => `
    insert into letters.letter (municipality_id, election_id, letter_id, voter_id, version, state, section, list_number,
      person_index, plate_sha256, facts, facts_sha256, pdf_sha256, pdf_bytes)
    select v.municipality_id, v.election_id, gen_random_uuid(), v.voter_id, last.version + 1, 'composed', v.section, v.list_number,
      last.person_index, last.plate_sha256, last.facts, last.facts_sha256, last.pdf_sha256, last.pdf_bytes
    from voters.voter v join lateral (select * from letters.letter l where l.${of} and l.voter_id = v.voter_id
      order by l.version desc limit 1) last on last.ended_at is not null
    where v.${of} and v.state <> 'struck' and ${which}`
  const changed = (values: string) =>
    `update voters.voter set ${values} where ${of} and list_number = ${voter}`
  const statements: Record<Move['what'], readonly string[]> = {
    strike: [changed(`state = 'struck'`), amendment('struck'), takenBack],
    correct: [amendment('corrected'), takenBack],
    move: [changed('section = 1 + section % 3'), amendment('corrected'), takenBack],
    'take-back': [takenBack],
    compose: [composed('true')],
    'compose-one': [composed(`v.list_number = ${voter}`)],
  }
  for (const statement of statements[what]) await campaign.change(statement)
}

async function expectSame(): Promise<void> {
  await inScope(async (db) => {
    const { typesetWhole: _, ...proven } = await provenCoverage(db, campaign.election, campaign.listId)
    expect(await coverageNow(db, campaign.election, campaign.listId)).toEqual(proven)
  })
}

test('after each move of any walk of strikes, corrections, letters taken back and letters made', async () => {
  await fc.assert(
    fc
      .asyncProperty(fc.array(move, { minLength: 4, maxLength: 15 }), async (walk) => {
        for (const one of walk) {
          await make(one)
          await expectSame()
        }
      })
      .beforeEach(() => aCampaign(24, 3)),
    { numRuns: 12 },
  )
})

/** As after an import and a release, which see to it themselves. */
async function withStatistics(): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('analyze')
  await owner.end()
}

test('of amended sections nobody is read but those whom the amendments were about', async () => {
  await aCampaign(3000, 3)
  for (const voter of [1, 2, 3, 100, 200]) await make({ what: 'correct', voter })
  await make({ what: 'strike', voter: 300 })
  await withStatistics()
  const counting = countingRows(database)
  await counting.inScope(staffOf(here), async () => {})
  counting.read.taken()
  const { votersWithoutLetter } = await counting.inScope(staffOf(here), (db) =>
    coverageNow(db, campaign.election, campaign.listId),
  )
  expect(votersWithoutLetter).toBe(5)
  const large = [...counting.read.taken()].filter(([name]) =>
    /^(voters\.voter_list|letters\.letter)_/.test(name),
  )
  expect(
    large.reduce((sum, [, rows]) => sum + rows, 0),
    JSON.stringify(large),
  ).toBeLessThan(100)
})
