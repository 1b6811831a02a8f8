import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'
import { listOf } from '../assignments/assignment-store.ts'
import { outOfSeat } from '../assignments/axes.ts'
import type { Granted } from '../authorities/authority.ts'
import { type SeatRole, seatRoles } from '../bureau-rules.ts'
import type { BoardRow } from '../polling-day/board-overview.ts'
import type { MissingRole } from '../polling-day/day-of-bureau.ts'

/** These run in the scope of an authority: the database shows of each municipality what was granted to it, and nobody's name. */

export interface AreaGrant extends Granted {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  /** Of the court or main bureau, as that municipality calls it. */
  readonly name: string
}

/** Which elections of which municipalities are granted to the authority of this scope. */
export async function areaGrants(db: Db): Promise<AreaGrant[]> {
  const { rows } = await sql<AreaGrant & { district: string | null }>`
    select g.municipality_id as "municipalityId", g.election_id as "electionId", g.kind, g.district, g.name
    from bureaus.authority g order by g.municipality_id`.execute(db)
  return rows.map(({ district, ...grant }) => ({ ...grant, ...(district !== null && { district }) }))
}

/** A bureau of the area: how far its seats are filled, and how it stands on its day. */
export interface AreaBureau extends BoardRow {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  /** Seats that the law asks for and that nobody has or is proposed for, by role. */
  readonly vacant: readonly MissingRole[]
  /** Proposals that wait for a signature. */
  readonly proposed: number
  /** Members who asked to be excused, and for whom nobody decided. */
  readonly asking: number
  readonly lastAt: Date | null
}

type Row = Omit<AreaBureau, 'missing' | 'vacant'> & Record<'empty' | 'vacant', readonly SeatRole[]>

/** Every bureau of these elections, reserves too; what is not granted is not among them, whatever is asked. */
export async function areaBureaus(db: Db, elections: readonly ElectionId[]): Promise<AreaBureau[]> {
  const { rows } = await sql<Row>`
    select b.municipality_id as "municipalityId", b.election_id as "electionId", b.bureau_id as "bureauId", b.kind, b.code,
      b.district, b.number, b.place, s.seats, s.there,
      s.proposed, s.asking, s.vacant, s.empty, c.checkpoint as last, c.reached_at as "lastAt",
      (select count(*)::integer from bureaus.incident i
       where i.municipality_id = b.municipality_id and i.election_id = b.election_id and i.bureau_id = b.bureau_id)
        as incidents
    from bureaus.authority g
    join bureaus.bureau b on b.municipality_id = g.municipality_id and b.election_id = g.election_id
    cross join lateral (
      select count(*)::integer as seats, (count(*) filter (where a.is_there))::integer as there,
        (count(*) filter (where a.designation = 'PROPOSED'))::integer as proposed,
        (count(*) filter (where a.reply = 'EXCUSE_PENDING'))::integer as asking,
        coalesce(array_agg(s.role) filter (where a.seat_id is null and not s.optional), '{}') as vacant,
        coalesce(array_agg(s.role) filter (where a.is_there is not true and not s.optional and s.role <> 'SUBSTITUTE'),
          '{}') as empty
      from bureaus.seat s
      left join (
        select a.*, a.designation = 'DESIGNATED' and a.attendance in ('PRESENT', 'LATE') as is_there
        from bureaus.assignment a
        where a.designation in ('PROPOSED', 'DESIGNATED') and a.attendance not in (${listOf(outOfSeat)})) a
        on a.municipality_id = s.municipality_id and a.election_id = s.election_id and a.seat_id = s.seat_id
      where s.municipality_id = b.municipality_id and s.election_id = b.election_id and s.bureau_id = b.bureau_id
        and s.given_up_at is null) s
    left join lateral (
      select p.checkpoint, p.reached_at from bureaus.checkpoint p
      where p.municipality_id = b.municipality_id and p.election_id = b.election_id and p.bureau_id = b.bureau_id
      order by p.reached_at desc limit 1) c on true
    where g.election_id = any (${elections}::uuid[]) and b.given_up_at is null
    order by b.municipality_id, array_position(array['POLLING', 'COUNTING', 'MAIN', 'RESERVE'], b.kind), b.code,
      length(b.number), b.number`.execute(db)
  return rows.map(({ empty, vacant, ...row }) => ({
    ...row,
    missing: countedByRole(empty),
    vacant: countedByRole(vacant),
  }))
}

function countedByRole(roles: readonly SeatRole[]): MissingRole[] {
  return seatRoles.flatMap((role) => {
    const count = roles.filter((one) => one === role).length
    return count > 0 ? [{ role, count }] : []
  })
}
