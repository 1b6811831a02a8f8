import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, SheetId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { EvidenceType } from '../evidence/evidence.ts'

/** A sheet that was signed by hand, as others may know it: without what is on it. */
export interface SignedSheet {
  readonly sheetId: SheetId
  readonly type: EvidenceType
  readonly bytes: number
  readonly signedOn: string
  readonly keptBy: string
  readonly keptAt: Date
}

export async function insertSignedSheet(
  db: Db,
  { municipalityId, electionId }: OfElection,
  sheet: SignedSheet & { readonly sealed: Buffer; readonly sha256: Buffer },
  assignments: readonly AssignmentId[],
): Promise<void> {
  const { sheetId, type, bytes, signedOn, keptBy, keptAt, sealed, sha256 } = sheet
  await sql`
    insert into bureaus.signed_sheet (municipality_id, election_id, sheet_id, type, sealed, bytes, sha256, signed_on, kept_by,
      kept_at)
    values (${municipalityId}, ${electionId}, ${sheetId}, ${type}, ${sealed}, ${bytes}, ${sha256}, ${signedOn}, ${keptBy},
      ${keptAt})`.execute(db)
  await sql`
    insert into bureaus.signed_assignment (municipality_id, election_id, sheet_id, assignment_id)
    select ${municipalityId}, ${electionId}, ${sheetId}, one.id from unnest(${[...assignments]}::uuid[]) as one (id)`.execute(
    db,
  )
}

/** The sheets that designate who has this assignment, the last first. */
export async function sheetsOf(
  db: Db,
  { municipalityId, electionId }: OfElection,
  assignmentId: AssignmentId,
): Promise<SignedSheet[]> {
  const { rows } = await sql<SignedSheet>`
    select s.sheet_id as "sheetId", s.type, s.bytes, s.signed_on::text as "signedOn", s.kept_by as "keptBy", s.kept_at as "keptAt"
    from bureaus.signed_assignment a
    join bureaus.signed_sheet s on s.municipality_id = a.municipality_id and s.election_id = a.election_id
      and s.sheet_id = a.sheet_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.assignment_id = ${assignmentId}
    order by s.kept_at desc`.execute(db)
  return rows
}

export async function selectSealedSheet(
  db: Db,
  { municipalityId, electionId }: OfElection,
  sheetId: SheetId,
): Promise<{ readonly type: EvidenceType; readonly sealed: Buffer } | undefined> {
  const { rows } = await sql<{ type: EvidenceType; sealed: Buffer }>`
    select s.type, s.sealed from bureaus.signed_sheet s
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId} and s.sheet_id = ${sheetId}`.execute(
    db,
  )
  return rows[0]
}
