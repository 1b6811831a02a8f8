import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, ExcuseId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { DocumentFacts, Excuse } from './excuse.ts'

/** With what was asked, sealed by the vault, and the public half of its case. */
export interface KeptExcuse extends Excuse {
  readonly request: Buffer
  readonly caseKey: Buffer | null
}

export const excuseColumns = sql`
  x.excuse_id as "excuseId", x.assignment_id as "assignmentId", x.in_time as "inTime", x.is_after as "isAfter", x.channel, x.asked_at as "askedAt",
  x.complete_at as "completeAt", x.more_asked as "moreAsked", x.more_asked_at as "moreAskedAt", x.more_asked_by as "moreAskedBy",
  (select max(v.added_at) from bureaus.evidence v
   where v.municipality_id = x.municipality_id and v.election_id = x.election_id and v.excuse_id = x.excuse_id
     and x.more_asked is not null and v.added_at >= x.more_asked_at) as "moreAddedAt", x.outcome, x.outcome_reason as "outcomeReason",
  x.ended_at as "endedAt"`

async function excuseWhere(
  db: Db,
  { municipalityId, electionId }: OfElection,
  which: RawBuilder<unknown>,
): Promise<KeptExcuse | undefined> {
  const { rows } = await sql<KeptExcuse>`
    select ${excuseColumns}, x.request_sealed as request, x.case_key as "caseKey" from bureaus.excuse x
    where x.municipality_id = ${municipalityId} and x.election_id = ${electionId} and ${which}`.execute(db)
  return rows[0]
}

export function selectExcuse(db: Db, of: OfElection, excuseId: ExcuseId): Promise<KeptExcuse | undefined> {
  return excuseWhere(db, of, sql`x.excuse_id = ${excuseId}`)
}

/** The last that was asked for this assignment. */
export function latestExcuse(
  db: Db,
  of: OfElection,
  assignmentId: AssignmentId,
): Promise<KeptExcuse | undefined> {
  return excuseWhere(db, of, sql`x.assignment_id = ${assignmentId} order by x.excuse_id desc limit 1`)
}

/** The one that nobody decided on yet, held for the caller's transaction. */
export function lockOpenExcuse(
  db: Db,
  of: OfElection,
  assignmentId: AssignmentId,
): Promise<KeptExcuse | undefined> {
  return excuseWhere(db, of, sql`x.assignment_id = ${assignmentId} and x.outcome is null for update`)
}

export async function insertExcuse(
  db: Db,
  { municipalityId, electionId }: OfElection,
  excuse: Pick<
    KeptExcuse,
    'excuseId' | 'assignmentId' | 'request' | 'inTime' | 'isAfter' | 'channel' | 'askedAt'
  >,
): Promise<void> {
  await sql`
    insert into bureaus.excuse (municipality_id, election_id, excuse_id, assignment_id, request_sealed, in_time, is_after, channel,
      asked_at)
    values (${municipalityId}, ${electionId}, ${excuse.excuseId}, ${excuse.assignmentId}, ${excuse.request}, ${excuse.inTime},
      ${excuse.isAfter}, ${excuse.channel}, ${excuse.askedAt})`.execute(db)
}

type Change = Partial<
  Pick<
    Excuse,
    'completeAt' | 'moreAsked' | 'moreAskedAt' | 'moreAskedBy' | 'outcome' | 'outcomeReason' | 'endedAt'
  >
>

/** Changes the open excuse of an assignment; does nothing when there is none, as where a step was taken without one. */
export async function changeOpenExcuse(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { assignmentId, ...change }: Change & { readonly assignmentId: AssignmentId },
): Promise<void> {
  await sql`
    update bureaus.excuse x
    set complete_at = coalesce(${change.completeAt ?? null}::timestamptz, x.complete_at),
      more_asked = ${change.moreAsked ?? null}::text, more_asked_at = ${change.moreAskedAt ?? null}::timestamptz,
      more_asked_by = ${change.moreAskedBy ?? null}::text, outcome = ${change.outcome ?? null}::text,
      outcome_reason = ${change.outcomeReason ?? null}::text, ended_at = ${change.endedAt ?? null}::timestamptz
    where x.municipality_id = ${municipalityId} and x.election_id = ${electionId} and x.assignment_id = ${assignmentId}
      and x.outcome is null`.execute(db)
}

/** The documents of a case, the first first; nothing that is in them. */
export async function documentsOf(
  db: Db,
  { municipalityId, electionId }: OfElection,
  excuseId: ExcuseId,
): Promise<DocumentFacts[]> {
  const { rows } = await sql<DocumentFacts>`
    select v.evidence_id as "evidenceId", v.type, v.bytes, v.added_at as "addedAt" from bureaus.evidence v
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.excuse_id = ${excuseId}
    order by v.evidence_id`.execute(db)
  return rows
}
