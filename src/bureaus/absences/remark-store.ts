import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, RemarkId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { SaidOfMember } from './absence-file.ts'

export interface KeptRemark extends Pick<SaidOfMember, 'saidBy'> {
  readonly remarkId: RemarkId
  readonly assignmentId: AssignmentId
  readonly sealed: Buffer
  readonly notedAt: Date
  readonly notedBy: string
}

export async function insertRemark(
  db: Db,
  { municipalityId, electionId }: OfElection,
  one: KeptRemark,
): Promise<void> {
  await sql`
    insert into bureaus.absence_remark (municipality_id, election_id, remark_id, assignment_id, said_by, sealed, noted_at, noted_by)
    values (${municipalityId}, ${electionId}, ${one.remarkId}, ${one.assignmentId}, ${one.saidBy}, ${one.sealed}, ${one.notedAt},
      ${one.notedBy})`.execute(db)
}

/** What members and witnesses said of one person, the first first. */
export async function remarksOf(
  db: Db,
  vault: Pick<Vault, 'open'>,
  { municipalityId, electionId }: OfElection,
  assignmentId: AssignmentId,
): Promise<SaidOfMember[]> {
  const { rows } = await sql<Pick<KeptRemark, 'saidBy' | 'sealed'>>`
    select r.said_by as "saidBy", r.sealed from bureaus.absence_remark r
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId} and r.assignment_id = ${assignmentId}
    order by r.noted_at, r.remark_id`.execute(db)
  return rows.map(({ saidBy, sealed }) => ({ saidBy, text: vault.open(sealed) }))
}
