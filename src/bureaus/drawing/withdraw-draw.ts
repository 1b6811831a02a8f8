import type { Election } from '../../elections/index.ts'
import { mayDo, type Staff } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { refuseNumbers } from '../../platform/free-text.ts'
import { type Result, refused } from '../../platform/result.ts'
import { currentDraw, lockDraws, writeWithdrawal } from './draw-store.ts'

export interface DrawToWithdraw {
  readonly election: Election
  readonly staff: Staff
  /** Everybody may read it: it names nobody. */
  readonly reason: string
  /** Whoever gives it up knows that its public value can be known, and that the file says so. */
  readonly isAfterChance?: boolean
}

export type WithdrawRefusal =
  | 'right-missing'
  | 'no-reason'
  | 'number-in-text'
  | 'nothing-committed'
  | 'already-drawn'
  | 'after-chance'

/**
 * A draw that was not held yet is given up, for a reason; its commitment stays known, and another can be committed. All of it is told in
 * the file of the draw that follows, so the reason is read by everybody. Once its public value can be known (`after-chance`) it is given
 * up knowingly or not at all, and that file marks it: a wrong pool may have to go, an outcome that somebody does not like may not.
 */
export async function withdrawDraw(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { election, staff, reason, isAfterChance = false }: DrawToWithdraw,
): Promise<Result<object, WithdrawRefusal>> {
  const inText = refuseNumbers(reason)
  if (inText) return inText
  if (reason.trim() === '' || reason.length > 500) return refused('no-reason')
  const { municipalityId } = election
  if (staff.municipalityId !== municipalityId || !mayDo(staff, 'bureaus.manage'))
    return refused('right-missing')
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockDraws(db, election)
    const draw = await currentDraw(db, election)
    if (!draw) return refused('nothing-committed')
    if (draw.state === 'DRAWN') return refused('already-drawn')
    const now = clock.now()
    const afterChance = now >= draw.knownAt
    if (afterChance && !isAfterChance) return refused('after-chance', draw.knownAt.toISOString())
    await writeWithdrawal(db, election, draw.drawId, { why: reason.trim(), at: now })
    const event = { municipalityId, actor: staff.staffId, action: 'bureaus.draw-withdrawn' }
    await recordAudit(db, { ...event, subject: draw.drawId, details: { reason: reason.trim(), afterChance } })
    return { ok: true }
  })
}
