import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, DocumentId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import type { OfRules } from '../may-not-sit-overview.ts'
import { isToCall, type ListedLetter } from './member-letter-overview.ts'
import type { SentLetterState } from './sent-letter.ts'

export const lettersPerPage = 50

export interface LettersAsked {
  readonly states: readonly SentLetterState[]
  /** The letter that the page before ended with. */
  readonly after?: DocumentId | undefined
}

const place = sql`case b.kind when 'POLLING' then 0 when 'COUNTING' then 1 else 2 end, length(b.number), b.number, m.last_name,
  m.first_names, l.letter_id`

const tables = sql`
  bureaus.member_letter l
  join bureaus.assignment a using (municipality_id, election_id, assignment_id)
  join bureaus.seat s using (municipality_id, election_id, seat_id)
  join bureaus.bureau b using (municipality_id, election_id, bureau_id)
  join bureaus.member m using (municipality_id, election_id, member_id)`

const columns = sql`
  l.letter_id as "letterId", l.assignment_id as "assignmentId", l.campaign_id as "campaignId", l.kind, l.version, l.state,
  l.sent_at as "sentAt", l.settled_at as "settledAt", b.number, s.role, m.last_name as "lastName", m.first_names as "firstNames",
  (l.facts -> 'instructions' ->> 'version')::integer as instructions, d.state as outcome`

const delivery = sql`
  left join delivery.delivery d on d.municipality_id = l.municipality_id and d.campaign_id = l.campaign_id
    and d.document_id = l.letter_id`

/** A page of letters by bureau and name, with one more than fits when there is more. */
export async function lettersPage(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { states, after }: LettersAsked,
): Promise<ListedLetter[]> {
  const ofElection = sql`l.municipality_id = ${municipalityId} and l.election_id = ${electionId}`
  const further = after
    ? sql`(${place}) > (select ${place} from ${tables} where ${ofElection} and l.letter_id = ${after})`
    : sql`true`
  const { rows } = await sql<ListedLetter>`
    select ${columns} from ${tables} ${delivery}
    where ${ofElection} and l.state = any(${[...states]}::text[]) and ${further}
    order by ${place} limit ${lettersPerPage + 1}`.execute(db)
  return rows
}

/** One letter, as a list shows it. */
export async function letterFacts(
  db: Db,
  { municipalityId, electionId }: OfElection,
  letterId: DocumentId,
): Promise<ListedLetter | undefined> {
  const { rows } = await sql<ListedLetter>`
    select ${columns} from ${tables} ${delivery}
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.letter_id = ${letterId}`.execute(
    db,
  )
  return rows[0]
}

/** Somebody of each role who is still to be called, and how many they are. */
export interface RoleToCall {
  readonly kind: KeptKind
  readonly role: SeatRole
  readonly people: number
  readonly example: AssignmentId
}

export async function rolesToCall(db: Db, election: OfRules): Promise<RoleToCall[]> {
  const { municipalityId, electionId } = election
  const { rows } = await sql<RoleToCall>`
    select b.kind, s.role, count(*)::integer as people, (array_agg(a.assignment_id order by a.assignment_id))[1] as example
    from bureaus.assignment a
    join bureaus.seat s using (municipality_id, election_id, seat_id)
    join bureaus.bureau b using (municipality_id, election_id, bureau_id)
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and ${await isToCall(db, election)}
    group by b.kind, s.role order by b.kind desc, s.role`.execute(db)
  return rows
}

/** Somebody who is to be called and whose address nobody knows. */
export interface WithoutAddress {
  readonly assignmentId: AssignmentId
  readonly lastName: string
  readonly firstNames: string
  readonly role: SeatRole
  readonly number: string
}

/** Who can't be called for want of an address, by bureau and name. */
export async function withoutAddress(db: Db, election: OfRules): Promise<WithoutAddress[]> {
  const { municipalityId, electionId } = election
  const { rows } = await sql<WithoutAddress>`
    select a.assignment_id as "assignmentId", m.last_name as "lastName", m.first_names as "firstNames", s.role, b.number
    from bureaus.assignment a
    join bureaus.seat s using (municipality_id, election_id, seat_id)
    join bureaus.bureau b using (municipality_id, election_id, bureau_id)
    join bureaus.member m using (municipality_id, election_id, member_id)
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and ${await isToCall(db, election)}
      and m.address is null
    order by length(b.number), b.number, m.last_name, m.first_names, a.assignment_id`.execute(db)
  return rows
}
