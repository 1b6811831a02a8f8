import type { MyCall } from '../../bureaus/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { inOwnScope, type Portal } from '../portal.ts'

/** With whether polling day is over. */
export type MyConvocation = MyCall & { readonly isOver?: boolean | undefined }

/**
 * Port to the bureaus: what one person is called for, in every municipality. `db` is in the scope of this person, so that the database
 * itself holds back what is somebody else's; only calls that were sent, also those of which one was excused or that were taken back.
 */
export type FindMyConvocations = (db: Db, personIndex: Uint8Array) => Promise<readonly MyCall[]>

/** Who was called and need not come: excused, or the call was taken back. */
export const isReleased = ({ isExcused, isRevoked, hasServed }: MyConvocation): boolean =>
  !hasServed && (isExcused || isRevoked === true)

/** The soonest first, also those that are over as long as they are kept, but for who had not to come then; each leaves an event that this person read it. */
export async function comingConvocations(portal: Portal): Promise<readonly MyConvocation[]> {
  const coming = (await allMine(portal))
    .filter((mine) => !mine.isOver || !isReleased(mine))
    .sort((one, other) => one.day.localeCompare(other.day))
  for (const mine of coming) await noteRead(portal, mine)
  return coming
}

/** The one that the address names, if it is this citizen's. */
export async function convocationOfAddress(portal: Portal): Promise<MyConvocation | undefined> {
  const asked = portal.context.req.param('call')
  const mine = (await allMine(portal)).find(({ assignmentId }) => assignmentId === asked)
  if (mine) await noteRead(portal, mine)
  return mine
}

async function allMine(portal: Portal): Promise<readonly MyConvocation[]> {
  const { findMyConvocations: find } = portal.deps
  const found = find ? await inOwnScope(portal, (db) => find(db, portal.citizen.index)) : []
  const today = dayInBelgium(portal.deps.clock.now())
  return found.map((mine) => ({ ...mine, isOver: mine.day < today }))
}

function noteRead({ deps }: Portal, { municipalityId, assignmentId }: MyConvocation): Promise<void> {
  const event = {
    municipalityId,
    actor: 'citizen',
    action: 'citizen.convocation-opened',
    subject: assignmentId,
  }
  return deps.database.inScope(staffOf(municipalityId), (db) => recordAudit(db, event))
}
