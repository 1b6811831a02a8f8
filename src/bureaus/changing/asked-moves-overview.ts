import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, SeatId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'

/** A move that somebody asked for and nobody decided on. */
export interface AskedMove {
  readonly assignmentId: AssignmentId
  readonly lastName: string
  readonly firstNames: string
  readonly from: PlaceInBureau
  readonly to: PlaceInBureau & { readonly seatId: SeatId; readonly isTaken: boolean }
  readonly askedBy: string
  readonly askedAt: Date
  readonly reason: string
}

export interface PlaceInBureau {
  readonly kind: KeptKind
  readonly number: string
  readonly role: SeatRole
  readonly ordinal: number
}

const place = (seat: string, bureau: string) =>
  sql.raw(
    `jsonb_build_object('kind', ${bureau}.kind, 'number', ${bureau}.number, 'role', ${seat}.role, 'ordinal', ${seat}.ordinal)`,
  )

/** What waits for who decides, the first asked first. A seat that was given up since is not among them. */
export async function askedMoves(
  db: Db,
  { municipalityId, electionId }: OfElection,
  only?: AssignmentId,
): Promise<AskedMove[]> {
  const { rows } = await sql<AskedMove>`
    select a.assignment_id as "assignmentId", m.last_name as "lastName", m.first_names as "firstNames",
      ${place('s', 'b')} as "from", ${place('t', 'c')} || jsonb_build_object('seatId', t.seat_id, 'isTaken', exists (
        select from bureaus.assignment o where o.municipality_id = t.municipality_id and o.election_id = t.election_id
          and o.seat_id = t.seat_id and o.designation in ('PROPOSED', 'DESIGNATED'))) as "to",
      e.actor as "askedBy", e.happened_at as "askedAt", e.reason
    from bureaus.assignment a
    join lateral (
      select x.transition, x.actor, x.happened_at, x.reason, x.details from bureaus.assignment_event x
      where x.municipality_id = a.municipality_id and x.election_id = a.election_id and x.assignment_id = a.assignment_id
        and x.transition in ('ask-move', 'refuse-move') order by x.version desc limit 1) e on e.transition = 'ask-move'
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id and b.bureau_id = s.bureau_id
    join bureaus.seat t on t.municipality_id = a.municipality_id and t.election_id = a.election_id
      and t.seat_id = (e.details ->> 'toSeat')::uuid and t.given_up_at is null
    join bureaus.bureau c on c.municipality_id = t.municipality_id and c.election_id = t.election_id and c.bureau_id = t.bureau_id
    join bureaus.member m on m.municipality_id = a.municipality_id and m.election_id = a.election_id and m.member_id = a.member_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.designation = 'DESIGNATED'
      and a.attendance = 'UNKNOWN' and ${only ? sql`a.assignment_id = ${only}` : sql`true`}
    order by e.happened_at, a.assignment_id`.execute(db)
  return rows.map((row) => ({ ...row, askedAt: new Date(row.askedAt) }))
}

/** The move that is asked for who has this assignment; nothing where there is none. */
export async function askedMoveOf(
  db: Db,
  election: OfElection,
  assignmentId: AssignmentId,
): Promise<AskedMove | undefined> {
  return (await askedMoves(db, election, assignmentId))[0]
}
