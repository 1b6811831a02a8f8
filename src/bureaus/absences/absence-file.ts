import type { Mark } from '../../elections/index.ts'
import { isPunishable, type Punishable } from '../assignments/axes.ts'
import type { Authority } from '../assignments/transitions.ts'
import { minutesAfter } from '../bureau-moments.ts'
import type { BureauKind, SeatRole } from '../bureau-rules.ts'
import type { Attendance } from '../paying/pay-rules.ts'
import type { ReachedCheckpoint } from '../polling-day/checkpoints.ts'
import type { AbsenceRules, Addressee } from './absence-rules.ts'

/** How somebody was told of the designation. */
export interface ToldBy {
  readonly channel: 'registered-letter' | 'e-box' | 'in-hand' | 'unknown'
  readonly sentOn: string
  /** When it arrived, and what proves it: the number of the receipt. */
  readonly arrived?: { readonly at: Date; readonly proof: string } | undefined
}

/** What somebody sent after the moment to ask for an excuse; the documents themselves stay where they are sealed. */
export interface LaterEvidence {
  readonly receivedOn: string
  readonly ground: string
  readonly documents: number
}

/** A remark of another member, or of a witness (LPKD 143 3°). */
export interface SaidOfMember {
  readonly saidBy: 'member' | 'witness'
  readonly text: string
}

/** What is known of a member who was not there, not in time, or not until the end. */
export interface AbsenceFacts {
  readonly assignmentId: string
  readonly name: string
  readonly role: SeatRole
  /** With the address, who is meant among those of the same name; as far as the lists had them. */
  readonly bornOn?: string | undefined
  readonly addressLines?: readonly string[] | undefined
  /** Who wrote down that they were away or late, and when. */
  readonly notedBy?: { readonly authority: Authority; readonly at: Date } | undefined
  readonly designatedOn?: string | undefined
  readonly told: readonly ToldBy[]
  /** Came without a call that reached them: nobody can be late for what they were not told. */
  readonly neverReached?: boolean | undefined
  readonly attendance: Attendance
  readonly arrivedAt?: Date | undefined
  /** Who left before the end came late as well. */
  readonly wasLate?: boolean | undefined
  /** When and why somebody went home before the end, by who noted it. */
  readonly left?: { readonly at: Date; readonly because: string } | undefined
  /** Moments of the bureau at which they had to be there and were not. */
  readonly missed?: readonly ReachedCheckpoint[] | undefined
  /** What other members and witnesses said of it. */
  readonly remarks?: readonly SaidOfMember[] | undefined
  readonly laterEvidence: readonly LaterEvidence[]
  /** The day on which the deciding authority took a reason after all. */
  readonly excusedAfterOn?: string | undefined
  /** The day on which an earlier file that names this person was sent. */
  readonly reportedOn?: string | undefined
}

export interface BureauOnTheDay {
  readonly kind: BureauKind
  readonly number: string
  readonly place: string
  /** When its members had to be there. */
  readonly meetingTime: Date
  /** When it was written down who was there; absent: that is not done yet. */
  readonly attendanceClosedAt?: Date | undefined
}

/** What a judge would miss. */
export type Weakness =
  | 'not-designated'
  | 'not-proven-told'
  | 'told-too-late'
  | 'no-arrival-time'
  | 'missed-no-moment'

export interface ReportedMember extends Omit<AbsenceFacts, 'attendance'> {
  readonly fact: Punishable
  /** Minutes after the meeting time. */
  readonly minutesLate?: number | undefined
  readonly weaknesses: readonly Weakness[]
}

/** Who was expected, and of whom nobody noted whether they came. */
export type UnknownMember = Pick<AbsenceFacts, 'assignmentId' | 'name' | 'role'>

/** The list of who stayed away, came late or left early in one bureau, for who prosecutes. */
export interface AbsenceFile {
  readonly bureau: BureauOnTheDay
  readonly addressee: Addressee
  readonly passedOnTo: readonly Addressee[]
  /** The last day; absent where no rule was read. */
  readonly sendBy?: string | undefined
  readonly legalBasis: { readonly source: string; readonly mark: Mark }
  /** What is known of the rule by which somebody in it who left early is reported. */
  readonly leavingBasis?: { readonly source: string; readonly mark: Mark } | undefined
  readonly reported: readonly ReportedMember[]
  /** Whose reason was taken after all, before a file named them. */
  readonly excusedAfter: readonly ReportedMember[]
  /** The same, when a file did name them: everybody on the route has to hear of it. */
  readonly takenBack: readonly ReportedMember[]
  /** Not in the file: they came late, and no call had reached them. */
  readonly notTold: readonly UnknownMember[]
  /** Not in the file: nobody can say that they stayed away. */
  readonly unknown: readonly UnknownMember[]
}

/**
 * The absence file of one bureau. Nothing is made of it before attendance is closed: who is not written down yet is
 * not absent. Whoever was sent home did come. Who left early was there, so that no call has to be proven.
 */
export function absenceFile(
  rules: AbsenceRules,
  bureau: BureauOnTheDay,
  { members, unknown }: { members: readonly AbsenceFacts[]; unknown: readonly UnknownMember[] },
  sendBy: string | undefined,
): AbsenceFile | 'attendance-not-closed' {
  if (!bureau.attendanceClosedAt) return 'attendance-not-closed'
  const reached = members.filter((member) => !isNotTold(member))
  const punished = reached.flatMap((member) => reportedMember(rules, bureau, member) ?? [])
  const excused = punished.filter(({ excusedAfterOn }) => excusedAfterOn)
  const [addressee, ...passedOnTo] = rules.route.value
  return {
    bureau,
    addressee: addressee!,
    passedOnTo,
    ...(sendBy && { sendBy }),
    legalBasis: { source: rules.route.source, mark: rules.route.mark },
    ...(punished.some(({ fact }) => fact === 'LEFT') && {
      leavingBasis: { source: rules.leaving.source, mark: rules.leaving.mark },
    }),
    reported: punished.filter(({ excusedAfterOn }) => !excusedAfterOn),
    excusedAfter: excused.filter(({ reportedOn }) => !reportedOn),
    takenBack: excused.filter(({ reportedOn }) => reportedOn),
    notTold: members.filter(isNotTold).map(({ assignmentId, name, role }) => ({ assignmentId, name, role })),
    unknown,
  }
}

const isNotTold = ({ neverReached, attendance }: AbsenceFacts) => neverReached && attendance !== 'LEFT'

function reportedMember(
  { punished, leaving }: AbsenceRules,
  bureau: BureauOnTheDay,
  { attendance, ...member }: AbsenceFacts,
): ReportedMember | undefined {
  if (!isPunishable(attendance)) return undefined
  const isPunished =
    attendance === 'LEFT' ? leaving.value === 'punished' : punished.value.includes(attendance)
  if (!isPunished) return undefined
  const isLate = attendance === 'LATE' || (attendance === 'LEFT' && member.wasLate && !member.neverReached)
  const isTimed = isLate && member.arrivedAt
  return {
    ...member,
    fact: attendance,
    ...(isTimed && { minutesLate: minutesAfter(bureau.meetingTime, isTimed) }),
    weaknesses: weaknessesOf(member, attendance, bureau.meetingTime),
  }
}

function weaknessesOf(
  { designatedOn, told, arrivedAt, missed = [] }: Omit<AbsenceFacts, 'attendance'>,
  attendance: Punishable,
  meetingTime: Date,
): Weakness[] {
  const arrivals = told.flatMap(({ arrived }) => arrived?.at ?? [])
  const weaknesses: Weakness[] = []
  if (!designatedOn) weaknesses.push('not-designated')
  if (attendance === 'LEFT') return missed.length > 0 ? weaknesses : [...weaknesses, 'missed-no-moment']
  if (arrivals.length === 0) weaknesses.push('not-proven-told')
  else if (arrivals.every((at) => at >= meetingTime)) weaknesses.push('told-too-late')
  if (attendance === 'LATE' && !arrivedAt) weaknesses.push('no-arrival-time')
  return weaknesses
}
