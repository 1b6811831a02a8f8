import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../platform/ids.ts'
import type { PlateFacts } from './letter-template/letter-template.ts'

export interface StoredPlate {
  readonly plateSha256: Buffer
  readonly facts: PlateFacts
  readonly bytes: Buffer
}

interface PlateRow {
  plate_sha256: Buffer
  facts: PlateFacts
  plate: Buffer
}

/** `key` is the hash of the facts, the template's and the press's version: the same key, the same plate. */
export async function findPlateByKey(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  key: string,
): Promise<StoredPlate | undefined> {
  const { rows } = await sql<PlateRow>`
    select p.plate_sha256, p.facts, p.plate from letters.plate p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.plate_key = ${key}`.execute(
    db,
  )
  return rows[0] && toPlate(rows[0])
}

export async function findPlates(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  hashes: readonly Buffer[],
): Promise<StoredPlate[]> {
  const { rows } = await sql<PlateRow>`
    select p.plate_sha256, p.facts, p.plate from letters.plate p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
      and p.plate_sha256 = any(${hashes}::bytea[])`.execute(db)
  return rows.map(toPlate)
}

export async function insertPlate(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  plate: StoredPlate & { key: string; templateVersion: string; pressVersion: string },
): Promise<void> {
  await sql`
    insert into letters.plate (municipality_id, election_id, plate_key, plate_sha256, template_version, press_version,
                               facts, plate)
    values (${municipalityId}, ${electionId}, ${plate.key}, ${plate.plateSha256}, ${plate.templateVersion},
            ${plate.pressVersion}, ${JSON.stringify(plate.facts)}::jsonb, ${plate.bytes})
    on conflict (municipality_id, election_id, plate_sha256) do nothing`.execute(db)
}

/** The plates of released letters are kept for good: the letters are pressed from them again. */
export async function markPlatesReleased(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<void> {
  await sql`
    update letters.plate p set released_at = now()
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.released_at is null
      and p.plate_sha256 in (
        select distinct l.plate_sha256 from letters.letter l
        where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = 'released')`.execute(
    db,
  )
}

function toPlate(row: PlateRow): StoredPlate {
  return { plateSha256: row.plate_sha256, facts: row.facts, bytes: row.plate }
}
