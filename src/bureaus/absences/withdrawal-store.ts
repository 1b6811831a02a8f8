import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { Addressee, SendingMeans } from './absence-rules.ts'

/** A letter that takes back what was reported of one person. */
export interface AbsenceWithdrawal {
  readonly assignmentId: AssignmentId
  readonly addressee: Addressee
  readonly sealed: Buffer
  readonly settingsVersion: number
  readonly pdfSha256: Buffer
  readonly madeAt: Date
  readonly madeBy: string
  /** As 2030-10-15, and how; null until it left. */
  readonly sentOn: string | null
  readonly means: SendingMeans | null
}

/** Keeps it in the stead of one that did not leave yet. */
export async function keepWithdrawal(
  db: Db,
  { municipalityId, electionId }: OfElection,
  one: Omit<AbsenceWithdrawal, 'sentOn' | 'means'>,
): Promise<boolean> {
  const { rows } = await sql`
    insert into bureaus.absence_withdrawal as w (municipality_id, election_id, assignment_id, addressee, sealed,
      settings_version, pdf_sha256, made_at, made_by)
    values (${municipalityId}, ${electionId}, ${one.assignmentId}, ${one.addressee}, ${one.sealed},
      ${one.settingsVersion}, ${one.pdfSha256}, ${one.madeAt}, ${one.madeBy})
    on conflict (municipality_id, election_id, assignment_id, addressee) do update
    set sealed = excluded.sealed, settings_version = excluded.settings_version, pdf_sha256 = excluded.pdf_sha256,
      made_at = excluded.made_at, made_by = excluded.made_by
    where w.sent_on is null
    returning w.addressee`.execute(db)
  return rows.length > 0
}

/** Of these people, to each addressee. */
export async function selectWithdrawals(
  db: Db,
  { municipalityId, electionId }: OfElection,
  assignments: readonly AssignmentId[],
): Promise<AbsenceWithdrawal[]> {
  const { rows } = await sql<AbsenceWithdrawal>`
    select w.assignment_id as "assignmentId", w.addressee, w.sealed, w.settings_version as "settingsVersion",
      w.pdf_sha256 as "pdfSha256", w.made_at as "madeAt", w.made_by as "madeBy",
      to_char(w.sent_on, 'YYYY-MM-DD') as "sentOn", w.means
    from bureaus.absence_withdrawal w
    where w.municipality_id = ${municipalityId} and w.election_id = ${electionId}
      and w.assignment_id = any(${assignments}::uuid[])
    order by w.assignment_id, w.addressee`.execute(db)
  return rows
}

/** Answers whether it had not left before. */
export async function markWithdrawalSent(
  db: Db,
  { municipalityId, electionId }: OfElection,
  which: Pick<AbsenceWithdrawal, 'assignmentId' | 'addressee' | 'pdfSha256'>,
  sent: { readonly means: SendingMeans; readonly sentOn: string; readonly at: Date; readonly by: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update bureaus.absence_withdrawal w
    set means = ${sent.means}, sent_on = ${sent.sentOn}::date, noted_at = ${sent.at}, noted_by = ${sent.by}
    where w.municipality_id = ${municipalityId} and w.election_id = ${electionId}
      and w.assignment_id = ${which.assignmentId} and w.addressee = ${which.addressee}
      and w.pdf_sha256 = ${which.pdfSha256} and w.sent_on is null`.execute(db)
  return numAffectedRows === 1n
}
