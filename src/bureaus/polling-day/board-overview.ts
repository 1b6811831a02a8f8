import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, BureauId, MemberId } from '../../platform/ids.ts'
import { type KeptKind, type SeatRole, seatRoles } from '../bureau-rules.ts'
import type { Checkpoint } from './checkpoints.ts'
import type { MissingRole } from './day-of-bureau.ts'

/** How one bureau stands on the day, without who sits there. */
export interface BoardRow {
  readonly bureauId: BureauId
  readonly kind: KeptKind
  /** Which it is of its kind, as `S` of counting bureaus. */
  readonly code: string
  readonly district: string | null
  readonly number: string
  readonly place: string | null
  readonly seats: number
  readonly there: number
  readonly missing: readonly MissingRole[]
  readonly last: Checkpoint | null
  readonly incidents: number
}

/** Every bureau that meets on the day, polling bureaus by number first. Counted by the database: no person comes along. */
export async function dayBoard(db: Db, { municipalityId, electionId }: Election): Promise<BoardRow[]> {
  const { rows } = await sql<Omit<BoardRow, 'missing'> & { empty: readonly SeatRole[] }>`
    with seats as (
      select s.bureau_id, count(*)::integer as seats, count(a.seat_id)::integer as there,
        coalesce(array_agg(s.role) filter (where a.seat_id is null and not s.optional and s.role <> 'SUBSTITUTE'),
          '{}') as empty
      from bureaus.seat s
      left join bureaus.assignment a on a.municipality_id = s.municipality_id and a.election_id = s.election_id
        and a.seat_id = s.seat_id and a.designation = 'DESIGNATED' and a.attendance in ('PRESENT', 'LATE')
      where s.municipality_id = ${municipalityId} and s.election_id = ${electionId} and s.given_up_at is null
      group by s.bureau_id)
    select b.bureau_id as "bureauId", b.kind, b.code, b.district, b.number, b.place, coalesce(s.seats, 0) as seats,
      coalesce(s.there, 0) as there, coalesce(s.empty, '{}') as empty,
      (select c.checkpoint from bureaus.checkpoint c
       where c.municipality_id = b.municipality_id and c.election_id = b.election_id and c.bureau_id = b.bureau_id
       order by c.reached_at desc limit 1) as last,
      (select count(*)::integer from bureaus.incident i
       where i.municipality_id = b.municipality_id and i.election_id = b.election_id and i.bureau_id = b.bureau_id)
        as incidents
    from bureaus.bureau b left join seats s on s.bureau_id = b.bureau_id
    where b.municipality_id = ${municipalityId} and b.election_id = ${electionId} and b.given_up_at is null
      and b.kind <> 'RESERVE'
    order by array_position(array['POLLING', 'COUNTING', 'MAIN'], b.kind), b.code, length(b.number), b.number`.execute(
    db,
  )
  return rows.map(({ empty, ...row }) => ({ ...row, missing: countedByRole(empty) }))
}

function countedByRole(empty: readonly SeatRole[]): MissingRole[] {
  return seatRoles.flatMap((role) => {
    const count = empty.filter((one) => one === role).length
    return count > 0 ? [{ role, count }] : []
  })
}

/** Somebody who could be sent to a seat. */
export interface Reserve {
  readonly assignmentId: AssignmentId
  readonly memberId: MemberId
  readonly lastName: string
  readonly firstNames: string
  readonly role: SeatRole
  readonly kind: KeptKind
  readonly number: string
  readonly place: string | null
  readonly isThere: boolean
  /** Whose voters vote in their bureau, or the code of its building: where on the map they are. */
  readonly section: number | null
  readonly placeCode: string | null
}

/** Deputy chairs and substitutes who can be called up to a seat of this bureau: its own and those of its building first. */
export async function reservesFor(
  db: Db,
  { municipalityId, electionId }: Election,
  { bureauId, kind, place, role }: Pick<BoardRow, 'bureauId' | 'kind' | 'place'> & { role: SeatRole },
): Promise<Reserve[]> {
  const wanted: SeatRole = role === 'CHAIR' ? 'DEPUTY_CHAIR' : 'SUBSTITUTE'
  const { rows } = await sql<Reserve>`
    select a.assignment_id as "assignmentId", a.member_id as "memberId", m.last_name as "lastName",
      m.first_names as "firstNames", s.role, b.kind, b.number, b.place, b.section,
      b.place_code as "placeCode",
      a.attendance in ('PRESENT', 'LATE') as "isThere"
    from bureaus.assignment a
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id
      and b.bureau_id = s.bureau_id
    join bureaus.member m on m.municipality_id = a.municipality_id and m.election_id = a.election_id
      and m.member_id = a.member_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.designation = 'DESIGNATED'
      and a.confirmed and a.reply <> 'EXCUSE_PENDING' and a.attendance in ('UNKNOWN', 'PRESENT', 'LATE')
      and s.role = ${wanted} and (b.kind = ${kind} or (b.kind = 'RESERVE' and b.code = ${kind}))
    order by b.bureau_id = ${bureauId} desc, b.place is not distinct from ${place}::text desc, "isThere" desc,
      length(b.number), b.number, s.ordinal`.execute(db)
  return rows
}
