import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { DataKeyInUse } from '../../voters/index.ts'

/**
 * Where the vault seals something for the bureaus, with how many are moved together: files are large. What is behind an excuse is not
 * here: that is sealed for who decides, and no data key opens it (0113).
 */
export const sealedColumns = [
  { table: 'bureaus.member', column: 'nrn_cipher', together: 2000 },
  { table: 'bureaus.listed_person', column: 'nrn_cipher', together: 2000 },
  { table: 'bureaus.volunteer', column: 'nrn_cipher', together: 2000 },
  { table: 'bureaus.volunteer', column: 'contact_sealed', together: 2000 },
  { table: 'bureaus.contact', column: 'phone_sealed', together: 2000 },
  { table: 'bureaus.contact', column: 'email_sealed', together: 2000 },
  { table: 'bureaus.contact', column: 'iban_sealed', together: 2000 },
  { table: 'bureaus.excuse', column: 'request_sealed', together: 500 },
  { table: 'bureaus.claim_note', column: 'iban_sealed', together: 2000 },
  { table: 'bureaus.payment', column: 'sealed', together: 1000 },
  { table: 'bureaus.service', column: 'sealed', together: 2000 },
  { table: 'bureaus.absence_report', column: 'sealed', together: 20 },
  { table: 'bureaus.absence_withdrawal', column: 'sealed', together: 200 },
  { table: 'bureaus.absence_remark', column: 'sealed', together: 500 },
  { table: 'bureaus.list_file', column: 'sealed', together: 1 },
  { table: 'bureaus.list_document', column: 'sealed', together: 1 },
  { table: 'bureaus.list_content', column: 'sealed', together: 1 },
  { table: 'bureaus.composition', column: 'sealed', together: 20 },
  { table: 'bureaus.signed_sheet', column: 'sealed', together: 1 },
] as const
type SealedColumn = Pick<(typeof sealedColumns)[number], 'table' | 'column'>

export interface Sealed {
  /** Where the row lies while it is locked: tables have keys of different shapes. */
  readonly row: string
  readonly sealed: Buffer
}

/** Some of what another key than this one sealed (its id is the first byte), locked for the update. */
export async function sealedUnderOtherKeys(
  db: Db,
  { table, column }: SealedColumn,
  municipalityId: MunicipalityId,
  { keyId, limit }: { readonly keyId: number; readonly limit: number },
): Promise<Sealed[]> {
  const { rows } = await sql<Sealed>`
    select s.ctid::text as row, s.${sql.ref(column)} as sealed from ${sql.table(table)} s
    where s.municipality_id = ${municipalityId} and s.${sql.ref(column)} is not null
      and get_byte(s.${sql.ref(column)}, 0) <> ${keyId}
    limit ${limit} for update`.execute(db)
  return rows
}

export async function replaceSealed(
  db: Db,
  { table, column }: SealedColumn,
  municipalityId: MunicipalityId,
  fresh: readonly Sealed[],
): Promise<void> {
  await sql`
    update ${sql.table(table)} s set ${sql.ref(column)} = fresh.sealed
    from unnest(${fresh.map(({ row }) => row)}::text[]::tid[], ${fresh.map(({ sealed }) => sealed)}::bytea[]) as fresh (at, sealed)
    where s.municipality_id = ${municipalityId} and s.ctid = fresh.at`.execute(db)
}

/** The ids of the data keys that something of the bureaus is sealed with. */
export async function sealedKeysInUse(db: Db, municipalityId: MunicipalityId): Promise<number[]> {
  const each = sealedColumns.map(
    ({ table, column }) => sql`
      select distinct get_byte(s.${sql.ref(column)}, 0) as id from ${sql.table(table)} s
      where s.municipality_id = ${municipalityId} and s.${sql.ref(column)} is not null`,
  )
  const { rows } = await sql<{ id: number }>`
    select distinct k.id from (${sql.join(each, sql` union all `)}) k order by k.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** The data keys that the numbers of members, of who can be called and of who offers to sit are sealed with. */
export async function memberKeysInUse(db: Db, municipalityId: MunicipalityId): Promise<DataKeyInUse[]> {
  const { rows } = await sql<DataKeyInUse>`
    select distinct on (1) get_byte(s.nrn_cipher, 0) as "keyId", s.nrn_cipher as "nrnCipher", s.nrn_index as "nrnIndex"
    from (select m.nrn_cipher, m.nrn_index from bureaus.member m where m.municipality_id = ${municipalityId}
          union all
          select p.nrn_cipher, p.nrn_index from bureaus.listed_person p
          where p.municipality_id = ${municipalityId}
          union all
          select o.nrn_cipher, o.nrn_index from bureaus.volunteer o
          where o.municipality_id = ${municipalityId}) s
    order by 1`.execute(db)
  return rows
}
