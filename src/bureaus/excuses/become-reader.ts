import { mayDo, type Staff } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { makeReaderKey, type ReaderKey } from '../evidence/reader-key.ts'
import { replaceReaderKey, selectReaderKey } from './evidence-store.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

interface Reader {
  /** Who decides, as they are known where they work now. */
  readonly staff: Staff
  /** The same person as they are known in other municipalities of their area. */
  readonly elsewhere?: readonly Staff[] | undefined
}

/**
 * Who decides gets a key that only their passphrase unlocks, one for all municipalities in which they decide and have none: where they have
 * one they keep it, for a new one would close documents of which this page says nothing. A new one opens what is added to cases that begin
 * from then on; what was sealed for the one before stays closed to it.
 */
export async function becomeReader(
  { database, clock }: Deps,
  { staff, elsewhere = [], passphrase }: Reader & { readonly passphrase: string },
): Promise<Result<{ municipalities: readonly MunicipalityId[] }, 'right-missing' | 'passphrase-too-short'>> {
  if (!mayDo(staff, 'bureaus.decide')) return refused('right-missing')
  const made = await makeReaderKey(passphrase)
  if (!made.ok) return made
  return database.inScope(scopeOf(staff, elsewhere), async (db) => {
    await putKey(db, staff, { key: made.key, at: clock.now() })
    const carried = await carryTo(db, elsewhere, { key: made.key, at: clock.now() })
    return { ok: true, municipalities: [staff.municipalityId, ...carried] }
  })
}

/**
 * Puts the key that somebody has where they work now in the other municipalities in which they decide and have none: nobody can send them a
 * document there before. Nothing is unlocked for it. Answers the municipalities in which it was put.
 */
export async function carryReaderKey(
  { database, clock }: Deps,
  { staff, elsewhere = [] }: Reader,
): Promise<Result<{ municipalities: readonly MunicipalityId[] }, 'right-missing' | 'no-key'>> {
  if (!mayDo(staff, 'bureaus.decide')) return refused('right-missing')
  return database.inScope(scopeOf(staff, elsewhere), async (db) => {
    const key = await selectReaderKey(db, staff.municipalityId, staff.staffId)
    if (!key) return refused('no-key')
    return { ok: true, municipalities: await carryTo(db, elsewhere, { key, at: clock.now() }) }
  })
}

function scopeOf({ municipalityId }: Staff, elsewhere: readonly Staff[]) {
  const others = elsewhere.map((one) => one.municipalityId)
  return others.length > 0 ? { staff: [municipalityId, ...others] } : staffOf(municipalityId)
}

/** Where they have no key. */
async function carryTo(
  db: Db,
  elsewhere: readonly Staff[],
  { key, at }: { key: ReaderKey; at: Date },
): Promise<MunicipalityId[]> {
  const carried: MunicipalityId[] = []
  for (const there of elsewhere) {
    if (!mayDo(there, 'bureaus.decide')) continue
    if (await selectReaderKey(db, there.municipalityId, there.staffId)) continue
    await putKey(db, there, { key, at })
    carried.push(there.municipalityId)
  }
  return carried
}

async function putKey(
  db: Db,
  { municipalityId, staffId }: Staff,
  { key, at }: { key: ReaderKey; at: Date },
): Promise<void> {
  await replaceReaderKey(db, municipalityId, { staffId, key, at })
  await recordAudit(db, {
    ...{ municipalityId, actor: staffId, action: 'bureaus.reader-key-made', subject: staffId },
  })
}
