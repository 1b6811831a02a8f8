import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Address } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import { currentList } from '../../voters/index.ts'
import type { SealedMember } from '../assignments/member-store.ts'
import { currentDraw } from '../drawing/draw-store.ts'
import { unitOfListA } from '../drawing/kept-draw.ts'
import { mayStillBeCalled } from '../listing/drawn-voter-overview.ts'

export interface DrawnToSeat extends SealedMember {
  readonly section: number
  readonly rank: number
  /** To tell who lives together; of a protected address nothing is told. */
  readonly household: Address | undefined
}

type Row = { readonly [Field in keyof DrawnToSeat]-?: Exclude<DrawnToSeat[Field], undefined> | null }

/** The first in the order of each section who may still be called, as many as list B names or as the section has seats. */
export async function drawnToSeat(
  db: Db,
  election: Election,
  seats: ReadonlyMap<number | undefined, number>,
): Promise<DrawnToSeat[]> {
  const { municipalityId, electionId } = election
  const draw = await currentDraw(db, election)
  const list = await currentList(db, municipalityId, electionId)
  if (draw?.state !== 'DRAWN' || !list) return []
  const units = draw.frozen.units
    .filter(({ unit }) => unit !== unitOfListA)
    .map(({ unit, places }) => ({ unit, section: Number(unit.replace(/^section-/, '')), places }))
    .map((one) => ({ ...one, places: Math.max(one.places, seats.get(one.section) ?? 0) }))
  const { rows } = await sql<Row>`
    select u.section, d.rank, d."lastName", d."firstNames", d."birthDate", d."nrnCipher", d."nrnIndex", d."voterId",
      d.address, d.address as household
    from unnest(${units.map(({ unit }) => unit)}::text[], ${units.map(({ section }) => section)}::integer[],
                ${units.map(({ places }) => places)}::integer[]) as u (unit, section, places)
    cross join lateral (
      select d.rank, v.last_name as "lastName", v.first_names as "firstNames", v.birth_date as "birthDate",
        v.nrn_cipher as "nrnCipher", v.nrn_index as "nrnIndex", v.voter_id as "voterId",
        case when v.address_kind is distinct from 'PROTECTED' then v.list_address end as address
      from bureaus.drawn_person d
      join voters.voter v on v.municipality_id = d.municipality_id and v.election_id = d.election_id
        and v.list_id = ${list.listId} and v.nrn_index = d.nrn_index
      where d.municipality_id = ${municipalityId} and d.election_id = ${electionId} and d.draw_id = ${draw.drawId}
        and d.unit = u.unit and d.rank is not null and ${mayStillBeCalled}
      order by d.rank limit u.places) d
    order by u.section, d.rank`.execute(db)
  return rows.map(
    (row) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as DrawnToSeat,
  )
}
