import { findElection } from '../elections/index.ts'
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
  const details = addressed(visitor.context)
  const visit = `${session.sessionId} ${event} ${Object.values(details).join(' ')}`
  if (now - (lastOpened.get(visit) ?? 0) < millisecondsBetween) return
  if (lastOpened.size >= mostRemembered) lastOpened.clear()
  lastOpened.set(visit, now)
  const { municipalityId, staffId } = staff
  await inOwnScope(visitor, (db) =>
    recordAudit(db, { municipalityId, actor: staffId, action: event, details }),
  )
}

/** Writes down what somebody tried and may not; so many a minute that nobody can fill the log with it. */
export async function noteRefused(
  visitor: Visitor,
  { event, because }: { event: string; because: string },
): Promise<void> {
  const { municipalityId, staffId } = visitor.staff
  const { election: code } = addressed(visitor.context)
  await inOwnScope(visitor, async (db) => {
    // What was typed in an address may be anything; a code of ours is no secret.
    const election = code && (await findElection(db, municipalityId, code)) ? code : undefined
    const details = { event, because, ...(election && { election }) }
    const refusal = { municipalityId, actor: staffId, action: 'desk.refused', details }
    await recordAuditAtMost(db, mostRefusalsPerMinute, refusal)
  })
}

/** Of which election and polling place a page that was found is, by the codes in its address. */
function addressed({ req }: Desk['context']): { readonly election?: string; readonly place?: string } {
  const [election, place] = [req.param('election'), req.param('place')]
  return { ...(election && { election }), ...(place && { place }) }
}
