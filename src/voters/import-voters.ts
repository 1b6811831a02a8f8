import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import { CsvFault } from '../platform/csv/csv-fault.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type ListId, newId } from '../platform/ids.ts'
import type { NationalNumberRules } from '../platform/national-number.ts'
import { type Refused, refused } from '../platform/result.ts'
import type { Vault } from '../platform/vault.ts'
import type { RowRules } from './check-row.ts'
import { checkWholeList } from './check-whole-list.ts'
import { createFindingLog, type FindingLog, type FindingsFile } from './finding-log.ts'
import type { FileFault } from './import-finding.ts'
import { type ImportReport, reportOf } from './import-report.ts'
import { addPartition, arrivals, countArrivals, createArrivals, storeArrivals } from './import-store.ts'
import { currentList, insertFindings, insertList, lockLists, replaceLists } from './list-store.ts'
import { type ListSource, linesFor, metered, SourceBroken } from './read-rows.ts'
import { rowRules } from './row-rules.ts'
import { mayUndergo } from './voters-list.ts'

export interface ImportProgress {
  /** Bytes read so far, and in all when that is known. */
  readonly done: number
  readonly total?: number
  readonly rows: number
}

export interface ImportDeps {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
  /** Which national numbers may enter this installation. */
  readonly numbers: Omit<NationalNumberRules, 'today'>
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
}

export interface ImportFacts {
  readonly election: Election
  readonly source: ListSource
  readonly by: string
  /** Where all findings go, also those beyond what a report holds. */
  readonly findingsFile?: FindingsFile | undefined
  readonly signal?: AbortSignal | undefined
}

export type ImportOutcome =
  | { readonly ok: true; readonly listId: ListId; readonly report: ImportReport }
  | (Refused<'rows-refused'> & { readonly report: ImportReport })
  | (Refused<'not-a-list'> & { readonly fault: FileFault })
  | Refused<'list-closed' | 'no-sections' | 'interrupted'>

/**
 * Reads, checks and stores a voters list as *imported*, in one transaction and in constant memory. It replaces
 * an earlier imported list. Refused or interrupted, it leaves nothing behind.
 */
export async function importVoters(deps: ImportDeps, facts: ImportFacts): Promise<ImportOutcome> {
  const staff = staffOf(facts.election.municipalityId)
  const prepared = await deps.database.inScope(staff, (db) => prepare(db, deps, facts))
  if (!prepared.ok) return prepared
  const findings = createFindingLog(facts.findingsFile)
  try {
    return await deps.database.withClient(staff, async (db, client) => {
      await createArrivals(db)
      const sourceSha256 = await receive(client, deps, facts, { rules: prepared.rules, findings })
      const counts = await countArrivals(db)
      await checkWholeList(db, { counts, ...prepared }, findings)
      const report = reportOf(counts, findings)
      if (report.errors > 0) return { ...refused('rows-refused'), report }
      if (report.voters === 0) return { ...refused('not-a-list'), fault: 'header-only' }
      facts.signal?.throwIfAborted()
      return await store(db, deps, facts, { report, sourceSha256 })
    })
  } catch (error) {
    return expected(error, facts.signal)
  }
}

async function prepare(db: Db, { clock, numbers }: ImportDeps, { election }: ImportFacts) {
  const { municipalityId, electionId } = election
  const before = await currentList(db, municipalityId, electionId)
  if (before && !mayUndergo('replace', before.state)) return refused('list-closed')
  const rules = await rowRules(db, election, { ...numbers, today: clock.now() })
  if (rules.sections.size === 0) return refused('no-sections')
  await addPartition(db, electionId)
  return { ok: true as const, rules, before }
}

/** The stream through the row checks into the database. Answers the SHA-256 of the file. */
async function receive(
  client: pg.PoolClient,
  { vault, onProgress }: ImportDeps,
  { election, source, signal }: ImportFacts,
  reading: { readonly rules: RowRules; readonly findings: FindingLog },
): Promise<Buffer> {
  const total = source.bytes === undefined ? {} : { total: source.bytes }
  let rows = 0
  const file = metered(source, (done) => onProgress?.({ done, rows, ...total }))
  const lines = linesFor({ ...reading, ...election, vault }, file.bytes, (read) => {
    rows = read
  })
  await pipeline(lines, arrivals(client), signal ? { signal } : {})
  return file.sha256()
}

async function store(
  db: Db,
  { clock }: ImportDeps,
  { election, source, by, signal }: ImportFacts,
  { report, sourceSha256 }: { report: ImportReport; sourceSha256: Buffer },
): Promise<ImportOutcome> {
  const { municipalityId, electionId } = election
  await lockLists(db, municipalityId, electionId)
  const current = await currentList(db, municipalityId, electionId)
  if (current && !mayUndergo('replace', current.state)) return refused('list-closed')
  const listId = newId<ListId>()
  await replaceLists(db, municipalityId, electionId, 'imported')
  await insertList(db, municipalityId, electionId, {
    listId,
    sourceName: source.name,
    sourceSha256,
    voterCount: report.voters,
    warningCounts: report.counts,
    importedAt: clock.now(),
    importedBy: by,
  })
  await storeArrivals(db, municipalityId, electionId, listId)
  await insertFindings(db, municipalityId, electionId, listId, report.findings)
  const details = { voters: report.voters, warnings: report.warnings, sha256: sourceSha256.toString('hex') }
  await recordAudit(db, { municipalityId, actor: by, action: 'voters.imported', subject: listId, details })
  signal?.throwIfAborted()
  return { ok: true, listId, report }
}

function expected(error: unknown, signal: AbortSignal | undefined): ImportOutcome {
  if (error instanceof CsvFault) return { ...refused('not-a-list', error.detail), fault: error.because }
  if (error instanceof SourceBroken) return refused('interrupted', error.message)
  if (signal?.aborted) return refused('interrupted')
  throw error
}
