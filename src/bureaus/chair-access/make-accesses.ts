import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type AccessId, newId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { makeCode } from '../../platform/typed-code.js'
import { type BureauToOpen, bureausWithoutAccess, insertAccess } from './access-store.ts'
import { accessEnds, type Holder } from './chair-access.ts'
import { type AccessDeps, hashOfCode } from './make-access.ts'

export interface MadeAccess {
  readonly bureau: BureauToOpen
  readonly code: string
}

/**
 * An access for this holder of every bureau that meets and has none: all codes at once, in the order of the bureaus, for one pile of
 * paper. As with one, a code is answered once; who loses the answer revokes and makes anew.
 */
export function makeAccesses(
  { database, vault, clock }: AccessDeps,
  { election, holder, by }: { readonly election: Election; readonly holder: Holder; readonly by: string },
): Promise<Result<{ made: readonly MadeAccess[] }, 'day-over'>> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const now = clock.now()
    const expiresAt = accessEnds(election)
    if (now >= expiresAt) return refused('day-over')
    const made: MadeAccess[] = []
    for (const bureau of await bureausWithoutAccess(db, election, holder)) {
      const { bureauId } = bureau
      const code = makeCode()
      const accessId = newId<AccessId>()
      const codeHash = hashOfCode(vault, municipalityId, code)!
      const access = { accessId, bureauId, holder, codeHash, madeAt: now, madeBy: by, expiresAt }
      // Somebody else made one meanwhile: that code is on another paper.
      if (!(await insertAccess(db, election, access))) continue
      await recordAudit(db, {
        ...{ municipalityId, actor: by, action: 'bureaus.access-made', subject: bureauId },
        details: { access: accessId, holder },
      })
      made.push({ bureau, code })
    }
    return { ok: true, made }
  })
}
