import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'

/** Keeps a certificate as it was signed, beside its files. */
export async function insertCertificate(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  certificate: {
    certificateId: string
    signed: string
    root: Buffer
    writtenAt: Date
    by: string
    writtenIn: string
  },
): Promise<void> {
  const { certificateId, signed, root, writtenAt, by } = certificate
  await sql`insert into letters.certificate (municipality_id, election_id, certificate_id, jws, merkle_root, written_at,
      written_by, written_in)
    values (${municipalityId}, ${electionId}, ${certificateId}, ${signed}, ${root}, ${writtenAt}, ${by}, ${certificate.writtenIn})`.execute(
    db,
  )
}

export interface KeptCertificate {
  readonly certificateId: string
  readonly writtenAt: Date
  /** Who wrote it: a name, or the command that did. */
  readonly writtenBy: string
  /** Merkle root, in hex. */
  readonly root: string
  /** Machine and folder; nothing of one from before that was written down. */
  readonly where: string | null
}

/** The certificates of an election, the newest first. */
export async function listCertificates(
  db: Db,
  { municipalityId, electionId }: { municipalityId: MunicipalityId; electionId: ElectionId },
): Promise<KeptCertificate[]> {
  const { rows } = await sql<KeptCertificate>`
    select c.certificate_id as "certificateId", c.written_at as "writtenAt",
           coalesce(s.name, c.written_by) as "writtenBy", encode(c.merkle_root, 'hex') as root,
           c.written_in as "where"
    from letters.certificate c
    left join municipalities.staff s on s.municipality_id = c.municipality_id and s.staff_id::text = c.written_by
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId}
    order by c.written_at desc, c.certificate_id desc`.execute(db)
  return rows
}
