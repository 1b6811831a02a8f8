import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import type { Election } from '../../elections/index.ts'
import { sha256 } from '../../platform/hash.ts'
import { amendList } from '../amending/amend-list.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { verifyCertificate } from '../certificate/verify-certificate.ts'
import { writeCertificate } from '../certificate/write-certificate.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'
import { printLetters } from './print-letters.ts'
import { reprintFile } from './reprint-file.ts'

/** What is on paper and what the certificate says of it, from the first print to a correction and a file made again. */

const voters = 60
const policies = ['paper-for-all', 'paper-for-the-rest'] as const

async function aTrial(policy: (typeof policies)[number]): Promise<LettersTrial & { folder: string }> {
  const trial = await aLettersTrial(voters)
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-counts-'))
  onTestFinished(async () => {
    await rm(folder, { recursive: true })
    await trial.database.close()
  })
  const channelPolicy = { value: policy, source: 'test', mark: 'M' }
  trial.election = {
    ...trial.election,
    ruleset: { ...trial.election.ruleset, channelPolicy },
  } as Election
  return { ...trial, folder }
}

/** Composed, released, and every second letter in a mailbox. */
async function sendAndPrint(trial: LettersTrial, folder: string): Promise<number> {
  const { deps, election } = trial
  expectOk(await trial.compose())
  await trial.sample()
  const { sampleSha256 } = expectOk(await trial.request())
  expectOk(await trial.release(sampleSha256))
  await trial.here((db) =>
    sql`update delivery.delivery set finished_at = now(), receipt = 'R ' || document_id,
        state = case when document_id::text < '8' then 'delivered' else 'inactive' end
        where state = 'waiting'`.execute(db),
  )
  return expectOk(await printLetters(deps, { election, folder, by: 'test' })).letters
}

interface Manifest {
  files: {
    name: string
    index: string
    addresses: string
    sha256: string
    addressesSha256: string
    letters: number
    noLongerValid: number[]
  }[]
}

/** The certificate of this moment, held against what lies in the folder of the printer. */
async function agreed(trial: LettersTrial, folder: string) {
  const { deps, election } = trial
  const written = expectOk(
    await writeCertificate(deps, {
      election,
      folder: await mkdtemp(join(folder, 'certificate-')),
      by: 'test',
    }),
  )
  const verified = await verifyCertificate(written.certificateFile)
  expect(verified.checks.filter(({ ok }) => !ok)).toEqual([])
  const { paper, sections } = written.certificate
  const { files }: Manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  expect(paper.printFiles.map(({ name, letters, sha256 }) => [name, letters, sha256])).toEqual(
    files.map(({ name, letters, sha256 }) => [name, letters, sha256]),
  )
  const inFiles: number[] = []
  for (const { index, addresses, addressesSha256, letters, noLongerValid } of files) {
    const rows = (await readFile(join(folder, index), 'utf8')).trim().split('\r\n').slice(1)
    const bytes = await readFile(join(folder, addresses))
    expect(sha256(bytes).toString('hex')).toBe(addressesSha256)
    expect([rows.length, bytes.toString().trim().split('\r\n').length - 1]).toEqual([letters, letters])
    const numbers = rows.map((row) => Number(row.split(';')[2]))
    inFiles.push(...numbers.filter((number) => !noLongerValid.includes(number)))
  }
  expect(new Set(inFiles).size, 'nobody is on paper twice').toBe(inFiles.length)
  expect(inFiles).toHaveLength(paper.printed)
  const exceptions = sum(Object.values(paper.exceptions))
  expect(paper.printed + exceptions).toBe(paper.voters)
  for (const part of ['voters', 'printed'] as const)
    expect(sum(sections.map((section) => section.paper[part]))).toBe(paper[part])
  return { paper, inFiles, digital: written.certificate.digital }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}

describe.each(policies)('%s', (policy) => {
  test('the certificate counts what is in the print files, at first and after a strike, a correction and a file made again', async () => {
    const { folder, ...trial } = await aTrial(policy)
    const { deps, election } = trial
    expect(await sendAndPrint(trial, folder)).toBeGreaterThan(voters / 3)
    const first = await agreed(trial, folder)
    expect(first.paper.voters).toBe(policy === 'paper-for-all' ? voters : first.digital.inactive)
    const [gone, wrong] = first.inFiles
    const { rows } = await trial.here((db) =>
      sql<{ number: number; name: string }>`select list_number as number, last_name as name from voters.voter
        where list_number = any(${[gone, wrong]}::integer[]) order by list_number`.execute(db),
    )
    const mutations = [
      'kind;list_number;current_last_name;ground;decided_on;source;first_names',
      `strike;${rows[0]!.number};${rows[0]!.name};deceased;2029-05-01;akte 17;`,
      `correct;${rows[1]!.number};${rows[1]!.name};college-decision;2029-05-01;besluit 3;Anders`,
    ].join('\n')
    const file = Readable.from([Buffer.from(mutations)])
    expectOk(await amendList(deps, { election, mutations: file, by: 'test', dryRun: false }))
    await sendAndPrint(trial, folder)
    const amended = await agreed(trial, folder)
    expect(amended.inFiles).not.toContain(rows[0]!.number)
    const { name } = amended.paper.printFiles[0]!
    expectOk(await reprintFile(deps, { election, folder, file: name, reason: 'paper jam', by: 'test' }))
    const again = await agreed(trial, folder)
    expect(again.inFiles.sort()).toEqual(amended.inFiles.sort())
    expect(
      again.paper.printFiles.map((file: Certificate['paper']['printFiles'][number]) => file.name),
    ).not.toContain(name)
  })
})
