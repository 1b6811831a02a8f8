import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { acceptList } from '../accept-list.ts'
import type { ListRow } from '../list-format.ts'
import { listsOf } from '../list-store.ts'
import { csvOfLines, linesOf } from '../mending/testing.ts'
import { anElection, aRow, csvOf, testDeps } from '../testing.ts'
import { dropOldUploads, stopReading } from './let-go-of-uploads.ts'
import { claimReading, findUpload, readUpload } from './read-upload.ts'
import { receiveBeside, receiveList } from './receive-list.ts'
import { openFindings, openMendingSheet } from './upload-files.ts'
import { filesOf, insertUpload, latestUpload, partOf } from './upload-store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

let last = 0
async function aTown() {
  const municipalityId = ++last as MunicipalityId
  const election = await anElection(database, municipalityId)
  return { municipalityId, election, deps: testDeps(database) }
}

const by = 'clerk'
const bytesOf = (rows: readonly ListRow[]) => Readable.from([Buffer.from(csvOf(rows))])

async function upload(election: Election, rows: readonly ListRow[]) {
  return receiveList(testDeps(database), { election, name: 'kiezers.csv', stream: bytesOf(rows), by })
}

async function read(election: Election) {
  const deps = testDeps(database)
  const claim = await claimReading(deps, { election, preset: undefined, by })
  if (!claim.ok) return claim.because
  return readUpload(deps, { election, claimed: claim.claimed, by })
}

const listsIn = ({ municipalityId, electionId }: Election) =>
  database.inScope(staffOf(municipalityId), (db) => listsOf(db, municipalityId, electionId))

test('a list that was uploaded is read, and its parts are let go when it is accepted', async () => {
  const { election, deps } = await aTown()
  const received = await upload(election, [aRow(0), aRow(1)])
  expect(received.ok).toBe(true)
  expect(await findUpload(deps, election)).toMatchObject({ state: 'waiting', sourceName: 'kiezers.csv' })
  expect(await read(election)).toBe('imported')
  expect(await listsIn(election)).toMatchObject([{ state: 'imported', voterCount: 2 }])
  await acceptList(deps, { election, by })
  expect(await findUpload(deps, election)).toBeUndefined()
})

test('nothing that was uploaded can be read in the database', async () => {
  const { election, municipalityId } = await aTown()
  await upload(election, [aRow(0, { last_name: 'Vindmijniet' })])
  const found = await database.inScope(staffOf(municipalityId), async (db) => {
    const newest = await latestUpload(db, municipalityId, election.electionId)
    return partOf(db, { ...election, uploadId: newest!.uploadId }, 'list', 0)
  })
  expect(found!.length).toBeGreaterThan(100)
  expect(Buffer.from(found!).toString('latin1')).not.toContain('Vindmijniet')
})

test('a refused list gives its findings and its sheet, and the sheet that comes back mends it', async () => {
  const { election, deps } = await aTown()
  await upload(election, [aRow(0), aRow(1, { section: '9' }), aRow(2)])
  expect(await read(election)).toBe('refused')
  expect(await findUpload(deps, election)).toMatchObject({
    outcome: { because: 'rows-refused', report: { errors: 1, counts: { 'unknown-section': 1 } } },
  })
  const findings = await openFindings(deps, { election })
  expect(findings.ok && (await text(findings.stream))).toContain('unknown-section')
  const sheet = await openMendingSheet(deps, { election, by })
  const lines = linesOf(sheet.ok ? await text(sheet.stream) : '')
  expect(lines).toHaveLength(1)
  const filled = csvOfLines([{ ...lines[0]!, verbetering: '2' }])
  const back = { election, stream: Readable.from([Buffer.from(filled)]), file: 'new sheet' as const }
  expect((await receiveBeside(deps, back)).ok).toBe(true)
  expect(await read(election)).toBe('imported')
  expect(await listsIn(election)).toMatchObject([{ voterCount: 3 }])
})

test('a sheet of another list is refused, and the report that it was made for stays', async () => {
  const { election, deps, municipalityId } = await aTown()
  await upload(election, [aRow(0), aRow(1, { section: '9' })])
  await read(election)
  const sheet = 'rij;controle;kolom;verbetering\r\n3;rabc;section;2\r\n'
  const back = { election, stream: Readable.from([Buffer.from(sheet)]), file: 'new sheet' as const }
  await receiveBeside(deps, back)
  expect(await read(election)).toBe('refused')
  const after = await findUpload(deps, election)
  expect(after).toMatchObject({ outcome: { because: 'another-list', report: { errors: 1 } } })
  const files = await database.inScope(staffOf(municipalityId), (db) =>
    filesOf(db, { ...election, uploadId: after!.uploadId }),
  )
  expect([...files].sort()).toEqual(['findings', 'list'])
})

test('one list at a time: a second is refused while the first is busy, not when its process died', async () => {
  const { election, deps, municipalityId } = await aTown()
  const busy = { ...election, uploadId: '0198b7a0-0000-7000-8000-000000000001', sourceName: 'een.csv', by }
  await database.inScope(staffOf(municipalityId), (db) => insertUpload(db, { ...busy, at: new Date() }))
  expect(await upload(election, [aRow(0)])).toMatchObject({ because: 'already-reading' })
  expect(await stopReading(deps, { election, by })).toMatchObject({ ok: true })
  expect(await stopReading(deps, { election, by })).toMatchObject({ because: 'nothing-to-stop' })
  await silence(municipalityId)
  expect((await upload(election, [aRow(0)])).ok).toBe(true)
})

test('a browser that goes away in the middle leaves nothing', async () => {
  const { election, deps } = await aTown()
  async function* breaking() {
    yield Buffer.alloc(3 * 2 ** 20, 'a')
    throw new Error('gone')
  }
  await expect(receiveList(deps, { election, name: 'x.csv', stream: breaking(), by })).rejects.toThrow('gone')
  expect(await findUpload(deps, election)).toBeUndefined()
})

test('who asks to stop while it is read, stops it; it can be read again', async () => {
  const { election, deps } = await aTown()
  await upload(
    election,
    Array.from({ length: 3 }, (_, n) => aRow(n)),
  )
  const claim = await claimReading(deps, { election, preset: undefined, by })
  if (!claim.ok) throw new Error(claim.because)
  expect(await claimReading(deps, { election, preset: undefined, by })).toMatchObject({
    because: 'already-reading',
  })
  await stopReading(deps, { election, by })
  expect(await readUpload(deps, { election, claimed: claim.claimed, by })).toBe('stopped')
  expect(await listsIn(election)).toEqual([])
  expect(await read(election)).toBe('imported')
})

test('what was uploaded and left for a week is let go of, and nothing else', async () => {
  const { election, deps, municipalityId } = await aTown()
  await upload(election, [aRow(0)])
  await dropOldUploads(deps, municipalityId)
  expect(await findUpload(deps, election)).toBeDefined()
  await silence(municipalityId, '8 days')
  await dropOldUploads(deps, municipalityId)
  expect(await findUpload(deps, election)).toBeUndefined()
})

test('a list whose parts went missing while it was read is told as failed, not as stopped', async () => {
  const { election, deps, municipalityId } = await aTown()
  await upload(election, [aRow(0)])
  const claim = await claimReading(deps, { election, preset: undefined, by })
  if (!claim.ok) throw new Error(claim.because)
  await database.inScope(staffOf(municipalityId), (db) =>
    sql`update voters.uploaded_part u set sealed = 'damaged' where u.municipality_id = ${municipalityId}`.execute(
      db,
    ),
  )
  expect(await readUpload(deps, { election, claimed: claim.claimed, by })).toBe('failed')
  expect(await listsIn(election)).toEqual([])
})

async function silence(municipalityId: MunicipalityId, long = '5 minutes'): Promise<void> {
  await database.inScope(staffOf(municipalityId), (db) =>
    sql`update voters.uploaded_list u set seen_at = clock_timestamp() - ${long}::interval
        where u.municipality_id = ${municipalityId}`.execute(db),
  )
}
