import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, BureauId, MemberId, SeatId } from '../../platform/ids.ts'
import { outOfSeat } from '../assignments/axes.ts'
import { meetingMoment } from '../bureau-moments.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import { seatRoles } from '../bureau-rules.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { type Checkpoint, openCheckpoints } from './checkpoints.ts'
import type { NotedDeed } from './day-deed.ts'
import { bureauFacts, type SeatRow, seatRows } from './day-overview.ts'
import { checkpointsReached, incidentsOf, refusedDeeds } from './day-store.ts'
import type { Incident } from './incidents.ts'
import { type PresenceAtMoment, presenceAtMoments } from './moments.ts'
import { oathOfSeat } from './swear.ts'

export const standings = ['EXPECTED', 'ASKING', 'PRESENT', 'LATE', 'ABSENT', 'DISMISSED', 'LEFT'] as const
/** How somebody stands on the day. `ASKING`: asked to be excused, and nobody decided. */
export type Standing = (typeof standings)[number]

/** A person as the bureau may know them: name, role and how they stand. No address, no number. */
export interface DayPerson {
  readonly assignmentId: AssignmentId
  readonly memberId: MemberId
  readonly lastName: string
  readonly firstNames: string
  readonly standing: Standing
  readonly isOnTheSpot: boolean
  readonly arrivedAt?: Date
  readonly minutesLate?: number
  /** When the chair sent this person home, and why. */
  readonly sentHome?: { readonly at: Date; readonly reason: string }
  /** When this person went home before the end by themselves, and why. */
  readonly left?: { readonly at: Date; readonly reason: string }
  readonly swornAt?: Date
}

export interface DaySeat {
  readonly seatId: SeatId
  readonly role: SeatRole
  readonly ordinal: number
  readonly optional: boolean
  /** Who has it, and who had it and left. */
  readonly people: readonly DayPerson[]
  /** Somebody has it who did not stay away or go home. */
  readonly isTaken: boolean
  /** What is sworn in it. */
  readonly oath?: string
}

export interface MissingRole {
  readonly role: SeatRole
  readonly count: number
}

export interface BureauFacts {
  readonly bureauId: BureauId
  readonly kind: KeptKind
  readonly number: string
  readonly votingMode: 'PAPER' | 'DIGITAL'
  readonly section: number | null
  readonly place: string | null
  readonly room: string | null
}

export interface DayOfBureau {
  readonly bureau: BureauFacts
  /** When its members have to be there. */
  readonly meetsAt?: Date
  readonly seats: readonly DaySeat[]
  /** Seats that the law asks for and nobody sits in, by role. Substitutes are not asked for once they are not needed. */
  readonly missing: readonly MissingRole[]
  /** How far the bureau came, with who was there then. */
  readonly reached: readonly PresenceAtMoment[]
  readonly open: readonly Checkpoint[]
  readonly incidents: readonly Incident[]
  /** What was sent and could not be done. */
  readonly refused: readonly NotedDeed[]
}

/** One bureau on its day; nothing when there is no such bureau. */
export async function dayOfBureau(
  db: Db,
  election: Election,
  bureauId: BureauId,
): Promise<DayOfBureau | undefined> {
  const bureau = await bureauFacts(db, election, bureauId)
  if (!bureau) return undefined
  const rules = loadBureauRules(election.ruleset)
  const rows = await seatRows(db, election, bureauId)
  const seats = [...Map.groupBy(rows, ({ seatId }) => seatId).values()].map((of): DaySeat => {
    const { seatId, role, ordinal, optional } = of[0]!
    const people = of.flatMap(personFrom)
    const oath = oathOfSeat(rules, { kind: bureau.kind, role })?.text
    return { seatId, role, ordinal, optional, people, isTaken: people.some(isInSeat), ...(oath && { oath }) }
  })
  const meetsAt = meetingMoment(rules, election, bureau)
  const moments = await checkpointsReached(db, election, bureauId)
  const reached = await presenceAtMoments(db, election, bureauId, moments)
  return {
    ...{ bureau, seats, reached, missing: missingOf(seats), open: openCheckpoints(bureau.kind, reached) },
    ...(meetsAt && { meetsAt }),
    incidents: await incidentsOf(db, election, bureauId),
    refused: await refusedDeeds(db, election, bureauId),
  }
}

/** Whether it was noted that the bureau was formed. Later moments can be noted without, and that has to be seen. */
export const isFormed = ({ reached }: Pick<DayOfBureau, 'reached'>) =>
  reached.some(({ checkpoint }) => checkpoint === 'FORMED')

export const isThere = ({ standing }: Pick<DayPerson, 'standing'>) =>
  standing === 'PRESENT' || standing === 'LATE'
/** Of whom it was noted whether they came, and not by an appointment on the spot; or that they left. */
export const canBeCorrected = ({ standing, isOnTheSpot }: Pick<DayPerson, 'standing' | 'isOnTheSpot'>) =>
  standing === 'LEFT' || ((isThere({ standing }) || standing === 'ABSENT') && !isOnTheSpot)
/** Has the seat still: did not stay away or go home. */
export const isInSeat = ({ standing }: Pick<DayPerson, 'standing'>) =>
  !(outOfSeat as readonly string[]).includes(standing)

function missingOf(seats: readonly DaySeat[]): MissingRole[] {
  const empty = seats.filter(
    ({ role, optional, people }) => role !== 'SUBSTITUTE' && !optional && !people.some(isThere),
  )
  return seatRoles.flatMap((role) => {
    const count = empty.filter((seat) => seat.role === role).length
    return count > 0 ? [{ role, count }] : []
  })
}

function personFrom(row: SeatRow): DayPerson[] {
  const { assignmentId, memberId, lastName, firstNames, attendance, reply, arrival, gone, swornAt } = row
  if (!assignmentId) return []
  const unknown = reply === 'EXCUSE_PENDING' ? 'ASKING' : 'EXPECTED'
  const isOnTheSpot = row.origin === 'ON_THE_SPOT'
  // An arrival or an oath that was taken back stays in the timeline, and is not so.
  const came = attendance !== 'UNKNOWN' && attendance !== 'ABSENT'
  const arrivedAt = arrival?.arrivedAt ? new Date(arrival.arrivedAt) : isOnTheSpot && row.designatedAt
  return [
    {
      ...{ assignmentId, memberId, lastName, firstNames, isOnTheSpot },
      standing: attendance === 'UNKNOWN' ? unknown : attendance,
      ...(came && arrivedAt && { arrivedAt }),
      ...(attendance === 'LATE' && arrival?.minutesLate && { minutesLate: arrival.minutesLate }),
      ...(gone && { [attendance === 'LEFT' ? 'left' : 'sentHome']: { ...gone, at: new Date(gone.at) } }),
      ...(came && swornAt && { swornAt }),
    },
  ]
}
