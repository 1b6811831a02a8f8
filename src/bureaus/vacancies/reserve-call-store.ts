import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { MemberId, VolunteerId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'

/** What a call to somebody of the reserve came to. */
export const callOutcomes = ['COMES', 'NO_ANSWER', 'CANNOT'] as const
export type CallOutcome = (typeof callOutcomes)[number]

export interface ReserveCall {
  readonly outcome: CallOutcome
  readonly calledAt: Date
  /** A staff id. */
  readonly calledBy: string
}

/** Whom it was: a member, or a volunteer who sits nowhere. */
export type Called = { readonly memberId: MemberId } | { readonly volunteerId: VolunteerId }

export async function insertReserveCall(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { callId, outcome, calledAt, calledBy, ...called }: ReserveCall & Called & { readonly callId: string },
): Promise<void> {
  const memberId = 'memberId' in called ? called.memberId : null
  const volunteerId = 'volunteerId' in called ? called.volunteerId : null
  await sql`
    insert into bureaus.reserve_call (municipality_id, election_id, call_id, member_id, volunteer_id, outcome, called_at, called_by)
    values (${municipalityId}, ${electionId}, ${callId}, ${memberId}, ${volunteerId}, ${outcome}, ${calledAt},
      ${calledBy})`.execute(db)
}

/** Every call to this person, the first first. */
export async function callsTo(
  db: Db,
  { municipalityId, electionId }: OfElection,
  called: Called,
): Promise<ReserveCall[]> {
  const isTo =
    'memberId' in called ? sql`c.member_id = ${called.memberId}` : sql`c.volunteer_id = ${called.volunteerId}`
  const { rows } = await sql<ReserveCall>`
    select c.outcome, c.called_at as "calledAt", c.called_by as "calledBy" from bureaus.reserve_call c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId} and ${isTo}
    order by c.called_at, c.call_id`.execute(db)
  return rows
}
