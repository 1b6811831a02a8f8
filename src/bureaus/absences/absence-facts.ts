import type { Election } from '../../elections/index.ts'
import { addressLines } from '../../platform/address.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault.ts'
import type { AssignmentEvent, SeatedAssignment } from '../assignments/assignment.ts'
import { timelineFromFirstSeat } from '../assignments/assignment-store.ts'
import { isAway, isPunishable } from '../assignments/axes.ts'
import { type Member, membersById } from '../assignments/member-store.ts'
import { byComing } from '../assignments/note-delivered.ts'
import { bureauDay } from '../bureau-day.ts'
import { meetingMoment } from '../bureau-moments.ts'
import { selectAssignments } from '../bureau-overview.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import type { KeptBureau } from '../planning/wanted-bureau.ts'
import { closedAt } from '../polling-day/checkpoints.ts'
import { checkpointsReached } from '../polling-day/day-store.ts'
import { missedBy, presenceAtMoments } from '../polling-day/moments.ts'
import {
  type AbsenceFacts,
  type AbsenceFile,
  absenceFile,
  type LaterEvidence,
  type ToldBy,
  type UnknownMember,
} from './absence-file.ts'

import { lastNotedAt, selectLateRequests } from './absence-store.ts'
import { remarksOf } from './remark-store.ts'

/** A reserve and a main bureau have no hour in the rules, so that nobody can say who was late. */
export type NoAbsenceFile = 'attendance-not-closed' | 'no-hour'

/**
 * The absence file of one bureau by what the database holds now. Attendance is closed when the bureau closed its day, and where nobody
 * noted that, when of everybody who was expected is known whether they came. Who was not noted then is unknown and not absent: the file
 * says how many. In the scope of the municipality.
 */
export async function absenceFileOf(
  db: Db,
  { vault }: { readonly vault: Pick<Vault, 'open'> },
  election: Election,
  bureau: KeptBureau,
): Promise<AbsenceFile | NoAbsenceFile> {
  const rules = loadBureauRules(election.ruleset)
  const { kind } = bureau
  const meetingTime = meetingMoment(rules, election, bureau)
  if (!meetingTime || (kind !== 'POLLING' && kind !== 'COUNTING')) return 'no-hour'
  const all = await selectAssignments(db, election, { bureaus: [bureau.bureauId] })
  const designated = all.filter(({ axes }) => axes.designation === 'DESIGNATED')
  const unknown = designated.filter(({ axes }) => axes.confirmed && axes.attendance === 'UNKNOWN')
  const reached = await checkpointsReached(db, election, bureau.bureauId)
  const dayClosedAt = closedAt(kind, reached)
  const known = designated.filter(({ axes }) => axes.attendance !== 'UNKNOWN')
  const away = known.filter(({ axes }) => isAway(axes))
  const moments = await presenceAtMoments(db, election, bureau.bureauId, reached)
  const members = await Promise.all(
    away.map(async (one) => ({
      ...(await factsOf(db, vault, election, one)),
      missed: missedBy(moments, one.memberId),
    })),
  )
  const lastOfAll = await lastNotedAt(
    db,
    election,
    known.map((one) => one.assignmentId),
  )
  return absenceFile(
    rules.absence,
    {
      ...{ kind, number: bureau.number, place: bureau.place ?? '', meetingTime },
      attendanceClosedAt: dayClosedAt ?? (unknown.length > 0 ? undefined : lastOfAll),
    },
    { members, unknown: await namesOf(db, election, unknown) },
    bureauDay(election, rules.absence.deadline),
  )
}

async function namesOf(
  db: Db,
  election: Election,
  people: readonly SeatedAssignment[],
): Promise<UnknownMember[]> {
  const members = await membersById(
    db,
    election,
    people.map(({ memberId }) => memberId),
  )
  return people.map(({ assignmentId, memberId, role }) => ({
    ...{ assignmentId, role },
    name: nameOf(members.get(memberId)!),
  }))
}

const nameOf = ({ firstNames, lastName }: Pick<Member, 'firstNames' | 'lastName'>) =>
  [firstNames, lastName].filter(Boolean).join(' ')

async function factsOf(
  db: Db,
  vault: Pick<Vault, 'open'>,
  election: Election,
  one: SeatedAssignment,
): Promise<AbsenceFacts> {
  const { assignmentId, memberId, role, designatedAt, axes } = one
  const member = (await membersById(db, election, [memberId])).get(memberId)!
  const timeline = await timelineFromFirstSeat(db, election, assignmentId)
  const last = (transition: AssignmentEvent['transition']) =>
    timeline.findLast((event) => event.transition === transition)
  const dayOf = (event: AssignmentEvent | undefined) => event && dayInBelgium(event.happenedAt)
  const late = timeline.findLast(
    ({ transition }) => transition === 'check-in-late' || transition === 'correct-to-late',
  )
  const absent = timeline.findLast(
    ({ transition }) => transition === 'note-absent' || transition === 'correct-to-absent',
  )
  const left = axes.attendance === 'LEFT' ? last('leave') : undefined
  const noted = axes.attendance === 'LATE' ? late : (left ?? absent)
  const arrivedAt = late?.details.arrivedAt
  return {
    ...{ assignmentId, role, attendance: isPunishable(axes.attendance) ? axes.attendance : 'PRESENT' },
    name: nameOf(member),
    bornOn: member.birthDate,
    addressLines: member.address && addressLines(member.address),
    notedBy: noted && { authority: noted.authority, at: noted.happenedAt },
    designatedOn: designatedAt && dayInBelgium(designatedAt),
    told: toldBy(timeline, one),
    neverReached: timeline.some(
      ({ transition, details }) => transition === 'send' && details.channel === byComing,
    ),
    arrivedAt: typeof arrivedAt === 'string' ? new Date(arrivedAt) : undefined,
    wasLate: timeline.findLast((event) => event.axes.attendance !== 'LEFT')?.axes.attendance === 'LATE',
    left: left && { at: left.happenedAt, because: left.reason ?? '' },
    remarks: await remarksOf(db, vault, election, one.assignmentId),
    laterEvidence: await laterEvidence(db, vault, election, one),
    excusedAfterOn: dayOf(last('excuse-after')),
    reportedOn: dayOf(last('report-absence')),
  }
}

const channels: Readonly<Record<string, ToldBy['channel']>> = {
  registered: 'registered-letter',
  'in-hand': 'in-hand',
  mailbox: 'e-box',
}

/** Each time that the call was sent, with what proves that it arrived. Who was called up later was told with the seat before. */
function toldBy(timeline: readonly AssignmentEvent[], { deliveredAt }: SeatedAssignment): ToldBy[] {
  const ways = timeline.filter(({ transition }) => wayOfCall.has(transition))
  if (ways.length === 0 && deliveredAt) {
    const arrived = { at: deliveredAt, proof: '' }
    return [{ channel: 'unknown', sentOn: dayInBelgium(deliveredAt), arrived }]
  }
  return ways.flatMap((sent, place) => {
    if (!isSent(sent) || sent.details.channel === byComing) return []
    const next = ways[place + 1]
    const outcome = !next || isSent(next) || next.details.channel === byComing ? undefined : next
    const channel = channels[String(outcome?.details.channel ?? sent.details.channel ?? '')] ?? 'unknown'
    const arrived = outcome &&
      outcome.transition !== 'note-undelivered' && {
        at: arrivalOf(outcome, deliveredAt),
        proof: String(outcome.details.proof ?? ''),
      }
    return [{ channel, sentOn: dayInBelgium(sent.happenedAt), arrived: arrived || undefined }]
  })
}

const wayOfCall: ReadonlySet<string> = new Set([
  ...['send', 'note-delivered', 'note-undelivered', 'send-corrected', 'note-corrected'],
])

const isSent = ({ transition }: AssignmentEvent): boolean =>
  transition === 'send' || transition === 'send-corrected'

/** A corrected call came at its own moment; the first at the one that stands with the assignment. */
function arrivalOf({ details, happenedAt }: AssignmentEvent, deliveredAt: Date | undefined): Date {
  if (typeof details.arrivedAt === 'string') return new Date(details.arrivedAt)
  return deliveredAt ?? happenedAt
}

/** What was asked when the time for it was over. */
async function laterEvidence(
  db: Db,
  vault: Pick<Vault, 'open'>,
  election: Election,
  { assignmentId }: SeatedAssignment,
): Promise<LaterEvidence[]> {
  return (await selectLateRequests(db, election, assignmentId)).map(({ askedAt, request, documents }) => ({
    receivedOn: dayInBelgium(askedAt),
    ground: (JSON.parse(vault.open(request)) as { ground: string }).ground,
    documents,
  }))
}
