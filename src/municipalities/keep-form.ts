import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId, StaffId } from '../platform/ids.ts'
import { newId } from '../platform/ids.ts'
import type { Vault } from '../platform/vault.ts'
import { insertKeptForm, selectKeptForm, takeKeptForm } from './kept-form-store.ts'

interface Deps {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
}

interface Owner {
  readonly municipalityId: MunicipalityId
  readonly staffId: StaffId
}

/** Name of a field → what was typed in it. */
export type TypedFields = Readonly<Record<string, readonly string[]>>

const millisecondsKept = 3_600_000

/** Keeps what somebody typed, as when their session was over: sealed, for an hour. Answers under which id. */
export async function keepForm(
  { database, vault, clock }: Deps,
  { municipalityId, staffId, fields }: Owner & { fields: TypedFields },
): Promise<string> {
  const keptId = newId<string>()
  const sealed = vault.seal(JSON.stringify(fields))
  await database.inScope(staffOf(municipalityId), (db) =>
    insertKeptForm(db, municipalityId, { keptId, staffId, sealed, keptAt: clock.now() }),
  )
  return keptId
}

/** Gives it back once, to the person who typed it and nobody else. */
export function takeForm(deps: Deps, kept: Owner & { keptId: string }): Promise<TypedFields | undefined> {
  return openForm(deps, kept, takeKeptForm)
}

/** The same, as often as it is asked within the hour: for pictures of what was typed. */
export function lookAtForm(deps: Deps, kept: Owner & { keptId: string }): Promise<TypedFields | undefined> {
  return openForm(deps, kept, selectKeptForm)
}

async function openForm(
  { database, vault, clock }: Deps,
  { municipalityId, staffId, keptId }: Owner & { keptId: string },
  find: typeof takeKeptForm,
): Promise<TypedFields | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(keptId)) return undefined
  const keptSince = new Date(clock.now().getTime() - millisecondsKept)
  const sealed = await database.inScope(staffOf(municipalityId), (db) =>
    find(db, municipalityId, { keptId, staffId, keptSince }),
  )
  return sealed && (JSON.parse(vault.open(sealed)) as TypedFields)
}
