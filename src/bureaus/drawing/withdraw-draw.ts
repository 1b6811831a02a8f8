import type { Election } from '../../elections/index.ts'
import { mayDo, type Staff } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { refuseNumbers } from '../../platform/free-text.ts'
import { type Result, refused } from '../../platform/result.ts'
import { currentDraw, lockDraws, writeWithdrawal } from './draw-store.ts'

/** A draw that was not held yet is given up, for a reason; its commitment stays known, and another can be committed. */
export async function withdrawDraw(
  { database }: { readonly database: Database },
  {
    election,
    staff,
    reason,
  }: { readonly election: Election; readonly staff: Staff; readonly reason: string },
): Promise<
  Result<object, 'right-missing' | 'no-reason' | 'number-in-text' | 'nothing-committed' | 'already-drawn'>
> {
  const inText = refuseNumbers(reason)
  if (inText) return inText
  if (reason.trim() === '') return refused('no-reason')
  const { municipalityId } = election
  if (staff.municipalityId !== municipalityId || !mayDo(staff, 'bureaus.manage'))
    return refused('right-missing')
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockDraws(db, election)
    const draw = await currentDraw(db, election)
    if (!draw) return refused('nothing-committed')
    if (draw.state === 'DRAWN') return refused('already-drawn')
    await writeWithdrawal(db, election, draw.drawId, reason.trim())
    const event = { municipalityId, actor: staff.staffId, action: 'bureaus.draw-withdrawn' }
    await recordAudit(db, { ...event, subject: draw.drawId, details: { reason: reason.trim() } })
    return { ok: true }
  })
}
