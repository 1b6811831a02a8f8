import type { Database, Db } from '../platform/db/database.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { Municipality, MunicipalitySettings } from './municipality.ts'
import {
  selectMunicipalities,
  selectMunicipality,
  selectMunicipalityOf,
  selectSettings,
} from './municipality-store.ts'

/** Finds a municipality by slug or NIS code, as an operator may: names only. */
export function findMunicipality(database: Database, slugOrNis: string): Promise<Municipality | undefined> {
  return database.inScope({ directory: true }, (db) => selectMunicipality(db, slugOrNis))
}

/** The municipality with this enterprise number: names only. */
export function findIssuer(database: Database, enterpriseNumber: string): Promise<Municipality | undefined> {
  return database.inScope({ directory: true }, (db) => selectMunicipalityOf(db, enterpriseNumber))
}

export function listMunicipalities(database: Database): Promise<Municipality[]> {
  return database.inScope({ directory: true }, selectMunicipalities)
}

/** The settings in force. Throws when the scope of `db` does not reach this municipality. */
export async function getSettings(db: Db, municipalityId: MunicipalityId): Promise<MunicipalitySettings> {
  const current = await selectSettings(db, municipalityId)
  if (!current) throw new Error(`no settings of municipality ${municipalityId} in this scope`)
  return current.document
}
