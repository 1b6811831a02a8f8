import { sql } from 'kysely'
import { type Election, getElection } from '../../elections/index.ts'
import { type Address, addressLines } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, ElectionId, MemberId, MunicipalityId } from '../../platform/ids.ts'
import type { Assignment } from '../assignments/assignment.ts'
import { listOf } from '../assignments/assignment-store.ts'
import { came, type Punishable, punishable, type Reply } from '../assignments/axes.ts'
import { meetingHour } from '../bureau-moments.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { addressOfBureau, placeOfBureau, roomOfBureau, whereItSits } from '../where-it-sits-overview.ts'

/** A call to sit in a bureau, as its member reads it. Names and addresses are Dutch, as the municipality wrote them. */
export interface MyCall {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly assignmentId: AssignmentId
  readonly memberId: MemberId
  readonly electionName: string
  /** As 2029-06-10. */
  readonly day: string
  /** From when to be there, as a clock in Belgium has it: 07:00. A main bureau and a reserve have no hour in the rules. */
  readonly from?: string | undefined
  readonly role: SeatRole
  readonly bureau: { readonly kind: KeptKind; readonly number: string }
  readonly place?: { readonly name: string; readonly addressLines: readonly string[] } | undefined
  /** Whether the call arrived, so that it can be answered. */
  readonly isDelivered: boolean
  /** Until when an excuse that is asked is in time. */
  readonly excuseUntil?: Date | undefined
  readonly isExcused: boolean
  /** The call was sent and taken back after that, so that there is nothing to come for. */
  readonly isRevoked?: boolean | undefined
  readonly reply: Reply
  /** Came on polling day, so that there is a statement of service. */
  readonly hasServed?: boolean | undefined
  /** Stayed away, came late or left early, and whether a reason was taken afterwards. */
  readonly away?: Punishable | null | undefined
  readonly isExcusedAfter?: boolean | undefined
  /** The fee was paid. */
  readonly isPaid?: boolean | undefined
}

interface Row
  extends Omit<
    MyCall,
    'electionName' | 'day' | 'from' | 'bureau' | 'place' | 'isExcused' | 'isRevoked' | 'excuseUntil'
  > {
  readonly kind: KeptKind
  readonly number: string
  readonly votingMode: 'PAPER' | 'DIGITAL'
  readonly placeName: string | null
  readonly room: string | null
  readonly address: Address | null
  readonly designation: Assignment['axes']['designation']
  readonly excuseUntil: Date | null
}

/**
 * What one person is called for, in every municipality: `db` is in the scope of this person, so that the database holds back what is
 * somebody else's. Only calls that were sent; who was excused, or whose call was taken back, reads that.
 */
export async function myCalls(db: Db, personIndex: Uint8Array): Promise<readonly MyCall[]> {
  const { rows } = await sql<Row>`
    select a.municipality_id as "municipalityId", a.election_id as "electionId", a.assignment_id as "assignmentId",
      a.member_id as "memberId", s.role, b.kind, b.number, b.voting_mode as "votingMode", ${placeOfBureau} as "placeName",
      ${roomOfBureau} as room, ${addressOfBureau} as address, a.designation, a.reply, a.excuse_until as "excuseUntil",
      a.delivery = 'DELIVERED' as "isDelivered", a.attendance in (${listOf(came)}) as "hasServed",
      case when a.attendance in (${listOf(punishable)}) then a.attendance end as away,
      a.sanction = 'EXCUSED_AFTER' as "isExcusedAfter", a.payment = 'PAID' as "isPaid"
    from bureaus.member m
    join bureaus.assignment a on a.municipality_id = m.municipality_id and a.election_id = m.election_id and a.member_id = m.member_id
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id and b.bureau_id = s.bureau_id
    ${whereItSits}
    where m.nrn_index = ${Buffer.from(personIndex)} and a.designation in ('DESIGNATED', 'EXCUSED', 'REVOKED') and a.delivery <> 'NOT_SENT'
    order by a.election_id, a.assignment_id`.execute(db)
  const found: MyCall[] = []
  for (const row of rows) {
    const election = await getElection(db, row.municipalityId, row.electionId)
    if (election) found.push(callFrom(row, election))
  }
  return found
}

function callFrom(row: Row, election: Election): MyCall {
  const { kind, number, votingMode, placeName, room, address, designation, excuseUntil, ...call } = row
  const lines = [...(room ? [room] : []), ...(address ? addressLines(address) : [])]
  return {
    ...call,
    ...{ electionName: election.name, day: election.pollingDay, bureau: { kind, number } },
    from: meetingHour(loadBureauRules(election.ruleset), { kind, votingMode }),
    place: placeName ? { name: placeName, addressLines: lines } : undefined,
    excuseUntil: excuseUntil ?? undefined,
    isExcused: designation === 'EXCUSED',
    isRevoked: designation === 'REVOKED',
  }
}
