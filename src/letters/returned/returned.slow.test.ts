import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { fixedClock } from '../../platform/clock.ts'
import { keySetOf } from '../../platform/key-set.ts'
import { createSigner, generateSigningKey } from '../../platform/signer.ts'
import { withdrawLetter } from '../amending/withdraw-letter.ts'
import { qrText } from '../composing/letter-statement.ts'
import { lettersOfListNumber } from '../letter-store.ts'
import { printLetters } from '../printing/print-letters.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'
import { readReturns } from './read-returns.ts'
import { followUpReturned, type Return, registerReturned } from './register-returned.ts'
import { nextStep } from './returned-letter.ts'
import { returnedLetters } from './returned-store.ts'

let trial: LettersTrial
let folder: string

beforeAll(async () => {
  trial = await aLettersTrial(40)
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-returned-'))
  await trial.compose()
  await trial.sample()
  const { sampleSha256 } = expectOk(await trial.request())
  expectOk(await trial.release(sampleSha256))
}, 120_000)
afterAll(async () => {
  await rm(folder, { recursive: true })
  await trial.database.close()
})

const registerOn = (on: string, ...returns: Return[]) =>
  registerReturned(
    { ...trial.deps, clock: fixedClock('2029-06-02T10:00:00Z') },
    { election: trial.election, returns, on, by: 'test' },
  )
const register = async (...returns: Return[]) => {
  const { registered, not } = expectOk(await registerOn('2029-06-01', ...returns))
  return { registered, not }
}
const numbered = (listNumber: number, reason: Return['reason'] = 'moved'): Return => ({
  letter: { listNumber },
  reason,
})
const listed = () => trial.here((db) => returnedLetters(db, trial.election))
const read = (text: string) => {
  const keySet = keySetOf([trial.deps.signer.publicJwk])
  return readReturns(text, { usual: 'unknown', keySet })
}

/** The QR code on the newest letter of a number, signed by `signer`. */
async function qrOf(listNumber: number, signer = trial.deps.signer): Promise<string> {
  const { municipalityId, electionId } = trial.election
  const [letter] = await trial.here((db) => lettersOfListNumber(db, municipalityId, electionId, listNumber))
  const facts = { issuer: '1999000150', letterId: letter!.letter_id, electionId, digest: Buffer.alloc(32) }
  return qrText(signer, 'https://kiesloket.example', facts)
}

test('what was never printed cannot have come back, and an unknown number neither', async () => {
  expect(await register(numbered(3), numbered(4000))).toEqual({
    registered: 0,
    not: [
      { listNumber: 3, because: 'never-printed' },
      { listNumber: 4000, because: 'no-such-letter' },
    ],
  })
  expectOk(await printLetters(trial.deps, { election: trial.election, folder, by: 'test' }))
})

test('nothing comes back on a day that is still to come', async () => {
  expect(await registerOn('2029-06-03', numbered(3))).toMatchObject({ because: 'in-the-future' })
  expect(await listed()).toEqual([])
})

test('a letter comes back once, and the others of the same batch are registered all the same', async () => {
  expect(await register(numbered(3))).toEqual({ registered: 1, not: [] })
  expect(await register(numbered(3), numbered(4, 'deceased'), numbered(4))).toEqual({
    registered: 1,
    not: [
      { listNumber: 3, because: 'registered-before', on: '2029-06-01' },
      { listNumber: 4, because: 'twice-in-file' },
    ],
  })
})

test('a file holds numbers and QR codes; each line that is not right is answered', async () => {
  const text = [
    'letter;reason',
    '5; Geweigerd',
    `${await qrOf(6)};moved`,
    '',
    'Peeters',
    '7;gone fishing',
    await qrOf(8, createSigner(generateSigningKey())),
    '9',
  ].join('\r\n')
  const { returns, unread } = read(`\ufeff${text}`)
  expect(unread).toEqual([
    { line: 5, because: 'not-a-letter' },
    { line: 6, because: 'no-such-reason' },
    { line: 7, because: 'not-a-letter' },
  ])
  expect(returns.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'refused'],
    [3, 'moved'],
    [8, 'unknown'],
  ])
  expect(await register(...returns)).toEqual({ registered: 3, not: [] })
  expect((await listed()).map(({ listNumber }) => listNumber).sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 9])
})

test('each has a next step by its reason, until somebody did something about it', async () => {
  const steps = async () => new Map((await listed()).map((letter) => [letter.listNumber, nextStep(letter)]))
  expect(Object.fromEntries(await steps())).toEqual({
    3: 'ask-address',
    4: 'ask-register',
    5: 'keep-at-desk',
    6: 'ask-address',
    9: 'ask-address',
  })
  const followUp = (listNumber: number) =>
    followUpReturned(trial.deps, {
      election: trial.election,
      listNumber,
      followUp: 'to-register',
      by: 'test',
    })
  expectOk(await followUp(4))
  expect(await followUp(10)).toMatchObject({ because: 'not-returned' })
  expectOk(
    await withdrawLetter(trial.deps, {
      election: trial.election,
      listNumber: 3,
      reason: 'address',
      by: 'test',
    }),
  )
  expect((await steps()).get(4)).toBe('done')
  expect((await steps()).get(3)).toBe('taken-back')
})

test('the log counts them by reason, without list numbers', async () => {
  const { municipalityId } = trial.election
  const events = await trial.here((db) => latestAuditEvents(db, municipalityId, 20))
  const returned = events.filter(({ action }) => action === 'letters.returned')
  expect(returned.map(({ details }) => details)).toEqual([
    { on: '2029-06-01', refused: 1, moved: 1, unknown: 1 },
    { on: '2029-06-01', deceased: 1 },
    { on: '2029-06-01', moved: 1 },
  ])
})
