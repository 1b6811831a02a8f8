import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, DocumentId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { MemberLetterKind, ToldSeat } from './member-letter-facts.ts'
import { caseColumns, caseTables, type LetterCase } from './member-letter-overview.ts'
import { callingLetters } from './sent-letter.ts'

/** What a call told of the seat, and whose decision it named. */
export interface ToldCall {
  readonly letterId: DocumentId
  readonly kind: MemberLetterKind
  readonly sentAt: Date
  readonly told: ToldSeat
  readonly authority: string
  readonly decidedOn: string
}

/** Somebody who was called, as a letter of now would be made for them, with what they were told. */
export interface CalledCase extends LetterCase {
  /** The last call that was sent. */
  readonly last: ToldCall
  /** The last that arrived, as far as is known. */
  readonly arrived: ToldCall | null
}

const calls = [...callingLetters]
const told = sql`
  l.letter_id as "letterId", l.kind, l.sent_at as "sentAt", l.facts ->> 'authority' as authority,
  l.facts ->> 'decidedOn' as "decidedOn", jsonb_build_object('kind', l.facts -> 'kind', 'role', l.facts -> 'role', 'bureau',
    l.facts -> 'bureau') || case when l.facts ? 'where' then jsonb_build_object('where', l.facts -> 'where') else '{}' end
    || case when l.facts ? 'standbyFrom' then jsonb_build_object('standbyFrom', l.facts -> 'standbyFrom') else '{}' end as told`
const ofAssignment = sql`l.municipality_id = a.municipality_id and l.election_id = a.election_id
  and l.assignment_id = a.assignment_id and l.kind = any(${calls}::text[])`

/** Who is designated, called and not come yet, in order of assignment, from after `after`. */
export async function calledCases(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { after, limit }: { readonly after?: AssignmentId | undefined; readonly limit?: number | undefined } = {},
): Promise<CalledCase[]> {
  const { rows } = await sql<Omit<CalledCase, 'last' | 'arrived'> & { last: Row; arrived: Row | null }>`
    select ${caseColumns}, to_jsonb(last) as last, to_jsonb(came) as arrived
    from ${caseTables}
    join lateral (select ${told} from bureaus.member_letter l where ${ofAssignment}
      order by l.sent_at desc, l.version desc limit 1) last on true
    left join lateral (select ${told} from bureaus.member_letter l
      where ${ofAssignment} and l.state in ('delivered', 'handed-over') order by l.sent_at desc, l.version desc limit 1) came on true
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.designation = 'DESIGNATED'
      and a.attendance = 'UNKNOWN' and a.assignment_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by a.assignment_id limit ${limit ?? null}`.execute(db)
  return rows.map((row) => ({
    ...row,
    last: fromRow(row.last),
    arrived: row.arrived && fromRow(row.arrived),
  }))
}

/** The last call to each of these in a seat that they were moved from. */
export async function callsBeforeMove(
  db: Db,
  { municipalityId, electionId }: OfElection,
  assignments: readonly AssignmentId[],
): Promise<ReadonlyMap<AssignmentId, ToldCall>> {
  const { rows } = await sql<{ to: AssignmentId; call: Row }>`
    select n.assignment_id as "to", to_jsonb(last) as call
    from bureaus.assignment n
    join bureaus.assignment a on a.municipality_id = n.municipality_id and a.election_id = n.election_id
      and a.assignment_id = n.replaces and a.member_id = n.member_id and a.designation = 'REPLACED'
    join lateral (select ${told} from bureaus.member_letter l where ${ofAssignment}
      order by l.sent_at desc, l.version desc limit 1) last on true
    where n.municipality_id = ${municipalityId} and n.election_id = ${electionId} and not n.called_up
      and n.assignment_id = any(${assignments}::uuid[])`.execute(db)
  return new Map(rows.map(({ to, call }) => [to, fromRow(call)]))
}

type Row = Omit<ToldCall, 'sentAt'> & { readonly sentAt: string }

function fromRow(row: Row): ToldCall {
  return { ...row, sentAt: new Date(row.sentAt) }
}
