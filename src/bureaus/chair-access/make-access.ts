import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type AccessId, type BureauId, isId, type MunicipalityId, newId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { makeCode, readCode } from '../../platform/typed-code.js'
import type { Vault } from '../../platform/vault.ts'
import { bureauFacts } from '../polling-day/day-overview.ts'
import { insertAccess, markAccessRevoked } from './access-store.ts'
import { accessEnds, type Holder } from './chair-access.ts'

export interface AccessDeps {
  readonly database: Database
  readonly vault: Pick<Vault, 'pseudonym'>
  readonly clock: Clock
}

interface NewAccess {
  readonly election: Election
  readonly bureauId: BureauId
  readonly holder: Holder
  readonly by: string
}

export type AccessRefusal = 'no-such-bureau' | 'access-there' | 'day-over'

/** Makes an access for the chair of a bureau, or who replaces the chair. The code is answered once: only a keyed hash of it is kept. */
export function makeAccess(
  { database, vault, clock }: AccessDeps,
  { election, bureauId, holder, by }: NewAccess,
): Promise<Result<{ code: string; accessId: AccessId }, AccessRefusal>> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const bureau = await bureauFacts(db, election, bureauId)
    if (!bureau || bureau.kind === 'RESERVE') return refused('no-such-bureau')
    const now = clock.now()
    const expiresAt = accessEnds(election)
    if (now >= expiresAt) return refused('day-over')
    const code = makeCode()
    const accessId = newId<AccessId>()
    const made = { madeAt: now, madeBy: by, expiresAt }
    const codeHash = hashOfCode(vault, municipalityId, code)!
    if (!(await insertAccess(db, election, { accessId, bureauId, holder, codeHash, ...made })))
      return refused('access-there')
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.access-made', subject: bureauId },
      details: { access: accessId, holder },
    })
    return { ok: true, code, accessId }
  })
}

/** Nothing when a character is missing or mistaken. */
export function hashOfCode(
  vault: Pick<Vault, 'pseudonym'>,
  municipalityId: MunicipalityId,
  typed: string,
): Buffer | undefined {
  const code = readCode(typed)
  return code === undefined ? undefined : vault.pseudonym(`chair code|${municipalityId}|${code}`)
}

/** The telephone is lost: at its next question it hears so and throws away what it keeps. Its code, used or not, is worth nothing. */
export function revokeAccess(
  { database, clock }: AccessDeps,
  {
    election,
    bureauId,
    accessId,
    by,
  }: { election: Election; bureauId: BureauId; accessId: string; by: string },
): Promise<Result<object, 'no-such-access'>> {
  if (!isId(accessId)) return Promise.resolve(refused('no-such-access'))
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const which = { accessId: accessId as AccessId, bureauId, at: clock.now(), by }
    if (!(await markAccessRevoked(db, election, which))) return refused('no-such-access')
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.access-revoked', subject: bureauId },
      details: { access: accessId },
    })
    return { ok: true }
  })
}
