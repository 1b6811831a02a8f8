import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { BureauAuthority, Granted } from './authority.ts'

/** Grants an election, and the way in. Granted again it gets the new name, kind and district. */
export async function upsertAuthority(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { enterpriseNumber, name, kind, district }: BureauAuthority,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await sql`
    insert into bureaus.authority (municipality_id, election_id, enterprise_number, name, kind, district, granted_at,
      granted_by)
    values (${municipalityId}, ${electionId}, ${enterpriseNumber}, ${name}, ${kind}, ${district ?? null}, ${at}, ${by})
    on conflict (municipality_id, election_id, enterprise_number) do update
    set name = excluded.name, kind = excluded.kind, district = excluded.district`.execute(db)
  await sql`
    insert into platform.authority_grant (municipality_id, authority, granted_by)
    values (${municipalityId}, ${enterpriseNumber}, ${by}) on conflict do nothing`.execute(db)
}

/** Takes back an election, and with the last of them the way in. */
export async function deleteAuthority(
  db: Db,
  { municipalityId, electionId }: OfElection,
  enterpriseNumber: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from bureaus.authority a where a.municipality_id = ${municipalityId} and a.election_id = ${electionId}
      and a.enterprise_number = ${enterpriseNumber}`.execute(db)
  await sql`
    delete from platform.authority_grant g
    where g.municipality_id = ${municipalityId} and g.authority = ${enterpriseNumber}
      and not exists (select from bureaus.authority a
                      where a.municipality_id = g.municipality_id and a.enterprise_number = g.authority)`.execute(
    db,
  )
  return numAffectedRows === 1n
}

export async function authoritiesOf(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<BureauAuthority[]> {
  const { rows } = await sql<BureauAuthority & { district: string | null }>`
    select a.enterprise_number as "enterpriseNumber", a.name, a.kind, a.district from bureaus.authority a
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} order by a.name`.execute(db)
  return rows.map(withoutNoDistrict)
}

/** Which elections of this municipality are granted to an organisation, and as what it comes. */
export async function electionsGranted(
  db: Db,
  municipalityId: MunicipalityId,
  enterpriseNumber: string,
): Promise<ReadonlyMap<ElectionId, Granted>> {
  const { rows } = await sql<Granted & { electionId: ElectionId; district: string | null }>`
    select a.election_id as "electionId", a.kind, a.district from bureaus.authority a
    where a.municipality_id = ${municipalityId} and a.enterprise_number = ${enterpriseNumber}`.execute(db)
  return new Map(rows.map(({ electionId, ...granted }) => [electionId, withoutNoDistrict(granted)]))
}

const withoutNoDistrict = <Row extends { readonly district: string | null }>({ district, ...rest }: Row) => ({
  ...rest,
  ...(district !== null && { district }),
})
