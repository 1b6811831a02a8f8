import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { MunicipalityId, StaffId } from '../platform/ids.ts'

const mostKept = 20

/** Of one person the newest are kept: who sends the same form for ever fills no disk. */
export async function insertKeptForm(
  db: Db,
  municipalityId: MunicipalityId,
  kept: { keptId: string; staffId: StaffId; sealed: Buffer; keptAt: Date },
): Promise<void> {
  await sql`insert into municipalities.kept_form (municipality_id, kept_id, staff_id, sealed, kept_at)
            values (${municipalityId}, ${kept.keptId}, ${kept.staffId}, ${kept.sealed}, ${kept.keptAt})`.execute(
    db,
  )
  await sql`delete from municipalities.kept_form k
            where k.municipality_id = ${municipalityId} and k.staff_id = ${kept.staffId} and k.kept_id in (
              select o.kept_id from municipalities.kept_form o
              where o.municipality_id = ${municipalityId} and o.staff_id = ${kept.staffId}
              order by o.kept_at desc, o.kept_id desc offset ${mostKept})`.execute(db)
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
