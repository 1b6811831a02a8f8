import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { AssignmentId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import type { AssignmentEvent, SeatedAssignment } from './assignments/assignment.ts'
import { timelineOf } from './assignments/assignment-store.ts'
import { type Member, membersById } from './assignments/member-store.ts'
import { selectAssignments } from './bureau-overview.ts'
import { type AskedMove, askedMoveOf } from './changing/asked-moves-overview.ts'
import { lettersOf } from './convoking/member-letter-store.ts'
import type { SentLetter } from './convoking/sent-letter.ts'
import { type Successor, successorOf } from './excuses/successor-overview.ts'
import { type MayNotSit, peopleKeptOut } from './may-not-sit-overview.ts'
import { messagesTo, type SentMessage } from './messages/messages-overview.ts'
import { keptBureaus } from './planning/bureau-store.ts'
import type { KeptBureau } from './planning/wanted-bureau.ts'
import { type SignedSheet, sheetsOf } from './signing/signed-sheet-store.ts'
import { callsTo, type ReserveCall } from './vacancies/reserve-call-store.ts'

export interface ShownAssignment {
  readonly assignment: SeatedAssignment
  readonly member: Member
  /** What keeps this person out since, by the lists. */
  readonly keptOut: MayNotSit['whyNot'] | undefined
  /** Absent when the bureau was given up. */
  readonly bureau?: KeptBureau | undefined
  readonly timeline: readonly AssignmentEvent[]
  /** What was written to this person, the last first. */
  readonly letters: readonly SentLetter[]
  /** What was signed by hand for it, the last first. */
  readonly sheets: readonly SignedSheet[]
  /** E-mail and SMS to this person, the first first. */
  readonly messages: readonly SentMessage[]
  /** A move that waits for who decides. */
  readonly askedMove?: AskedMove | undefined
  /** Of a designation that was taken back: who has the seat now, or why nobody. */
  readonly successor?: Successor | undefined
  /** Calls to this person as one of the reserve, the first first. */
  readonly calls: readonly ReserveCall[]
}

interface Asked {
  readonly election: Election
  readonly assignmentId: AssignmentId
  readonly by: string
  /** Whether who asks may open somebody in this bureau; one that they may not is not found. */
  readonly isShown?: (bureau: KeptBureau | undefined) => boolean
}

/** One person in one seat, with everything that happened to that. Whoever looks leaves a trace. */
export function showAssignment(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { election, assignmentId, by, isShown = () => true }: Asked,
): Promise<Result<ShownAssignment, 'no-such-assignment'>> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const [assignment] = await selectAssignments(db, election, { assignments: [assignmentId] })
    if (!assignment) return refused('no-such-assignment')
    const members = await membersById(db, election, [assignment.memberId])
    const bureau = (await keptBureaus(db, election)).find(({ bureauId }) => bureauId === assignment.bureauId)
    if (!isShown(bureau)) return refused('no-such-assignment')
    const timeline = await timelineOf(db, election, assignmentId)
    const letters = await lettersOf(db, election, [assignmentId])
    const sheets = await sheetsOf(db, election, assignmentId)
    const [out] = await peopleKeptOut(db, election, assignmentId)
    const messages = await messagesTo(db, election, assignment.memberId)
    const calls = await callsTo(db, election, assignment)
    const askedMove = await askedMoveOf(db, election, assignmentId)
    const successor =
      assignment.axes.designation === 'REVOKED'
        ? await successorOf(db, election, assignmentId, clock.now())
        : undefined
    if (successor?.assignmentId)
      await recordAudit(db, {
        ...{ municipalityId, actor: by, action: 'bureaus.assignment-shown', subject: successor.assignmentId },
      })
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.assignment-shown', subject: assignmentId },
    })
    const member = members.get(assignment.memberId)!
    const found = { assignment, member, keptOut: out?.whyNot, bureau, timeline }
    return { ok: true, ...found, letters, sheets, messages, calls, askedMove, successor }
  })
}
