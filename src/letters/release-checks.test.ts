import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { type Election, unsignedValues, updateElection } from '../elections/index.ts'
import type { Staff } from '../municipalities/index.ts'
import { composeLetters } from './compose-letters.ts'
import { releaseLetters, requestRelease } from './release-letters.ts'
import { takeSample } from './take-sample.ts'
import { anElectionWithClosedList, aStaffMember, type LetterDeps, letterDeps } from './testing.ts'
import { withdrawOutdatedLetters } from './withdraw-letter.ts'

const voters = 20
const document = JSON.parse(readFileSync('dev/demo/election-2029.json', 'utf8'))
const by = { source: 'Belgisch Staatsblad', checkedBy: 'a lawyer', checkedAt: '2029-03-01' }
let database: TestDatabase
let deps: LetterDeps
let election: Election
let an: Staff
let bert: Staff

beforeAll(async () => {
  database = await testDatabase()
  deps = letterDeps(database)
  election = await anElectionWithClosedList(deps, voters)
  an = await aStaffMember(deps, election, 'an@zonnedorp.example', ['letters.request-release'])
  bert = await aStaffMember(deps, election, 'bert@zonnedorp.example', ['letters.release'])
})
afterAll(() => database.close())

async function installedFor(environment: 'development' | 'production'): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('update platform.installation set environment = $1', [environment])
  await owner.end()
}

async function rewritten(changes: object): Promise<Election> {
  const { municipalityId } = election
  const file = { ...document, ...changes }
  const updated = await updateElection(deps, { municipalityId, document: file, by: 'test' })
  if (!updated.ok) throw new Error(JSON.stringify(updated))
  return updated.election
}

const compose = () => composeLetters(deps, { election, by: 'test' })
const sample = () => takeSample(deps, { election, by: 'test' })
const request = () => requestRelease(deps, { election, staff: an })

/** Every value of the law on the letters, as somebody may sign it off: the decided ones with the decision. */
function signedByALawyer() {
  const decided = ['hours', 'phoneView'] as const
  const open = unsignedValues(election, 'nl').map(({ path }) => path)
  const values = open.filter((path) => !decided.some((name) => path.startsWith(name)))
  return {
    decisions: Object.fromEntries(decided.map((name) => [name, { ...document.decisions[name], ...by }])),
    signedOff: { rulesetVersion: 1, values: Object.fromEntries(values.map((path) => [path, by])) },
  }
}

test('in production letters with texts that nobody signed off are neither asked for nor released', async () => {
  await compose()
  const taken = await sample()
  if (!taken.ok) throw new Error(taken.because)
  await installedFor('production')
  const texts = election.ruleset.statutoryTexts.map(({ key }) => `statutoryTexts.${key}`)
  const refused = await request()
  for (const path of texts)
    expect(refused).toMatchObject({ because: 'not-signed-off', detail: expect.stringContaining(path) })
  await installedFor('development')
  const asked = await request()
  if (!asked.ok) throw new Error(asked.because)
  expect(asked.unsigned.map(({ path }) => path)).toEqual(expect.arrayContaining(texts))
  await installedFor('production')
  const release = () => releaseLetters(deps, { election, staff: bert, sampleSha256: asked.sampleSha256 })
  expect(await release()).toMatchObject({ because: 'not-signed-off' })
  election = await rewritten(signedByALawyer())
  expect(await release(), 'the values are the same: only somebody vouches for them now').toMatchObject({
    ok: true,
    letters: voters,
  })
})

test('letters that were composed with another wording are not sampled nor released, and are made again', async () => {
  await database.close()
  database = await testDatabase()
  deps = letterDeps(database)
  election = await anElectionWithClosedList(deps, voters)
  an = await aStaffMember(deps, election, 'an@zonnedorp.example', ['letters.request-release'])
  await compose()
  expect(await sample()).toMatchObject({ ok: true })
  const wording = { value: 'De officiële tekst van artikel 130.', source: 'KWB 130', mark: 'L' }
  election = await rewritten({ decisions: { statutoryTexts: { 'kwb-130': wording } } })
  expect(await request()).toMatchObject({ because: 'letters-outdated' })
  expect(await sample()).toMatchObject({ because: 'letters-outdated' })
  const withdrawn = await withdrawOutdatedLetters(deps, { election, reason: 'official wording', by: 'test' })
  expect(withdrawn).toEqual({ ok: true, letters: voters, sent: 0 })
  expect(await withdrawOutdatedLetters(deps, { election, reason: 'again', by: 'test' })).toMatchObject({
    because: 'nothing-outdated',
  })
  expect(await compose()).toMatchObject({ made: voters })
  expect(await sample()).toMatchObject({ ok: true })
  expect(await request()).toMatchObject({ ok: true })
})
