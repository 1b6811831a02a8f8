import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../test/expect-ok.ts'
import { readPdf } from '../../test/read-pdf.ts'
import { breaches } from '../../test/verapdf.ts'
import { printLetters } from '../letters/index.ts'
import { aLettersTrial, type LettersTrial } from '../letters/testing.ts'
import { fixedClock } from '../platform/clock.ts'
import { verifySignedPaper } from '../platform/signed-paper.ts'
import { governorStatementFormat, governorStatementSchema } from './governor-statement.ts'
import { type StatementWanted, writeGovernorStatement } from './write-governor-statement.ts'

const voters = 40
const clock = fixedClock('2029-05-27T10:00:00Z')
const deadline = '2029-05-26' // 15 days before 10 June
let trial: LettersTrial
let folder: string

beforeAll(async () => {
  trial = await aLettersTrial(voters)
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-governor-'))
}, 120_000)
afterAll(async () => {
  await rm(folder, { recursive: true })
  await trial.database.close()
})

const posted = (on: string) => ({ on, source: 'deposit note 118' })
function state(changes: Partial<StatementWanted> = {}) {
  clock.moveTo(new Date(clock.now().getTime() + 1000).toISOString())
  const wanted = { election: trial.election, folder, by: 'test', posted: posted('2029-05-25'), ...changes }
  return writeGovernorStatement({ ...trial.deps, clock }, wanted)
}

/** The tables keep the moment of the machine: a test that needs another writes it as their owner. */
async function asOwner(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: trial.database.ownerUrl })
  await owner.connect()
  await owner.query(statement)
  await owner.end()
}

test('nothing is stated before anything was released', async () => {
  expect(await state()).toMatchObject({ because: 'nothing-released' })
  await trial.compose()
  await trial.sample()
  const { sampleSha256 } = expectOk(await trial.request())
  expectOk(await trial.release(sampleSha256))
})

test('before anything is printed it says that nothing left', async () => {
  const { statement } = expectOk(await state())
  expect(statement).toMatchObject({ inTime: false, late: { added: 0, replaced: 0, late: voters } })
})

test('everything ready and posted by the last day: in time, with what no post can bring apart', async () => {
  expectOk(
    await printLetters(trial.deps, { election: trial.election, folder: join(folder, 'print'), by: 'test' }),
  )
  await asOwner(`update letters.print_file set made_at = '2029-05-24T08:00:00Z'`)
  await asOwner(`update delivery.delivery set state = 'delivered', finished_at = '2029-05-23T09:00:00Z'`)
  expect(await state({ posted: undefined })).toMatchObject({ because: 'posting-unknown' })
  expect(await state({ posted: posted('2029-05-28') })).toMatchObject({ because: 'in-the-future' })
  const written = expectOk(await state())
  const { statement } = written
  expect(statement).toMatchObject({
    voters,
    inTime: true,
    deadline: { day: deadline, article: 'KWB 107 al. 3' },
    digital: { letters: { inTime: voters, late: 0 }, notSent: 0, firstAt: '2029-05-23T09:00:00.000Z' },
    late: { added: 0, replaced: 0, late: 0 },
  })
  expect(statement.paper.letters.inTime + statement.paper.exceptions).toBe(voters)
  const pdf = await readPdf(await readFile(written.pdfFile))
  expect(pdf.pages[0]!.text).toContain('De kiesbrieven zijn op tijd vertrokken.')
  const schemas = { [governorStatementFormat]: governorStatementSchema }
  expect(await verifySignedPaper(written.jsonFile, schemas, [trial.deps.signer.keyId])).toMatchObject({
    ok: true,
  })
})

test('posted on the last day is in time; a day later nothing was', async () => {
  expect(expectOk(await state({ posted: posted(deadline) })).statement.inTime).toBe(true)
  const { statement } = expectOk(await state({ posted: posted('2029-05-27') }))
  expect(statement).toMatchObject({ inTime: false, paper: { letters: { inTime: 0 } } })
  expect(statement.late.late + statement.paper.exceptions).toBe(voters)
})

test('a file that was ready after the post had been is late, and so is what the e-Box took a minute after midnight', async () => {
  await asOwner(`update letters.print_file set made_at = '2029-05-25T23:00:00Z'
                 where name = (select min(name) from letters.print_file)`)
  await asOwner(`update delivery.delivery set finished_at = '2029-05-26T22:01:00Z'
                 where document_id = (select document_id from delivery.delivery order by 1 limit 1)`)
  const { statement, pdfFile } = expectOk(await state())
  expect(statement.inTime).toBe(false)
  expect(statement.late.late).toBe(statement.paper.letters.late)
  expect(statement.paper.letters.late).toBeGreaterThan(0)
  expect(statement.digital.letters).toEqual({ inTime: voters - 1, late: 1 })
  const pdf = await readPdf(await readFile(pdfFile))
  expect(pdf.pages[0]!.text).toContain('Niet alle kiesbrieven zijn op tijd vertrokken.')
})

test('veraPDF finds PDF/UA-1 and PDF/A-2a in the statement, and its signatures stand with what they are for', async (context) => {
  const pdf = await readFile(expectOk(await state()).pdfFile)
  const { pages } = await readPdf(pdf)
  expect(pages.at(-1)!.text).toContain('Waarop dit steunt')
  expect(pages.at(-1)!.text).toContain('Opgemaakt in Zonnedorp op')
  expect(await breaches(context, [pdf])).toEqual([])
})

test('the day of the statement is that of Belgium, also after midnight', async () => {
  clock.moveTo('2029-05-27T22:30:00Z')
  const pdf = await readPdf(await readFile(expectOk(await state()).pdfFile))
  expect(pdf.pages.at(-1)!.text).toContain('op maandag 28 mei 2029')
})

test('voters who were added later do not make it untrue, and are told of apart', async () => {
  await asOwner(`update voters.voter set added_late = true where voter_id in (
    select l.voter_id from letters.letter l join letters.paper_letter p using (letter_id)
    join letters.print_file f using (print_file_id) where f.made_at > '2029-05-25T22:00:00Z')`)
  const { statement } = expectOk(await state())
  expect(statement).toMatchObject({ inTime: true, late: { late: 0, replaced: 0 } })
  expect(statement.late.added).toBe(statement.paper.letters.late)
})
