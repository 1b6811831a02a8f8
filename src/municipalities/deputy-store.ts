import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { MunicipalityId, StaffId } from '../platform/ids.ts'
import { type Deputy, type DeputyId, deputisedRight } from './deputy.ts'

export async function insertDeputy(
  db: Db,
  municipalityId: MunicipalityId,
  deputy: Omit<Deputy, 'endedAt'> & { readonly namedAt: Date },
): Promise<void> {
  await sql`insert into municipalities.deputy (municipality_id, deputy_id, absent, deputy, staff_right, from_day,
      until_day, reason, named_by, named_at)
    values (${municipalityId}, ${deputy.deputyId}, ${deputy.absent}, ${deputy.deputy}, ${deputisedRight}, ${deputy.from},
      ${deputy.until}, ${deputy.reason}, ${deputy.namedBy}, ${deputy.namedAt})`.execute(db)
}

const deputies = sql`
  select d.deputy_id as "deputyId", d.absent, d.deputy, d.from_day as "from", d.until_day as "until", d.reason,
    d.named_by as "namedBy", d.ended_at as "endedAt"
  from municipalities.deputy d`

/** All that were ever named, newest first. */
export async function selectDeputies(db: Db, municipalityId: MunicipalityId): Promise<Deputy[]> {
  const { rows } = await sql<Deputy>`
    ${deputies} where d.municipality_id = ${municipalityId} order by d.deputy_id desc`.execute(db)
  return rows
}

/**
 * Those who stand in on this day for somebody who still works here and has the right. Rights count as they are known now: who
 * lost the right has no deputy any more.
 */
export async function deputiesOn(db: Db, municipalityId: MunicipalityId, day: string): Promise<Deputy[]> {
  const { rows } = await sql<Deputy>`
    ${deputies}
    join municipalities.staff absent on absent.municipality_id = d.municipality_id and absent.staff_id = d.absent
    join municipalities.staff here on here.municipality_id = d.municipality_id and here.staff_id = d.deputy
    where d.municipality_id = ${municipalityId} and d.ended_at is null and ${day}::date between d.from_day and d.until_day
      and absent.ended_at is null and here.ended_at is null and d.staff_right = any(absent.rights || absent.login_rights)
    order by d.deputy_id`.execute(db)
  return rows
}

/** Answers false when there is no such deputy, or it had ended. */
export async function markDeputyEnded(
  db: Db,
  municipalityId: MunicipalityId,
  deputyId: DeputyId,
  { at, by }: { at: Date; by: StaffId },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update municipalities.deputy d set ended_at = ${at}, ended_by = ${by}
    where d.municipality_id = ${municipalityId} and d.deputy_id = ${deputyId} and d.ended_at is null`.execute(
    db,
  )
  return numAffectedRows === 1n
}
