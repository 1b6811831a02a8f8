import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import { holdersOfReport } from './sending-store.ts'

/** A reason was taken after a file that names this person had left: the log says who on the route has to hear of it. */
export async function traceWhoMustHear(
  db: Db,
  election: OfElection,
  { assignmentId, by }: { readonly assignmentId: AssignmentId; readonly by: string },
): Promise<void> {
  const holders = await holdersOfReport(db, election, assignmentId)
  if (holders.length === 0) return
  const { municipalityId } = election
  const event = { municipalityId, actor: by, action: 'bureaus.absence-withdrawn', subject: assignmentId }
  await recordAudit(db, {
    ...event,
    details: { mustHear: holders.map(({ addressee }) => addressee).join(' ') },
  })
}
