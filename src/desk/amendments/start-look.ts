import { lookAtAmendments } from '../../letters/index.ts'
import { claimAmendments } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'

/**
 * Has the file looked through that was sent last, in this process and without waiting for it: the browser may go away.
 * When the process ends under it nothing was changed, and anybody can have it looked through again.
 */
export async function startLook({ deps, election, staff }: ElectionDesk) {
  const claim = await claimAmendments(deps, { election, by: staff.staffId, to: 'look' })
  if (!claim.ok) return claim
  lookAtAmendments(deps, { election, claimed: claim.claimed, by: staff.staffId }).catch((error: Error) =>
    deps.log.error({ error: error.name }, 'a file of amendments was not looked through to its end'),
  )
  return { ok: true as const }
}
