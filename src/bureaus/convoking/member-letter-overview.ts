import { type RawBuilder, sql } from 'kysely'
import type { DeliveryState } from '../../delivery/index.ts'
import type { VotingMode } from '../../elections/index.ts'
import type { Address } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, CampaignId, DocumentId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { Axes } from '../assignments/axes.ts'
import { type WhichAssignments, whichAre } from '../bureau-overview.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import { type OfRules, peopleKeptOutTable } from '../may-not-sit-overview.ts'
import { addressOfBureau, placeOfBureau, roomOfBureau, whereItSits } from '../where-it-sits-overview.ts'
import type { MemberLetterKind } from './member-letter-facts.ts'
import { callingLetters, type SentLetterState } from './sent-letter.ts'

/** All that a letter to who has an assignment is made from. */
export interface LetterCase extends Pick<Axes, 'designation' | 'delivery'> {
  readonly assignmentId: AssignmentId
  readonly version: number
  readonly designatedAt: Date | null
  readonly role: SeatRole
  readonly ordinal: number
  readonly kind: KeptKind
  /** Which reserve, or which main bureau. */
  readonly code: string
  readonly number: string
  readonly votingMode: VotingMode
  readonly place: string | null
  readonly room: string | null
  /** Of a bureau elsewhere its own, else that of the place of that name. */
  readonly placeAddress: Address | null
  readonly lastName: string
  readonly firstNames: string
  readonly address: Address | null
  readonly nrnCipher: Buffer
  readonly nrnIndex: Buffer
}

export const caseColumns = sql`
  a.assignment_id as "assignmentId", a.version, a.designated_at as "designatedAt", a.designation, a.delivery, s.role,
  s.ordinal, b.kind, b.code, b.number, b.voting_mode as "votingMode", ${placeOfBureau} as place, ${roomOfBureau} as room, ${addressOfBureau} as "placeAddress",
  m.last_name as "lastName", m.first_names as "firstNames", m.address, m.nrn_cipher as "nrnCipher", m.nrn_index as "nrnIndex"`

export const caseTables = sql`
  bureaus.assignment a
  join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
  join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id and b.bureau_id = s.bureau_id
  join bureaus.member m on m.municipality_id = a.municipality_id and m.election_id = a.election_id and m.member_id = a.member_id
  ${whereItSits}`

export async function letterCases(
  db: Db,
  { municipalityId, electionId }: OfElection,
  assignments: readonly AssignmentId[],
): Promise<LetterCase[]> {
  const { rows } = await sql<LetterCase>`
    select ${caseColumns} from ${caseTables}
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId}
      and a.assignment_id = any(${assignments}::uuid[])
    order by a.assignment_id`.execute(db)
  return rows
}

/** Who is designated, may still sit and was never called: an assignment `a` that a call is to be sent for. */
export async function isToCall(db: Db, election: OfRules): Promise<RawBuilder<boolean>> {
  const { municipalityId, electionId } = election
  return sql`(
    a.designation = 'DESIGNATED' and a.delivery = 'NOT_SENT' and a.attendance = 'UNKNOWN'
    and a.assignment_id not in (select out.assignment_id from ${await peopleKeptOutTable(db, election)} out)
    and a.assignment_id not in (
      select l.assignment_id from bureaus.member_letter l
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
        and l.kind = any(${[...callingLetters]}::text[])))`
}

export interface ToCall {
  /** Absent: everybody. */
  readonly which?: WhichAssignments | undefined
}

/** In order of assignment, the page after `after`. */
export async function casesToCall(
  db: Db,
  election: OfRules,
  { which, after, limit }: ToCall & { after: AssignmentId | undefined; limit: number },
): Promise<LetterCase[]> {
  const { municipalityId, electionId } = election
  const { rows } = await sql<LetterCase>`
    select ${caseColumns} from ${caseTables}
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and ${await isToCall(db, election)}
      and ${which ? whichAre(which) : sql`true`}
      and a.assignment_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by a.assignment_id limit ${limit}`.execute(db)
  return rows
}

export async function countToCall(db: Db, election: OfRules, { which }: ToCall): Promise<number> {
  const { municipalityId, electionId } = election
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from bureaus.assignment a
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and ${await isToCall(db, election)}
      and ${which ? whichAre(which) : sql`true`}`.execute(db)
  return rows[0]!.count
}

/** A letter whose delivery says more than the letter does. */
export interface LetterToFollow {
  readonly letterId: DocumentId
  readonly assignmentId: AssignmentId
  readonly kind: MemberLetterKind
  readonly state: SentLetterState
  readonly outcome: DeliveryState
  readonly finishedAt: Date
  /** It replaces one that told another room, place or hour. */
  readonly isCorrection: boolean
  /** What the mailbox answered that it has it by. */
  readonly receipt: string | null
}

/**
 * Letters of which delivery knows the outcome and the letter not, held for the caller's transaction; those that another worker has
 * in hand are left out. What went on paper and reached the mailbox after all counts as delivered.
 */
export async function lettersToFollow(
  db: Db,
  { municipalityId, electionId }: OfElection,
  limit: number,
): Promise<LetterToFollow[]> {
  const { rows } = await sql<LetterToFollow>`
    select l.letter_id as "letterId", l.assignment_id as "assignmentId", l.kind, l.state, d.state as outcome,
      l.facts ? 'correction' as "isCorrection", d.finished_at as "finishedAt", d.receipt
    from bureaus.member_letter l
    join delivery.delivery d on d.municipality_id = l.municipality_id and d.campaign_id = l.campaign_id
      and d.document_id = l.letter_id
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and ((l.state in ('sent', 'undelivered', 'printed') and d.state = 'delivered')
        or (l.state = 'sent' and d.state in ('inactive', 'unreachable', 'refused', 'cancelled')))
    order by l.assignment_id, l.letter_id limit ${limit} for update of l skip locked`.execute(db)
  return rows
}

export type LetterCounts = Readonly<Record<SentLetterState, number>>

/** How many letters are where. */
export async function letterCounts(
  db: Db,
  { municipalityId, electionId }: OfElection,
  kinds: readonly MemberLetterKind[],
): Promise<LetterCounts> {
  const { rows } = await sql<{ state: SentLetterState; count: number }>`
    select l.state, count(*)::integer as count from bureaus.member_letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.kind = any(${[...kinds]}::text[])
    group by l.state`.execute(db)
  const none = { sent: 0, delivered: 0, undelivered: 0, printed: 0, 'handed-over': 0, replaced: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
}

/** A letter in a list: who it is for, and where it is. */
export interface ListedLetter {
  readonly letterId: DocumentId
  readonly assignmentId: AssignmentId
  readonly campaignId: CampaignId
  readonly kind: MemberLetterKind
  readonly version: number
  readonly state: SentLetterState
  readonly sentAt: Date
  readonly settledAt: Date | null
  readonly number: string
  readonly role: SeatRole
  readonly lastName: string
  readonly firstNames: string
  /** Of the instructions that went with it; 0: those of the program; null: none did. */
  readonly instructions: number | null
  /** What delivery made of it; absent once its rows are purged. */
  readonly outcome: DeliveryState | null
}

export interface LettersWanted {
  readonly states: readonly SentLetterState[]
  /** Absent: all of them. */
  readonly limit?: number
  readonly from?: number
}

/** Letters in these states by bureau and name, so many from the n-th on. */
export async function listLetters(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { states, limit, from = 0 }: LettersWanted,
): Promise<ListedLetter[]> {
  const { rows } = await sql<ListedLetter>`
    select l.letter_id as "letterId", l.assignment_id as "assignmentId", l.campaign_id as "campaignId", l.kind, l.version,
      l.state, l.sent_at as "sentAt", l.settled_at as "settledAt", b.number, s.role, m.last_name as "lastName",
      m.first_names as "firstNames", (l.facts -> 'instructions' ->> 'version')::integer as instructions, d.state as outcome
    from bureaus.member_letter l
    join bureaus.assignment a using (municipality_id, election_id, assignment_id)
    join bureaus.seat s using (municipality_id, election_id, seat_id)
    join bureaus.bureau b using (municipality_id, election_id, bureau_id)
    join bureaus.member m using (municipality_id, election_id, member_id)
    left join delivery.delivery d on d.municipality_id = l.municipality_id and d.campaign_id = l.campaign_id
      and d.document_id = l.letter_id
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = any(${[...states]}::text[])
    order by b.kind desc, length(b.number), b.number, m.last_name, m.first_names, l.letter_id
    limit ${limit ?? null} offset ${from}`.execute(db)
  return rows
}

/** The authority that the last letter named: what a form offers next time. */
export async function lastAuthority(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<string | undefined> {
  const { rows } = await sql<{ authority: string }>`
    select l.facts ->> 'authority' as authority from bureaus.member_letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
    order by l.sent_at desc limit 1`.execute(db)
  return rows[0]?.authority
}
