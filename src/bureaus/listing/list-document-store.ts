import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { Vault } from '../../platform/vault.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { ListKind, MemberList } from './member-list.ts'
import { openFile } from './packed.ts'

/** Bytes of a decision, as a PDF. */
export const mostDecisionBytes = 10 * 1024 * 1024

export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
}

export async function insertListDocument(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { kind, version }: Pick<MemberList, 'kind' | 'version'>,
  { sealed, bytes }: { readonly sealed: Buffer; readonly bytes: number },
): Promise<void> {
  await sql`insert into bureaus.list_document (municipality_id, election_id, kind, version, sealed, bytes)
            values (${municipalityId}, ${electionId}, ${kind}, ${version}, ${sealed}, ${bytes})`.execute(db)
}

/** Versions of a list of which the decision is kept as a document. */
export async function documentedVersions(
  db: Db,
  { municipalityId, electionId }: OfElection,
  kind: ListKind,
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ version: number }>`
    select d.version from bureaus.list_document d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId} and d.kind = ${kind}`.execute(
    db,
  )
  return new Set(rows.map(({ version }) => version))
}

/** The decision on a version of a list, as it was kept. Whoever opens it leaves a trace: it may name people. */
export async function openListDocument(
  { database, vault }: { readonly database: Database; readonly vault: Pick<Vault, 'open'> },
  {
    election,
    kind,
    version,
    by,
  }: { readonly election: Election; readonly kind: ListKind; readonly version: number; readonly by: string },
): Promise<Buffer | undefined> {
  const { municipalityId, electionId } = election
  const sealed = await database.inScope(staffOf(municipalityId), async (db) => {
    const { rows } = await sql<{ sealed: Buffer }>`
      select d.sealed from bureaus.list_document d
      where d.municipality_id = ${municipalityId} and d.election_id = ${electionId} and d.kind = ${kind}
        and d.version = ${version}`.execute(db)
    if (!rows[0]) return undefined
    const event = { municipalityId, actor: by, action: 'bureaus.list-document-opened', subject: electionId }
    await recordAudit(db, { ...event, details: { kind, version } })
    return rows[0].sealed
  })
  return sealed && openFile(vault, sealed)
}
