import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { MunicipalityId, StaffId } from '../platform/ids.ts'

export async function insertKeptForm(
  db: Db,
  municipalityId: MunicipalityId,
  kept: { keptId: string; staffId: StaffId; sealed: Buffer; keptAt: Date },
): Promise<void> {
  await sql`insert into municipalities.kept_form (municipality_id, kept_id, staff_id, sealed, kept_at)
            values (${municipalityId}, ${kept.keptId}, ${kept.staffId}, ${kept.sealed}, ${kept.keptAt})`.execute(
    db,
  )
}

/** Takes it out: it is shown once, to whoever typed it. */
export async function takeKeptForm(
  db: Db,
  municipalityId: MunicipalityId,
  wanted: { keptId: string; staffId: StaffId; keptSince: Date },
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ sealed: Buffer }>`
    delete from municipalities.kept_form k
    where k.municipality_id = ${municipalityId} and k.kept_id = ${wanted.keptId} and k.staff_id = ${wanted.staffId}
      and k.kept_at >= ${wanted.keptSince}
    returning k.sealed`.execute(db)
  return rows[0]?.sealed
}

/** Looks at it and leaves it there, for whoever typed it. */
export async function selectKeptForm(
  db: Db,
  municipalityId: MunicipalityId,
  wanted: { keptId: string; staffId: StaffId; keptSince: Date },
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select k.sealed from municipalities.kept_form k
    where k.municipality_id = ${municipalityId} and k.kept_id = ${wanted.keptId} and k.staff_id = ${wanted.staffId}
      and k.kept_at >= ${wanted.keptSince}`.execute(db)
  return rows[0]?.sealed
}
