import { sql } from 'kysely'
import type { DuplicateReason } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { DocumentId, ElectionId, IssueId, MunicipalityId, PackId, VoterId } from '../../platform/ids.ts'
import type { IdentityCheck } from '../duplicating/duplicate.ts'
import type { IssueConflict, IssueState, OfflineIssue } from './offline-issue.ts'

export interface IssueToStore {
  readonly issueId: IssueId
  readonly packId: PackId
  readonly listNumber: number
  readonly voterId: VoterId | null
  readonly section: number
  readonly clerk: string
  readonly reason: DuplicateReason
  readonly identity: IdentityCheck
  readonly issuedAt: Date
  readonly receivedAt: Date
  readonly receivedBy: string
  readonly state: IssueState
  readonly conflicts: readonly IssueConflict[]
  readonly duplicateId: DocumentId | null
}

export async function insertIssue(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  issue: IssueToStore,
): Promise<void> {
  await sql`
    insert into letters.offline_issue (municipality_id, election_id, issue_id, pack_id, list_number, voter_id, section,
      clerk, reason, identity, issued_at, received_at, received_by, state, conflicts, duplicate_id)
    values (${municipalityId}, ${electionId}, ${issue.issueId}, ${issue.packId}, ${issue.listNumber}, ${issue.voterId},
      ${issue.section}, ${issue.clerk}, ${issue.reason}, ${issue.identity}, ${issue.issuedAt}, ${issue.receivedAt},
      ${issue.receivedBy}, ${issue.state}, ${issue.conflicts}::text[], ${issue.duplicateId})`.execute(db)
}

/** What is handed in of one voter is judged one after the other: held until the transaction ends. */
export async function lockVoterNumber(db: Db, electionId: ElectionId, listNumber: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('offline ' || ${electionId}::text, ${listNumber}))`.execute(
    db,
  )
}

/** Others of the same voter that wait for a person; what counts is among the duplicates. */
export async function countWaitingOthers(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  { listNumber, issueId }: { listNumber: number; issueId: IssueId },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from letters.offline_issue i
    where i.municipality_id = ${municipalityId} and i.election_id = ${electionId} and i.list_number = ${listNumber}
      and i.issue_id <> ${issueId} and i.state = 'waiting'`.execute(db)
  return rows[0]!.count
}

const columns = sql`i.issue_id as "issueId", i.pack_id as "packId", p.device_id as "deviceId", d.name as "deviceName",
  i.list_number as "listNumber", i.voter_id as "voterId", i.clerk, i.reason, i.identity, i.issued_at as "issuedAt",
  i.received_at as "receivedAt", i.state, i.conflicts, i.duplicate_id as "duplicateId"`

const withDevice = sql`letters.offline_issue i join letters.offline_pack p using (municipality_id, election_id, pack_id)
  join letters.offline_device d using (municipality_id, device_id)`

export async function findIssue(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  issueId: IssueId,
): Promise<OfflineIssue | undefined> {
  const { rows } = await sql<OfflineIssue>`select ${columns} from ${withDevice}
    where i.municipality_id = ${municipalityId} and i.election_id = ${electionId} and i.issue_id = ${issueId}`.execute(
    db,
  )
  return rows[0]
}

/** Those that wait for a person, the oldest first; no more than a page. */
export async function waitingIssues(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  limit: number,
): Promise<OfflineIssue[]> {
  const { rows } = await sql<OfflineIssue>`select ${columns} from ${withDevice}
    where i.municipality_id = ${municipalityId} and i.election_id = ${electionId} and i.state = 'waiting'
    order by i.received_at, i.issued_at limit ${limit}`.execute(db)
  return rows
}

export async function countIssues(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<Record<IssueState, number>> {
  const { rows } = await sql<{ counted: number; waiting: number; setAside: number }>`
    select count(*) filter (where i.state = 'counted')::integer as counted,
      count(*) filter (where i.state = 'waiting')::integer as waiting,
      count(*) filter (where i.state = 'set-aside')::integer as "setAside"
    from letters.offline_issue i
    where i.municipality_id = ${municipalityId} and i.election_id = ${electionId}`.execute(db)
  const { counted, waiting, setAside } = rows[0]!
  return { counted, waiting, 'set-aside': setAside }
}

/** Answers whether it was still waiting. */
export async function decideIssue(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  decision: {
    issueId: IssueId
    state: Exclude<IssueState, 'waiting'>
    duplicateId: DocumentId | null
    at: Date
    by: string
    note: string
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update letters.offline_issue i set state = ${decision.state}, duplicate_id = ${decision.duplicateId},
      decided_at = ${decision.at}, decided_by = ${decision.by}, note = ${decision.note}
    where i.municipality_id = ${municipalityId} and i.election_id = ${electionId}
      and i.issue_id = ${decision.issueId} and i.state = 'waiting'`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}
