import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { MunicipalityId } from '../platform/ids.ts'

/** The id of a data key in use (the first byte of what it sealed), with one person whom it keeps. */
export interface DataKeyInUse {
  readonly keyId: number
  readonly nrnCipher: Buffer
  readonly nrnIndex: Buffer
}

/** The data keys that the national numbers of a municipality are sealed with. */
export async function dataKeysInUse(db: Db, municipalityId: MunicipalityId): Promise<DataKeyInUse[]> {
  const { rows } = await sql<DataKeyInUse>`
    select distinct on (1) get_byte(v.nrn_cipher, 0) as "keyId", v.nrn_cipher as "nrnCipher", v.nrn_index as "nrnIndex"
    from voters.voter v where v.municipality_id = ${municipalityId} order by 1`.execute(db)
  return rows
}
