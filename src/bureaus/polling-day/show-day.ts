import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AccessId, BureauId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { type DayOfBureau, dayOfBureau } from './day-of-bureau.ts'
import { bureauIdOf } from './day-overview.ts'

interface WhoLooks {
  readonly election: Election
  /** By its number, of who came by an address; by its id, of whose access says so. */
  readonly bureau: { readonly number: string } | { readonly bureauId: BureauId }
  readonly by: string
  readonly accessId?: AccessId
}

/** One bureau on its day, with its people. Whoever looks at people leaves a trace. */
export function showDay(
  { database }: { readonly database: Database },
  { election, bureau, by, accessId }: WhoLooks,
): Promise<Result<{ day: DayOfBureau }, 'no-such-bureau'>> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const bureauId = 'bureauId' in bureau ? bureau.bureauId : await bureauIdOf(db, election, bureau.number)
    const day = bureauId && (await dayOfBureau(db, election, bureauId))
    if (!day) return refused('no-such-bureau')
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.shown', subject: day.bureau.bureauId },
      ...(accessId && { details: { access: accessId } }),
    })
    return { ok: true, day }
  })
}
