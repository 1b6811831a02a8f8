import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releaseAll, releasedElection } from '../src/desk/duplicates/testing.ts'
import { deskRoutes } from '../src/desk/index.ts'
import { paths } from '../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../src/desk/testing.ts'
import type { Election } from '../src/elections/index.ts'
import {
  amendList,
  lettersOfListNumber,
  printLetters,
  registerReturned,
  releasesOf,
  withdrawLetter,
} from '../src/letters/index.ts'
import { type StaffRole, staffRoles } from '../src/municipalities/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { createWeb } from '../src/server.ts'
import type { Mutation } from '../src/voters/index.ts'
import { expectOk } from './expect-ok.ts'
import { countingRows, type RowsRead } from './rows-read.ts'

/** What a page reads does not grow with the list: each page of the desk, of a list that is much longer than what a page shows. */

const voters = 2400
/** A third of the list: more than any page shows, and much less than what one reads that counts. */
const atMost = 800
const growsWithTheList =
  /^(voters\.voter_list_|letters\.(letter|paper_letter|returned)_|delivery\.(delivery|attempt)_)/

/** Pages that are proof: they count voters and letters themselves, once for all who look. */
const counts: readonly string[] = [paths.certificate.pattern]

let trial: DeskTrial
let election: Election
let database: ReturnType<typeof countingRows>
let read: RowsRead
let visitor: Visitor
const values: Record<string, string> = {}

beforeAll(async () => {
  trial = await aDeskTrial((deps) => {
    database = countingRows(deps.database)
    read = database.read
    return createWeb({ ...deps, database })
  })
  election = await releasedElection(trial, voters)
  const { municipalityId, electionId } = election
  await afterTheRelease(trial, election)
  visitor = await trial.visitor(Object.keys(staffRoles) as StaffRole[])
  await trial.database.inScope(staffOf(municipalityId), async (db) => {
    const [release] = await releasesOf(db, municipalityId, electionId)
    const [letter] = await lettersOfListNumber(db, municipalityId, electionId, 1)
    Object.assign(values, {
      campaign: release!.campaignId,
      letter: letter!.letter_id,
      voter: letter!.voter_id,
    })
  })
  Object.assign(values, {
    election: election.code,
    page: '1',
    section: '1',
    category: 'BELGIAN',
    language: 'nl',
  })
  // Each session hands over what it read while all of this was made: that is of no page.
  const moreThanThereAre = Array.from({ length: 20 })
  await Promise.all(moreThanThereAre.map(() => database.inScope(staffOf(municipalityId), async () => {})))
})
afterAll(() => trial.close())

/** What comes next in a campaign: letters are printed, some of those come back, and some are taken back and made again. */
async function afterTheRelease(trial: DeskTrial, election: Election): Promise<void> {
  const { deps } = trial
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-pages-'))
  expectOk(await printLetters(deps, { election, folder, by: 'test' }))
  await rm(folder, { recursive: true })
  const returns = Array.from({ length: atMost * 2 }, (_, at) => ({
    ...{ letter: { listNumber: at + 1 }, reason: 'moved' as const },
  }))
  expectOk(await registerReturned(deps, { election, returns, by: 'test' }))
  for (const listNumber of [1500, 2000])
    expectOk(await withdrawLetter(deps, { election, listNumber, reason: 'corrected', by: 'test' }))
  await releaseAll(trial, election)
  await amendSome(trial, election)
}

/** Some are struck or corrected since, and no letter is made for them yet. */
async function amendSome({ deps, database }: DeskTrial, election: Election): Promise<void> {
  const { municipalityId, electionId } = election
  const { rows } = await database.inScope(staffOf(municipalityId), (db) =>
    sql<{ listNumber: number; currentLastName: string }>`
      select v.list_number as "listNumber", v.last_name as "currentLastName" from voters.voter v
      where v.election_id = ${electionId} and v.list_number % 400 = 7`.execute(db),
  )
  const mutations = rows.map((voter, at): Mutation => {
    const decided = { ...voter, row: at + 2, source: '5', decidedOn: '2029-04-30' }
    return at % 2 === 0
      ? { ...decided, kind: 'strike', ground: 'deceased' }
      : { ...decided, kind: 'correct', ground: 'college-decision', values: { first_names: 'Zonnebloem' } }
  })
  expectOk(await amendList(deps, { election, mutations, by: 'test' }))
}

function addressOf(path: string): string {
  return path.replaceAll(/:(\w+)/g, (_, name) => values[name] ?? '018f3d5e-0000-7000-8000-000000000000')
}

/** A stream is asked for its first figures only, and then let go of. */
async function readAnswer(answer: Response): Promise<void> {
  if (!answer.headers.get('Content-Type')?.includes('event-stream')) return void (await answer.text())
  const reader = answer.body!.getReader()
  await reader.read()
  await reader.cancel()
}

const pages = deskRoutes.filter(({ method }) => method === 'GET')

test.each(pages.map(({ path }) => path))('%s', async (path) => {
  read.taken()
  const answer = await visitor.get(addressOf(path))
  await readAnswer(answer)
  expect((await answer).status).toBeLessThan(500)
  const grown = [...read.taken()].filter(([name]) => growsWithTheList.test(name))
  const rows = grown.reduce((sum, [, count]) => sum + count, 0)
  if (counts.includes(path)) expect(rows, 'else it is no exception').toBeGreaterThan(atMost)
  else expect(rows, JSON.stringify(Object.fromEntries(grown))).toBeLessThan(atMost)
})
