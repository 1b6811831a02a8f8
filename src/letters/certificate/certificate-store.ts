import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'

/** Keeps a certificate as it was signed, beside its files. */
export async function insertCertificate(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  certificate: { certificateId: string; signed: string; root: Buffer; writtenAt: Date; by: string },
): Promise<void> {
  const { certificateId, signed, root, writtenAt, by } = certificate
  await sql`insert into letters.certificate (municipality_id, election_id, certificate_id, jws, merkle_root, written_at,
      written_by)
    values (${municipalityId}, ${electionId}, ${certificateId}, ${signed}, ${root}, ${writtenAt}, ${by})`.execute(
    db,
  )
}
