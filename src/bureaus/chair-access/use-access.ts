import { randomBytes, timingSafeEqual } from 'node:crypto'
import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/hash.ts'
import { isId, type MunicipalityId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { exchangeCode, findAccess, markAccessSeen } from './access-store.ts'
import { type ChairAccess, readAccessToken } from './chair-access.ts'
import { type AccessDeps, hashOfCode } from './make-access.ts'

/**
 * Exchanges a code for what this telephone shows from now on; the database has a hash of it. A code that was used, revoked or is
 * too old hears the same as one that never was. Who calls this limits how often one may try.
 */
export async function useCode(
  { database, vault, clock }: AccessDeps,
  { municipalityId, code }: { municipalityId: MunicipalityId; code: string },
): Promise<Result<{ token: string; access: ChairAccess }, 'code-mistyped' | 'code-unknown'>> {
  const codeHash = hashOfCode(vault, municipalityId, code)
  if (!codeHash) return refused('code-mistyped')
  const secret = randomBytes(32).toString('base64url')
  const tokenOf = ({ accessId }: Pick<ChairAccess, 'accessId'>) => `${municipalityId}.${accessId}.${secret}`
  return database.inScope(staffOf(municipalityId), async (db) => {
    const asked = { codeHash, now: clock.now(), tokenOf: (one: ChairAccess) => sha256(tokenOf(one)) }
    const access = await exchangeCode(db, municipalityId, asked)
    if (!access) return refused('code-unknown')
    await recordAudit(db, {
      ...{ municipalityId, actor: 'chair', action: 'bureaus.access-used', subject: access.bureauId },
      details: { access: access.accessId, holder: access.holder },
    })
    return { ok: true, token: tokenOf(access), access }
  })
}

/** Noted at most this often. */
const betweenNotesMs = 30_000

/** What a telephone may open: one bureau, or nothing any more. A wrong secret hears the same as an access that never was. */
export async function chairOf(
  { database, clock }: Pick<AccessDeps, 'database' | 'clock'>,
  token: string,
): Promise<Result<{ municipalityId: MunicipalityId; access: ChairAccess }, 'unknown' | 'revoked' | 'over'>> {
  const claim = readAccessToken(token)
  if (!claim || !isId(claim.accessId)) return refused('unknown')
  const { municipalityId, accessId, tokenSha256 } = claim
  return database.inScope(staffOf(municipalityId), async (db) => {
    const found = await findAccess(db, municipalityId, accessId)
    if (!found?.tokenSha256 || !timingSafeEqual(found.tokenSha256, tokenSha256)) return refused('unknown')
    if (found.revokedAt) return refused('revoked')
    const now = clock.now()
    if (now >= found.expiresAt) return refused('over')
    if (now.getTime() - (found.seenAt?.getTime() ?? 0) > betweenNotesMs)
      await markAccessSeen(db, municipalityId, accessId, now)
    const { tokenSha256: _, ...access } = found
    return { ok: true, municipalityId, access }
  })
}
