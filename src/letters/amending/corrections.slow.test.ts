import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placesCsv, sectionNumbers } from '../../../dev/demo/places.ts'
import { expectOk } from '../../../test/expect-ok.ts'
import { importPlaces } from '../../elections/index.ts'
import { getSettings, updateMunicipality } from '../../municipalities/index.ts'
import type { ReleaseId } from '../../platform/ids.ts'
import { currentList, type Mutation } from '../../voters/index.ts'
import { replacing } from '../letter-overview.ts'
import { releasesOf } from '../releasing/release-store.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'
import { amendList } from './amend-list.ts'
import { correctionsOf } from './corrections.ts'
import { withdrawOutdatedLetters } from './withdraw-outdated.ts'

/** Three sections, released; then one room changes, one voter is corrected, and the municipality gets another phone. */
const voters = 90
const [first] = sectionNumbers(voters)
let trial: LettersTrial

beforeAll(async () => {
  trial = await aLettersTrial(voters)
  await trial.compose()
  await trial.sample()
  const { sampleSha256 } = expectOk(await trial.request())
  expectOk(await trial.release(sampleSha256))
})
afterAll(() => trial.database.close())

const corrections = () =>
  trial.here(async (db) => {
    const { municipalityId, electionId } = trial.election
    const list = await currentList(db, municipalityId, electionId)
    return correctionsOf(db, trial.election, list!.listId)
  })

test('after a release nothing has to be made again', async () => {
  expect(await corrections()).toEqual({ outdated: [], waiting: [], replacing: [] })
})

test('another room makes the letters of that section out of date, and no other', async () => {
  const csv = placesCsv(sectionNumbers(voters), '9999', 'Zonnedorp')
  const row = new RegExp(`^(${first};)[^;]*`, 'm')
  const stream = Readable.from([Buffer.from(csv.replace(row, '$1Refter'))])
  expect(await importPlaces(trial.deps, { election: trial.election, stream, by: 'test' })).toMatchObject({
    ok: true,
  })
  const { outdated } = await corrections()
  expect(outdated).toMatchObject([{ reason: 'place', section: first }])
  expect(outdated[0]!.released).toBe(outdated[0]!.letters)
})

test('another phone number makes all others out of date, for another reason', async () => {
  const { municipalityId } = trial.election
  const settings = await trial.here((db) => getSettings(db, municipalityId))
  const document = { ...settings, contact: { ...settings.contact, phone: '+32 9 999 99 77' } }
  expectOk(await updateMunicipality(trial.deps, { municipalityId, document, by: 'test' }))
  const { outdated } = await corrections()
  expect(outdated.map(({ section, reason }) => [section, reason])).toEqual(
    sectionNumbers(voters).map((section) => [section, section === first ? 'place' : 'municipality']),
  )
  expect(outdated.reduce((sum, { letters }) => sum + letters, 0)).toBe(voters)
})

test('what was taken back waits for a letter with its reason, and then for its release', async () => {
  const voter = await trial.here(async (db) => {
    const { rows } = await sql<{ n: number; name: string; section: number }>`
      select v.list_number as n, v.last_name as name, v.section from voters.voter v
      where v.section <> ${first} order by v.list_number limit 1`.execute(db)
    return rows[0]!
  })
  const mutation: Mutation = {
    ...{
      kind: 'correct' as const,
      row: 1,
      ground: 'college-decision' as const,
      source: '5',
      decidedOn: '2029-04-30',
    },
    ...{ listNumber: voter.n, currentLastName: voter.name, values: { last_name: 'Zonnebloem' } },
  }
  expectOk(await amendList(trial.deps, { election: trial.election, mutations: [mutation], by: 'test' }))
  expect((await corrections()).waiting).toEqual([
    { section: voter.section, because: 'corrected', voters: 1, hadOne: 1 },
  ])
  const taken = { election: trial.election, reason: 'test', by: 'test', alsoReleased: true }
  const { letters } = expectOk(await withdrawOutdatedLetters(trial.deps, taken))
  expect(letters).toBe(voters - 1)
  const { outdated, waiting } = await corrections()
  expect(outdated).toEqual([])
  expect(waiting).toContainEqual({ section: voter.section, because: 'corrected', voters: 1, hadOne: 1 })
  expect(waiting.reduce((sum, group) => sum + group.voters, 0)).toBe(voters)
  expectOk(await trial.compose())
  const after = await corrections()
  expect(after).toMatchObject({ outdated: [], waiting: [] })
  expect(after.replacing.reduce((sum, group) => sum + group.letters, 0)).toBe(voters)
})

test('a release of them says how many letters of before it replaces, and of when those are', async () => {
  const { municipalityId, electionId } = trial.election
  const said = (releaseId?: ReleaseId) =>
    trial.here((db) => replacing(db, municipalityId, electionId, releaseId))
  const [first] = await trial.here((db) => releasesOf(db, municipalityId, electionId))
  expect(await said(first!.releaseId), 'the first letters replace none').toBeUndefined()
  const replaced = { letters: voters, first: first!.decidedAt, last: first!.decidedAt }
  expect(await said()).toEqual(replaced)
  await trial.sample()
  const { sampleSha256 } = expectOk(await trial.request())
  expectOk(await trial.release(sampleSha256))
  const [correction] = await trial.here((db) => releasesOf(db, municipalityId, electionId))
  expect(await said(correction!.releaseId)).toEqual(replaced)
  expect(await said(), 'nothing is composed any more').toBeUndefined()
})
