import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import { CsvFault, type CsvFaultFacts } from '../../platform/csv/csv-fault.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type ListId, newId } from '../../platform/ids.ts'
import type { NationalNumberRules } from '../../platform/national-number.ts'
import { type Refused, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import type { RowRules } from '../checking/check-row.ts'
import type { FileFault, Finding } from '../checking/import-finding.ts'
import { currentList, insertFindings, insertList, listsOf, lockLists, replaceLists } from '../list-store.ts'
import { SheetRefused } from '../mending/mending-sheet.ts'
import { mayUndergo, type VotersList } from '../voters-list.ts'
import { checkWholeList } from './check-whole-list.ts'
import { differenceBetween } from './difference-overview.ts'
import { createFindingLog, type FindingLog, type FindingsFile } from './finding-log.ts'
import { type ImportReport, reportOf } from './import-report.ts'
import { addPartition, arrivalsOf, isPurged, openList } from './import-store.ts'
import { createListTally, type ListTally } from './list-tally.ts'
import { createLookAlikes, type LookAlikes } from './look-alikes.ts'
import { arrivalsFrom, blocksOf, type ListSource, metered, SourceBroken } from './read-rows.ts'
import { createRowPool } from './row-pool.ts'
import { rowRules } from './row-rules.ts'

export interface ImportProgress {
  /** Bytes read so far, and in all when that is known. */
  readonly done: number
  readonly total?: number
  /** Rows that were checked. */
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
  /** The id that the list gets; absent: a new one. */
  readonly listId?: ListId | undefined
  /** Where all findings go, also those beyond what a report holds. */
  readonly findingsFile?: FindingsFile | undefined
  /** Takes every finding between rows, for the mending sheet. */
  readonly acrossRows?: Finding[] | undefined
  readonly signal?: AbortSignal | undefined
}

export type ImportOutcome =
  | { readonly ok: true; readonly listId: ListId; readonly report: ImportReport }
  | (Refused<'rows-refused'> & { readonly report: ImportReport })
  | (Refused<'not-a-list'> & { readonly fault: FileFault; readonly facts?: CsvFaultFacts })
  | (Refused<'sheet-refused'> & { readonly findings: readonly Finding[] })
  | Refused<'list-closed' | 'no-sections' | 'election-purged' | 'interrupted' | 'another-list'>

/**
 * Reads, checks and stores a voters list as *imported*, in one transaction and in constant memory. It replaces
 * an earlier imported list, and is compared with the one that was accepted. Refused or interrupted, it leaves nothing behind.
 */
export async function importVoters(deps: ImportDeps, facts: ImportFacts): Promise<ImportOutcome> {
  const staff = staffOf(facts.election.municipalityId)
  const prepared = await deps.database.inScope(staff, (db) => prepare(db, deps, facts))
  if (!prepared.ok) return prepared
  const incoming: Incoming = {
    ...prepared,
    listId: facts.listId ?? newId<ListId>(),
    findings: createFindingLog(facts.findingsFile, facts.acrossRows),
    setAside: [],
    tally: createListTally(),
    lookAlikes: createLookAlikes(),
  }
  try {
    return await deps.database.withClient(staff, (db, client) => takeIn(db, client, deps, facts, incoming))
  } catch (error) {
    return expected(error, facts.signal)
  }
}

/** A list on its way in, and what was noted of it so far. */
interface Incoming {
  readonly listId: ListId
  readonly rules: RowRules
  /** The list that was accepted before. */
  readonly before: VotersList | undefined
  readonly setAside: Uint8Array[]
  readonly findings: FindingLog
  readonly tally: ListTally
  readonly lookAlikes: LookAlikes
}

/** Ends the transaction without a trace; its outcome is the answer of the import. */
class NotStored extends Error {
  readonly outcome: ImportOutcome

  constructor(outcome: ImportOutcome) {
    super('the list is not stored')
    this.outcome = outcome
  }
}

async function prepare(db: Db, { clock, numbers }: ImportDeps, { election }: ImportFacts) {
  const { municipalityId, electionId } = election
  const lists = await listsOf(db, municipalityId, electionId)
  const before = lists.find(({ state }) => state !== 'imported')
  if (before && !mayUndergo('replace', before.state)) return refused('list-closed')
  const rules = await rowRules(db, election, { ...numbers, today: clock.now() })
  if (rules.sections.size === 0) return refused('no-sections')
  if (await isPurged(db, electionId)) return refused('election-purged')
  await addPartition(db, electionId)
  return { ok: true as const, rules, before }
}

async function takeIn(
  db: Db,
  client: pg.PoolClient,
  deps: ImportDeps,
  facts: ImportFacts,
  incoming: Incoming,
): Promise<ImportOutcome> {
  const { municipalityId, electionId } = facts.election
  const { listId, findings, tally } = incoming
  await openList(db, municipalityId, electionId, listId)
  const sourceSha256 = await receive(client, deps, facts, incoming)
  const bounds = facts.election.ruleset.listChecks.value
  await checkWholeList(db, client, { ...incoming, municipalityId, electionId, bounds, sourceSha256 })
  const report = reportOf(tally.counts(), findings)
  if (report.errors > 0) throw new NotStored({ ...refused('rows-refused'), report })
  if (report.voters === 0) throw new NotStored({ ...refused('not-a-list'), fault: 'header-only' })
  facts.signal?.throwIfAborted()
  const { before } = incoming
  const difference =
    before &&
    (await differenceBetween(db, municipalityId, electionId, { before: before.listId, after: listId }))
  const compared = { ...report, ...(difference && { difference }) }
  await store(db, deps, facts, { listId, report: compared, sourceSha256 })
  return { ok: true, listId, report: compared }
}

/** The stream through the row checks into the table of the list. Answers the SHA-256 of the file. */
async function receive(
  client: pg.PoolClient,
  { vault, onProgress }: ImportDeps,
  { election, source, signal }: ImportFacts,
  { listId, rules, ...reading }: Incoming,
): Promise<Buffer> {
  const total = source.bytes === undefined ? {} : { total: source.bytes }
  let done = 0
  const file = metered(source, (bytes) => {
    done = bytes
  })
  const { municipalityId, electionId } = election
  const pool = createRowPool({ municipalityId, electionId, rules, vault })
  const blocks = blocksOf(source, file.bytes, reading.findings)
  const arrivals = arrivalsFrom({ ...reading, pool }, blocks, (rows) =>
    onProgress?.({ done, rows, ...total }),
  )
  const intoTable = arrivalsOf(client, listId)
  try {
    await pipeline(arrivals, intoTable, signal ? { signal } : {})
  } finally {
    await pool.close()
  }
  const { voters } = reading.tally.counts()
  if (intoTable.rowCount !== voters) throw new Error(`${intoTable.rowCount} rows stored of ${voters}`)
  return file.sha256()
}

async function store(
  db: Db,
  { clock }: ImportDeps,
  { election, source, by, signal }: ImportFacts,
  { listId, report, sourceSha256 }: { listId: ListId; report: ImportReport; sourceSha256: Buffer },
): Promise<void> {
  const { municipalityId, electionId } = election
  await lockLists(db, municipalityId, electionId)
  const current = await currentList(db, municipalityId, electionId)
  if (current && !mayUndergo('replace', current.state)) throw new NotStored(refused('list-closed'))
  await replaceLists(db, municipalityId, electionId, 'imported')
  await insertList(db, municipalityId, electionId, {
    listId,
    sourceName: source.name,
    sourceSha256,
    voterCount: report.voters,
    warningCounts: report.counts,
    importedAt: clock.now(),
    importedBy: by,
    difference: report.difference,
  })
  await insertFindings(db, municipalityId, electionId, listId, report.findings)
  const details = {
    voters: report.voters,
    warnings: report.warnings,
    sha256: sourceSha256.toString('hex'),
    ...(source.preset && { preset: source.preset.name }),
    ...(source.mending && { mendedRows: source.mending.size }),
  }
  await recordAudit(db, { municipalityId, actor: by, action: 'voters.imported', subject: listId, details })
  signal?.throwIfAborted()
}

function expected(error: unknown, signal: AbortSignal | undefined): ImportOutcome {
  if (error instanceof NotStored) return error.outcome
  if (error instanceof SheetRefused)
    return error.because === 'another-list'
      ? refused(error.because)
      : { ...refused(error.because), findings: error.findings }
  if (error instanceof CsvFault) {
    const { detail, because: fault, facts } = error
    return { ...refused('not-a-list', detail), fault, facts }
  }
  if (error instanceof SourceBroken) return refused('interrupted', error.message)
  if (signal?.aborted) return refused('interrupted')
  throw error
}
