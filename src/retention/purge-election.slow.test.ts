import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectOk } from '../../test/expect-ok.ts'
import { readPdf } from '../../test/read-pdf.ts'
import { scanDatabase } from '../../test/scan-database.ts'
import { breaches } from '../../test/verapdf.ts'
import type { Election } from '../elections/index.ts'
import { createLetterMaker } from '../letters/index.ts'
import {
  aLettersTrial,
  anElectionWithClosedList,
  anotherElection,
  type LettersTrial,
} from '../letters/testing.ts'
import { verifyAudit } from '../platform/audit.ts'
import { fixedClock } from '../platform/clock.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { LetterId } from '../platform/ids.ts'
import { openSignedText } from '../platform/signed-file.ts'
import { verifySignedPaper } from '../platform/signed-paper.ts'
import { importVoters } from '../voters/index.ts'
import { purgeSteps } from './holdings.ts'
import { liftLegalHold, placeLegalHold } from './legal-hold.ts'
import { purgeElection, purgePlan } from './purge-election.ts'
import { purgeReportFormat, purgeReportSchema } from './purge-report.ts'
import { recordValidation } from './record-validation.ts'
import { needlesOf, wholeCampaign } from './testing.ts'
import { writePurgeReport } from './write-purge-report.ts'

const voters = 79 // as many as the smallest municipality has inhabitants
const clock = fixedClock('2029-06-28T10:00:00Z')
let trial: LettersTrial
let neighbour: Election
let later: Election
let folder: string
let needles: { persons: string[]; ciphers: string[]; indexes: string[] }
let othersBefore: unknown

beforeAll(async () => {
  trial = await aLettersTrial(voters)
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-purge-'))
  const { deps, election } = trial
  later = await anotherElection(deps, election.municipalityId, {
    file: 'election-2030.json',
    voters: 30,
    seed: 2,
  })
  const other = { name: 'Maandorp', slug: 'maandorp', nisCode: '99002', enterpriseNumber: '0900000246' }
  neighbour = await anElectionWithClosedList(deps, 30, { neighbour: other, seed: 3 })
  await wholeCampaign(trial, folder)
  needles = await needlesOf(trial.database.ownerUrl, election)
  othersBefore = await countsOfOthers()
}, 240_000)
afterAll(async () => {
  await rm(folder, { recursive: true })
  await trial.database.close()
})

async function countsOfOthers() {
  const owner = new pg.Client({ connectionString: trial.database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query(
    `select (select count(*)::int from voters.voter where election_id = any($1)) as voters,
       (select count(*)::int from voters.voters_list where election_id = any($1)) as lists`,
    [[later.electionId, neighbour.electionId]],
  )
  await owner.end()
  return rows[0]
}

const tablesWith = async (texts: readonly string[]) => [
  ...new Set(
    (await scanDatabase(trial.database.ownerUrl, texts)).map(({ table }) =>
      table.replace(/_[0-9a-f]{32}$/, ''),
    ),
  ),
]
const deps = () => ({ ...trial.deps, clock })
const purge = (signal?: AbortSignal) =>
  purgeElection(deps(), { election: trial.election, by: 'test', ...(signal && { signal }) })
const validate = (changes: object = {}) =>
  recordValidation(deps(), {
    ...{
      election: trial.election,
      validatedOn: '2029-06-28',
      source: 'Chamber, session of 28 June 2029',
      by: 'test',
    },
    ...changes,
  })

test('before the purge the voters are found: in the list, the deliveries and the letters', async () => {
  expect(needles.persons.length).toBeGreaterThan(20)
  expect(await tablesWith(needles.persons)).toEqual(
    expect.arrayContaining(['voters.voter_list', 'letters.letter']),
  )
  expect(await tablesWith(needles.ciphers)).toEqual(['delivery.delivery', 'voters.voter_list'])
  const mailed = ['portal.subscription', 'portal.mail']
  expect(await tablesWith(needles.indexes)).toEqual(
    expect.arrayContaining(['delivery.delivery', 'letters.letter', 'voters.voter_list', ...mailed]),
  )
})

describe('the validation', () => {
  test('is a day that exists, not before polling day and not to come, with a source', async () => {
    expect(await validate({ validatedOn: '28/06/2029' })).toMatchObject({ because: 'not-a-day' })
    expect(await validate({ validatedOn: '2029-06-31' })).toMatchObject({ because: 'not-a-day' })
    expect(await validate({ validatedOn: '2029-06-09' })).toMatchObject({ because: 'before-polling-day' })
    expect(await validate({ validatedOn: '2029-06-29' })).toMatchObject({ because: 'in-the-future' })
    expect(await validate({ source: ' ' })).toMatchObject({ because: 'source-missing' })
    expect(await purge()).toMatchObject({ because: 'not-validated' })
  })

  test('tried out it shows the plan and records nothing', async () => {
    const { plan } = expectOk(await validate({ isTrial: true }))
    expect(plan.parts.map(({ part, dueOn }) => [part, dueOn])).toEqual([
      ['list', '2029-06-29'],
      ['letters', '2029-09-09'],
    ])
    expect((await purgePlan(deps(), trial.election)).validation).toBeUndefined()
  })

  test('the database itself refuses to purge what was not validated', async () => {
    const { municipalityId, electionId } = trial.election
    const direct = trial.here((db) =>
      sql`select retention.drop_partitions(${municipalityId}, ${electionId}, 'voters.voter')`.execute(db),
    )
    await expect(direct).rejects.toThrow(/not validated/)
  })

  test('recorded, nothing goes before its day', async () => {
    expectOk(await validate())
    expect(await purge()).toMatchObject({
      because: 'nothing-due',
      detail: expect.stringContaining('2029-06-29'),
    })
  })
})

describe('a legal hold', () => {
  test('stops every purge, in the database too, and is lifted once', async () => {
    const { election } = trial
    clock.moveTo('2029-06-29T10:00:00Z')
    const facts = { election, reason: 'appeal', source: 'A. 1234', by: 'test' }
    expect(await placeLegalHold(deps(), { ...facts, source: '' })).toMatchObject({
      because: 'source-missing',
    })
    expectOk(await placeLegalHold(deps(), facts))
    expect(await placeLegalHold(deps(), facts)).toMatchObject({ because: 'held-already' })
    expect(await purge()).toMatchObject({ because: 'held' })
    const direct = trial.here((db) =>
      sql`select retention.delete_rows(${election.municipalityId}, ${election.electionId}, 'voters.amendment')`.execute(
        db,
      ),
    )
    await expect(direct).rejects.toThrow(/legal hold/)
    expectOk(await liftLegalHold(deps(), { election, because: 'rejected', by: 'test' }))
    expect(await liftLegalHold(deps(), { election, because: 'rejected', by: 'test' })).toMatchObject({
      because: 'not-held',
    })
  })
})

describe('the purge', () => {
  test('of another municipality is refused by the database', async () => {
    const { municipalityId, electionId } = trial.election
    const foreign = trial.database.inScope(staffOf(neighbour.municipalityId), (db) =>
      sql`select retention.drop_partitions(${municipalityId}, ${electionId}, 'voters.voter')`.execute(db),
    )
    await expect(foreign).rejects.toThrow(/no such election/)
  })

  test('stopped after its first step it goes on behind it', async () => {
    const stop = new AbortController()
    const stopped = await purgeElection(
      { ...deps(), onProgress: () => stop.abort() },
      { election: trial.election, by: 'test', signal: stop.signal },
    )
    expect(stopped).toMatchObject({ because: 'stopped' })
    const { steps } = expectOk(await purge())
    expect(steps).toHaveLength(purgeSteps.filter(({ part }) => part === 'list').length - 1)
  })

  test('of the list leaves no national number and no list, and each letter as its voter can see it', async () => {
    expect(await tablesWith(needles.ciphers)).toEqual([])
    expect(await tablesWith(needles.persons)).toEqual(['letters.letter'])
    expect(await tablesWith(needles.indexes)).toEqual(['letters.letter'])
    const letters = await seenByPerson(needles.indexes[0]!)
    expect(letters).toHaveLength(1)
    const { municipalityId, electionId } = trial.election
    const [made] = await createLetterMaker(trial.deps)(municipalityId, electionId, letters)
    expect(Buffer.from(made!.pdf).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('of a purged list is not undone: no list is taken in any more', async () => {
    const again = await importVoters(trial.deps, {
      election: trial.election,
      source: { name: 'list.csv', stream: (async function* () {})() as never },
      by: 'test',
    })
    expect(again).toMatchObject({ because: 'election-purged' })
    expect(await validate({ validatedOn: '2029-06-20' })).toMatchObject({ because: 'purged-already' })
  })

  test('of the letters leaves nothing of a voter in any table', async () => {
    clock.moveTo('2029-09-08T21:59:00Z')
    expect(await purge(), 'still 8 September in Belgium').toMatchObject({ because: 'nothing-due' })
    clock.moveTo('2029-09-08T22:00:00Z')
    expectOk(await purge())
    expect(await tablesWith([...needles.persons, ...needles.ciphers, ...needles.indexes])).toEqual([])
    expect(await seenByPerson(needles.indexes[0]!)).toEqual([])
    expect(await purge()).toMatchObject({ because: 'nothing-due', detail: 'Everything was purged before.' })
  })

  test('is reported: signed, with every step, what was found afterwards and what stays; no voter in it', async () => {
    const written = expectOk(await report())
    const { purged, found, complete, stays } = written.report
    expect(complete).toBe(true)
    expect(purged.map(({ table }) => table)).toEqual(
      expect.arrayContaining(purgeSteps.flatMap(({ part, table }) => (/bureau/.test(part) ? [] : table))),
    )
    expect(purged.find(({ table }) => table === 'voters.voter')).toMatchObject({
      rows: voters,
      article: 'KWB 10',
    })
    expect(found.every(({ rows }) => rows === 0)).toBe(true)
    expect(stays.find(({ table }) => table === 'letters.certificate')).toMatchObject({ rows: 1 })
    const text =
      JSON.stringify(await readPdf(await readFile(written.pdfFile))) + JSON.stringify(written.report)
    for (const needle of [...needles.persons, ...needles.indexes]) expect(text).not.toContain(needle)
    const schemas = { [purgeReportFormat]: purgeReportSchema }
    const key = trial.deps.signer.keyId
    expect(await verifySignedPaper(written.jsonFile, schemas, [key])).toMatchObject({ ok: true })
    expect(await verifySignedPaper(written.jsonFile, schemas, ['another'])).toMatchObject({ ok: false })
    await appendFile(written.pdfFile, ' ')
    expect(await verifySignedPaper(written.jsonFile, schemas)).toMatchObject({
      ok: false,
      checks: [{ ok: true }, { ok: true }, { name: 'document', ok: false, detail: 'another hash' }],
    })
  })

  test('is reported in a paper in which veraPDF finds PDF/UA-1 and PDF/A-2a', async (context) => {
    clock.moveTo('2029-09-08T22:01:00Z')
    const { pdfFile } = expectOk(await report())
    expect(await breaches(context, [await readFile(pdfFile)])).toEqual([])
  })

  test('keeps of the certificate what may be published: no small count of a small municipality', async () => {
    const { rows } = await trial.here((db) =>
      sql<{ jws: string }>`select c.jws from letters.certificate c`.execute(db),
    )
    const { genuine, content } = await openSignedText(rows[0]!.jws)
    expect(genuine).toBe(true)
    expect(content).toMatchObject({ format: 'kiesloket-certificate-public/1', smallestCount: 5 })
    const { digital, paper, sections } = content as Record<string, unknown>
    expect(JSON.stringify({ digital, paper, sections })).not.toMatch(/:[1-4][,}]/)
    expect(JSON.stringify(paper), 'a few letters no post can bring: their number is left out').toContain(
      'null',
    )
  })

  test('leaves the other election and the other municipality as they were, and the audit log whole', async () => {
    expect(await countsOfOthers()).toEqual(othersBefore)
    const { municipalityId } = trial.election
    expect(await trial.here((db) => verifyAudit(db, municipalityId))).not.toHaveProperty('broken')
  })

  test('leaves no list number in the details of the audit log', async () => {
    const { rows } = await trial.here((db) =>
      sql`select from platform.audit_event e
          where e.details::text ~* '"(list_?numbers?|last_?name|first_?names|address|national_?number)"'`.execute(
        db,
      ),
    )
    expect(rows).toEqual([])
  })
})

function report() {
  const outside = [{ what: 'print files', where: 'print' }]
  return writePurgeReport(deps(), {
    election: trial.election,
    folder: join(folder, 'reports'),
    outside,
    by: 'test',
  })
}

function seenByPerson(index: string): Promise<LetterId[]> {
  return trial.database.inScope({ person: Buffer.from(index, 'hex') }, async (db) => {
    const { rows } = await sql<{ id: LetterId }>`select l.letter_id as id from letters.letter l`.execute(db)
    return rows.map(({ id }) => id)
  })
}
