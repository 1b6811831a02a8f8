import { afterAll, beforeAll, expect, test } from 'vitest'
import { withdrawLetter } from '../src/letters/amending/withdraw-letter.ts'
import { lettersOfListNumber } from '../src/letters/letter-store.ts'
import { makeStatusList } from '../src/letters/status-list/make-status-list.ts'
import { aLettersTrial, type LettersTrial } from '../src/letters/testing.ts'
import { openSigned } from '../src/portal/letter-check/browser/cose.js'
import { readStatement, type Statement } from '../src/portal/letter-check/browser/statement.js'
import { readStatusList, standingOf } from '../src/portal/letter-check/browser/status-list.js'
import { expectOk } from './expect-ok.ts'

/** The list that the browser of a citizen gets, of letters that live their life. */

let trial: LettersTrial
beforeAll(async () => {
  trial = await aLettersTrial(40)
})
afterAll(() => trial.database.close())

const asked = () => ({
  issuer: '1999000150',
  election: trial.election.electionId.replaceAll('-', '').slice(0, 16),
})
const made = () => makeStatusList(trial.deps, asked())
const keys = () => [trial.deps.signer.publicJwk]

async function release() {
  await trial.sample()
  const { sampleSha256 } = expectOk(await trial.request())
  expectOk(await trial.release(sampleSha256))
}

/** How each version of a voter's letter stands, the newest first. */
async function standings(listNumber: number): Promise<string[]> {
  const { municipalityId, electionId } = trial.election
  const letters = await trial.here((db) => lettersOfListNumber(db, municipalityId, electionId, listNumber))
  const bytes = (await made())!
  return Promise.all(
    letters.map(async ({ facts }) => {
      const statement = (await readStatement(facts.qrText, keys())) as Statement
      const list = (await readStatusList(bytes, statement, keys()))!
      return standingOf(list, statement.letterId)
    }),
  )
}

const withdraw = (listNumber: number) =>
  withdrawLetter(trial.deps, { election: trial.election, listNumber, reason: 'test', by: 'test' })

test('before a release there is no list, also when letters are there', async () => {
  expect(await made()).toBeUndefined()
  await trial.compose()
  expect(await made()).toBeUndefined()
})

test('after the release every letter is genuine; one that is taken back is not, and then it is replaced', async () => {
  await release()
  expect(await standings(1)).toEqual(['genuine'])
  expectOk(await withdraw(1))
  expectOk(await withdraw(2))
  expect(await standings(1)).toEqual(['withdrawn'])
  expect(await standings(3)).toEqual(['genuine'])
  await trial.compose()
  expect(await standings(1), 'the new one was not released yet').toEqual(['unreleased', 'withdrawn'])
  await release()
  expect(await standings(1)).toEqual(['genuine', 'superseded'])
})

test('it is of this municipality and this election only', async () => {
  expect(await makeStatusList(trial.deps, { ...asked(), issuer: '1999000249' })).toBeUndefined()
  expect(await makeStatusList(trial.deps, { ...asked(), election: '0'.repeat(16) })).toBeUndefined()
})

test('it names no letter and nobody', async () => {
  const opened = await openSigned((await made())!, keys())
  if (!('claims' in opened)) throw new Error(opened.because)
  const { municipalityId, electionId } = trial.election
  const [letter] = await trial.here((db) => lettersOfListNumber(db, municipalityId, electionId, 1))
  const said = Buffer.from((await made())!)
  expect(said.includes(Buffer.from(letter!.letter_id.replaceAll('-', ''), 'hex'))).toBe(false)
  expect(said.includes(letter!.facts.fullName)).toBe(false)
  expect([...opened.claims.keys()].sort((one, other) => other - one)).toEqual([
    ...[6, 4, 1],
    ...[-70002, -70003, -70004, -70005, -70006, -70007, -70008, -70009, -70010],
  ])
})
