import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { Municipality, MunicipalitySettings } from './municipality.ts'

interface MunicipalityRow {
  municipality_id: MunicipalityId
  slug: string
  name: string
  nis_code: string
  enterprise_number: string
}

/** The id comes first, because row-level security wants the scope before the row. */
export async function nextMunicipalityId(db: Db): Promise<MunicipalityId> {
  const { rows } = await sql<{ id: MunicipalityId }>`
    select nextval('municipalities.municipality_municipality_id_seq')::integer as id`.execute(db)
  return rows[0]!.id
}

export async function insertMunicipality(db: Db, municipality: Municipality): Promise<void> {
  const { municipalityId, slug, name, nisCode, enterpriseNumber } = municipality
  await sql`insert into municipalities.municipality (municipality_id, slug, name, nis_code, enterprise_number)
            values (${municipalityId}, ${slug}, ${name}, ${nisCode}, ${enterpriseNumber})`.execute(db)
}

export async function updateIdentity(db: Db, municipality: Municipality): Promise<void> {
  const { municipalityId, slug, name, enterpriseNumber } = municipality
  await sql`update municipalities.municipality
            set slug = ${slug}, name = ${name}, enterprise_number = ${enterpriseNumber}
            where municipality_id = ${municipalityId}`.execute(db)
}

/** Reads the row and holds it until the transaction ends, so that versions follow one another. */
export async function lockMunicipality(
  db: Db,
  municipalityId: MunicipalityId,
): Promise<Municipality | undefined> {
  const { rows } = await sql<MunicipalityRow>`
    select m.municipality_id, m.slug, m.name, m.nis_code, m.enterprise_number
    from municipalities.municipality m where m.municipality_id = ${municipalityId} for update`.execute(db)
  return rows.map(toMunicipality)[0]
}

export async function selectMunicipalities(db: Db): Promise<Municipality[]> {
  const { rows } = await sql<MunicipalityRow>`
    select m.municipality_id, m.slug, m.name, m.nis_code, m.enterprise_number
    from municipalities.municipality m order by m.name, m.slug`.execute(db)
  return rows.map(toMunicipality)
}

export async function selectMunicipality(db: Db, slugOrNis: string): Promise<Municipality | undefined> {
  const { rows } = await sql<MunicipalityRow>`
    select m.municipality_id, m.slug, m.name, m.nis_code, m.enterprise_number
    from municipalities.municipality m where m.slug = ${slugOrNis} or m.nis_code = ${slugOrNis}`.execute(db)
  return rows.map(toMunicipality)[0]
}

/** The municipality with this enterprise number, which is how others know an organisation. */
export async function selectMunicipalityOf(
  db: Db,
  enterpriseNumber: string,
): Promise<Municipality | undefined> {
  const { rows } = await sql<MunicipalityRow>`
    select m.municipality_id, m.slug, m.name, m.nis_code, m.enterprise_number
    from municipalities.municipality m where m.enterprise_number = ${enterpriseNumber}`.execute(db)
  return rows.map(toMunicipality)[0]
}

export async function insertSettings(
  db: Db,
  municipalityId: MunicipalityId,
  version: { version: number; document: MunicipalitySettings; by: string },
): Promise<void> {
  await sql`insert into municipalities.settings (municipality_id, version, document, recorded_by)
            values (${municipalityId}, ${version.version}, ${JSON.stringify(version.document)}::jsonb, ${version.by})`.execute(
    db,
  )
}

export interface SettingsVersion {
  readonly version: number
  readonly document: MunicipalitySettings
  readonly recordedAt: Date
  readonly recordedBy: string
}

/** The settings in force, or those of one version. */
export async function selectSettings(
  db: Db,
  municipalityId: MunicipalityId,
  version?: number,
): Promise<SettingsVersion | undefined> {
  const { rows } = await sql<SettingsVersion>`
    select s.version, s.document, s.recorded_at as "recordedAt", s.recorded_by as "recordedBy"
    from municipalities.settings s
    where s.municipality_id = ${municipalityId} and s.version = coalesce(${version ?? null}::integer, s.version)
    order by s.version desc limit 1`.execute(db)
  return rows[0]
}

/** Versions of the settings, the newest first; `before` leaves out that one and what came after it. */
export async function selectSettingsVersions(
  db: Db,
  municipalityId: MunicipalityId,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<SettingsVersion[]> {
  const { rows } = await sql<SettingsVersion>`
    select s.version, s.document, s.recorded_at as "recordedAt", s.recorded_by as "recordedBy"
    from municipalities.settings s
    where s.municipality_id = ${municipalityId} and s.version < coalesce(${before ?? null}::integer, s.version + 1)
    order by s.version desc limit ${limit}`.execute(db)
  return rows
}

function toMunicipality(row: MunicipalityRow): Municipality {
  return {
    municipalityId: row.municipality_id,
    slug: row.slug,
    name: row.name,
    nisCode: row.nis_code,
    enterpriseNumber: row.enterprise_number,
  }
}
