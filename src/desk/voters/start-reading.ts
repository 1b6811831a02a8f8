import type { Result } from '../../platform/result.ts'
import { claimReading, readUpload } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'

/**
 * Reads the list that was uploaded, in this process and without waiting for it: the browser may go away. When the process
 * ends under it, another one reads it from its beginning.
 */
export async function startReading(
  { deps, election, staff }: ElectionDesk,
  preset: string | undefined,
): Promise<Result<object, 'no-upload' | 'already-reading' | 'no-such-preset' | 'file-missing'>> {
  const claim = await claimReading(deps, { election, preset, by: staff.staffId })
  if (!claim.ok) return claim
  readUpload(deps, { election, claimed: claim.claimed, by: staff.staffId }).catch((error: Error) =>
    deps.log.error({ error: error.message }, 'a voters list was not read to its end'),
  )
  return { ok: true }
}
