import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId, StaffId } from '../../platform/ids.ts'

interface Opening {
  readonly sampleSha256: Uint8Array
  readonly staffId: StaffId
}

/** Answers whether it is the first time. */
export async function insertOpening(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  { sampleSha256, staffId }: Opening,
): Promise<boolean> {
  const { rows } = await sql`
    insert into letters.proof_opening (municipality_id, election_id, sample_sha256, staff_id)
    values (${municipalityId}, ${electionId}, ${Buffer.from(sampleSha256)}, ${staffId})
    on conflict do nothing returning staff_id`.execute(db)
  return rows.length === 1
}

/** Did this person open the proof of the sample with this hash? */
export async function wasOpenedBy(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  { sampleSha256, staffId }: Opening,
): Promise<boolean> {
  const { rows } = await sql<{ opened: boolean }>`
    select exists (select from letters.proof_opening o
      where o.municipality_id = ${municipalityId} and o.election_id = ${electionId}
        and o.sample_sha256 = ${Buffer.from(sampleSha256)} and o.staff_id = ${staffId}) as opened`.execute(db)
  return rows[0]!.opened
}
