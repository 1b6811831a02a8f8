import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../src/platform/db/database.ts'
import { ensureDatabase } from '../src/platform/db/embedded-server.ts'
import type { MunicipalityId } from '../src/platform/ids.ts'
import { template } from './database-server.ts'

export interface TestDatabase extends Database {
  /** The owner's address, for tests that look behind row-level security. */
  readonly ownerUrl: string
}

/** A database of this test file's own, cloned from the migrated template, under the application's role. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const at = (url: string, database: string) => url.replace(/DATABASE$/, database)
  await ensureDatabase(at(inject('ownerUrl'), 'postgres'), name, template)
  const database = openDatabase(at(inject('applicationUrl'), name), 6)
  return { ...database, ownerUrl: at(inject('ownerUrl'), name) }
}

export const firstMunicipality = 1 as MunicipalityId
export const secondMunicipality = 2 as MunicipalityId
