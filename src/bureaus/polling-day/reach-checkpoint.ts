import { refused } from '../../platform/result.ts'
import { checkpointsOf, openCheckpoints } from './checkpoints.ts'
import type { DeedOf } from './day-deed.ts'
import { dayOfBureau } from './day-of-bureau.ts'
import { checkpointsReached, insertCheckpoint } from './day-store.ts'
import type { DeedWork, Done } from './note-deed.ts'

/** The bureau is so far. It is formed when somebody is there for every seat that the law asks for. */
export async function reachCheckpoint({
  db,
  context,
  bureauId,
  deed,
  at,
  by,
}: DeedWork<DeedOf<'checkpoint'>>): Promise<Done> {
  const { election } = context
  const { checkpoint } = deed
  const day = await dayOfBureau(db, election, bureauId)
  if (!day || !checkpointsOf[day.bureau.kind].includes(checkpoint)) return refused('not-of-this-bureau')
  const reached = await checkpointsReached(db, election, bureauId)
  if (reached.some((one) => one.checkpoint === checkpoint)) return refused('already-noted')
  if (!openCheckpoints(day.bureau.kind, reached).includes(checkpoint)) return refused('out-of-order')
  if (checkpoint === 'FORMED' && day.missing.length > 0) return refused('not-complete')
  const isNew = await insertCheckpoint(db, election, { bureauId, checkpoint, reachedAt: at, by })
  return isNew ? { ok: true } : refused('already-noted')
}
