import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId } from '../../platform/ids.ts'
import { type Finding, type FindingCode, type Severity, severities } from '../checking/import-finding.ts'
import { findingsOf, listsOf } from '../list-store.ts'
import { countList } from '../voter-store.ts'
import type { VotersList } from '../voters-list.ts'
import type { ListDifference } from './difference-overview.ts'
import type { FindingLog } from './finding-log.ts'
import type { ListCounts } from './list-tally.ts'

/** What the clerk reads before accepting a list. */
export interface ImportReport extends ListCounts {
  readonly errors: number
  readonly warnings: number
  readonly counts: Readonly<Partial<Record<FindingCode, number>>>
  /** The first of each kind, in the order they were found; `counts` counts them all. */
  readonly findings: readonly Finding[]
  /** In what it differs from the list that was accepted before it; absent when none was. */
  readonly difference?: ListDifference
}

export function reportOf(counts: ListCounts, log: Pick<FindingLog, 'counts' | 'kept'>): ImportReport {
  const sum = (severity: Severity) =>
    Object.entries(log.counts).reduce(
      (total, [code, count]) => (severities[code as FindingCode] === severity ? total + count : total),
      0,
    )
  return {
    ...counts,
    errors: sum('error'),
    warnings: sum('warning'),
    counts: log.counts,
    findings: log.kept,
  }
}

/** The report of a stored list, with its warnings; nothing when there is no such list. */
export async function findImportReport(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
): Promise<{ list: VotersList; report: ImportReport } | undefined> {
  const list = (await listsOf(db, municipalityId, electionId)).find((one) => one.listId === listId)
  if (!list) return undefined
  const counts = await countList(db, municipalityId, electionId, listId)
  const kept = await findingsOf(db, municipalityId, electionId, listId)
  const report = reportOf(counts, { counts: list.warningCounts, kept })
  return { list, report: { ...report, ...(list.difference && { difference: list.difference }) } }
}
