import { recordAudit, recordAuditAtMost } from '../platform/audit.ts'
import { type Desk, inOwnScope } from './desk.ts'

type Visitor = Pick<Desk, 'deps' | 'staff' | 'session' | 'context'>

const mostRefusalsPerMinute = 60
const millisecondsBetween = 60_000
const mostRemembered = 10_000

/** When somebody opened what, last: a page that refreshes itself is one visit a minute, in this process. */
const lastOpened = new Map<string, number>()

/** Writes down that a page was opened. A look-up of one person is written by its page, with whom it concerns. */
export async function noteOpened(visitor: Visitor, event: string): Promise<void> {
  const { deps, staff, session } = visitor
  const now = deps.clock.now().getTime()
  const visit = `${session.sessionId} ${event}`
  if (now - (lastOpened.get(visit) ?? 0) < millisecondsBetween) return
  if (lastOpened.size >= mostRemembered) lastOpened.clear()
  lastOpened.set(visit, now)
  const { municipalityId, staffId } = staff
  await inOwnScope(visitor, (db) => recordAudit(db, { municipalityId, actor: staffId, action: event }))
}

/** Writes down what somebody tried and may not; so many a minute that nobody can fill the log with it. */
export async function noteRefused(
  visitor: Visitor,
  { event, because }: { event: string; because: string },
): Promise<void> {
  const { municipalityId, staffId } = visitor.staff
  const refusal = { municipalityId, actor: staffId, action: 'desk.refused', details: { event, because } }
  await inOwnScope(visitor, (db) => recordAuditAtMost(db, mostRefusalsPerMinute, refusal))
}
