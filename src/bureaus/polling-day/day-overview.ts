import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, BureauId, MemberId } from '../../platform/ids.ts'
import { seatRoles } from '../bureau-rules.ts'
import { placeOfBureau, roomOfBureau, whereItSits } from '../where-it-sits-overview.ts'
import type { BureauFacts, DaySeat, Standing } from './day-of-bureau.ts'

export async function bureauFacts(
  db: Db,
  { municipalityId, electionId }: Election,
  bureauId: BureauId,
): Promise<BureauFacts | undefined> {
  const { rows } = await sql<BureauFacts>`
    select b.bureau_id as "bureauId", b.kind, b.number, b.voting_mode as "votingMode", b.section,
      ${placeOfBureau} as place, ${roomOfBureau} as room
    from bureaus.bureau b ${whereItSits}
    where b.municipality_id = ${municipalityId} and b.election_id = ${electionId} and b.bureau_id = ${bureauId}
      and b.given_up_at is null`.execute(db)
  return rows[0]
}

export type SeatRow = Pick<DaySeat, 'seatId' | 'role' | 'ordinal' | 'optional'> & {
  readonly assignmentId: AssignmentId | null
  readonly memberId: MemberId
  readonly lastName: string
  readonly firstNames: string
  readonly attendance: 'UNKNOWN' | Exclude<Standing, 'EXPECTED' | 'ASKING'>
  readonly reply: string
  readonly origin: string
  readonly designatedAt: Date
  readonly arrival: { readonly arrivedAt?: string; readonly minutesLate?: number } | null
  /** When and why somebody who is gone went: sent home, or by themselves. */
  readonly gone: { readonly at: string; readonly reason: string } | null
  readonly swornAt: Date | null
}

/** Every seat with who is designated for it; who came before being called up to it, came then. */
export async function seatRows(
  db: Db,
  { municipalityId, electionId }: Election,
  bureauId: BureauId,
): Promise<SeatRow[]> {
  const { rows } = await sql<SeatRow>`
    select s.seat_id as "seatId", s.role, s.ordinal, s.optional, a.assignment_id as "assignmentId",
      a.member_id as "memberId", m.last_name as "lastName", m.first_names as "firstNames", a.attendance, a.reply, a.origin,
      a.designated_at as "designatedAt", o.sworn_at as "swornAt",
      (select e.details from bureaus.assignment_event e
       where e.municipality_id = a.municipality_id and e.election_id = a.election_id
         and e.assignment_id in (a.assignment_id, a.replaces)
         and e.transition in ('check-in', 'check-in-late', 'correct-to-present', 'correct-to-late')
       order by e.assignment_id = a.assignment_id desc, e.version desc limit 1) as arrival,
      case when a.attendance in ('DISMISSED', 'LEFT') then
        (select jsonb_build_object('at', e.happened_at, 'reason', e.reason) from bureaus.assignment_event e
         where e.municipality_id = a.municipality_id and e.election_id = a.election_id
           and e.assignment_id = a.assignment_id and e.transition in ('dismiss', 'leave')
         order by e.version desc limit 1) end as gone
    from bureaus.seat s
    left join bureaus.assignment a on a.municipality_id = s.municipality_id and a.election_id = s.election_id
      and a.seat_id = s.seat_id and a.designation = 'DESIGNATED'
    left join bureaus.member m on m.municipality_id = a.municipality_id and m.election_id = a.election_id
      and m.member_id = a.member_id
    left join bureaus.oath o on o.municipality_id = a.municipality_id and o.election_id = a.election_id
      and o.bureau_id = s.bureau_id and o.member_id = a.member_id
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId} and s.bureau_id = ${bureauId}
      and s.given_up_at is null
    order by array_position(${[...seatRoles]}::text[], s.role), s.ordinal, a.assignment_id`.execute(db)
  return rows
}

export async function bureauIdOf(
  db: Db,
  { municipalityId, electionId }: Election,
  number: string,
): Promise<BureauId | undefined> {
  const { rows } = await sql<{ bureauId: BureauId }>`
    select b.bureau_id as "bureauId" from bureaus.bureau b
    where b.municipality_id = ${municipalityId} and b.election_id = ${electionId} and b.number = ${number}
      and b.given_up_at is null`.execute(db)
  return rows[0]?.bureauId
}
