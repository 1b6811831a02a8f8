import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestSeal, type TestSeal } from '../dev/seal/make-test-seal.ts'
import { releasedElection } from '../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import type { Election } from '../src/elections/index.ts'
import { createLetterSource, issueDuplicate } from '../src/letters/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import type { DocumentId } from '../src/platform/ids.ts'
import { openSealKeys } from '../src/platform/seal/open-seal-keys.ts'
import { startSession } from '../src/portal/login/citizen-session.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'
import { expectOk } from './expect-ok.ts'
import { readPdf } from './read-pdf.ts'
import { readSeal } from './seal/read-seal.ts'
import { verifyWithPkijs } from './seal/verify-with-pkijs.ts'

/** What a citizen of a municipality that seals opens in the browser, with the key in files as an operator puts it there. */

let trial: DeskTrial
let election: Election
let seal: TestSeal
let folder: string
let headers: { Cookie: string }
let letterId: DocumentId

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-seal-'))
  const [certificateFile, privateKeyFile] = [join(folder, 'seal.crt'), join(folder, 'seal.pem')]
  seal = await makeTestSeal()
  await writeFile(certificateFile, seal.certificates)
  await writeFile(privateKeyFile, seal.privateKey)
  trial = await aDeskTrial(createWeb)
  Object.assign(trial.deps, { sealKeys: openSealKeys(async () => ({ certificateFile, privateKeyFile })) })
  election = await releasedElection(trial, 20)
  const { rows } = await trial.database.inScope(staffOf(trial.here), (db) =>
    sql<{ number: Buffer; letter: DocumentId }>`
      select v.nrn_cipher as number, l.letter_id as letter from voters.voter v
      join letters.letter l on l.election_id = v.election_id and l.voter_id = v.voter_id
      where v.election_id = ${election.electionId} order by v.list_number limit 1`.execute(db),
  )
  letterId = rows[0]!.letter
  const nationalNumber = trial.deps.vault.open(rows[0]!.number)
  const token = await startSession(trial.deps, { nationalNumber, name: 'Eerste Kiezer' })
  headers = { Cookie: `kiesloket-burger=${token}` }
})
afterAll(async () => {
  await trial.close()
  await rm(folder, { recursive: true })
})

async function opened(address: string): Promise<Buffer> {
  const answer = await createWeb(trial.deps).request(address, { headers })
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/pdf'])
  return Buffer.from(await answer.arrayBuffer())
}

test('the letter is the sealed file that the e-Box gets, byte for byte', async () => {
  const pdf = await opened(paths.letterPdf({ election: election.electionId }))
  const verdict = await verifyWithPkijs(await readSeal(pdf), seal.root)
  expect(verdict).toMatchObject({ holds: true, trusted: true })
  const sent = await createLetterSource(trial.deps).render(trial.here, election.electionId, [letterId])
  expect(pdf.equals(Buffer.from(sent.get(letterId)!.document))).toBe(true)
})

test('a duplicate has a seal of its own, and opens again with the same bytes', async () => {
  const request = { election, listNumber: 1, reason: 'not-received', identity: 'login' } as const
  const issued = await issueDuplicate(trial.deps, { ...request, channel: 'print', by: 'citizen' })
  const at = { election: election.electionId, duplicate: expectOk(issued).duplicateId }
  const [first, again] = [await opened(paths.duplicatePdf(at)), await opened(paths.duplicatePdf(at))]
  expect((await verifyWithPkijs(await readSeal(first), seal.root)).holds).toBe(true)
  expect((await readPdf(first)).pages[0]!.text).toContain('DUPLICAAT')
  expect(first.equals(again)).toBe(true)
})

test('large print is made anew for who asks, and has no seal', async () => {
  const large = await opened(paths.largeLetter({ election: election.electionId }))
  await expect(readSeal(large)).rejects.toThrow()
})
