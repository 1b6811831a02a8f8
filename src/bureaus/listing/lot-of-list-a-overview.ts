import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import { type KeptDraw, unitOfListA } from '../drawing/kept-draw.ts'

/** What the order of list A by lot follows from. */
export type LotOfListA = Pick<KeptDraw, 'drawId' | 'frozen' | 'seed'>

/** Of `bureaus.listed_person p`: the place in the draw; nothing for who came on list A, or could be called, only after it was fixed. */
function drawnRank({ municipalityId, electionId }: OfElection, { drawId }: LotOfListA) {
  return sql`(
    select d.rank from bureaus.drawn_person d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId}
      and d.draw_id = ${drawId} and d.unit = ${unitOfListA} and d.nrn_index = p.nrn_index)`
}

/**
 * Who came later stands behind everybody who was drawn, by a lot of the same seed: nobody chooses that either, for it is made with a
 * number that only this installation can make of a person.
 */
function laterLot({ frozen, seed = '' }: LotOfListA) {
  return sql`sha256(convert_to(${`${seed}/${frozen.drawId}/${unitOfListA}-later/`} || encode(p.nrn_index, 'hex'), 'UTF8'))`
}

/** List A in the order of a draw, for `order by`: who was drawn, then who came later. */
export function orderByLot(election: OfElection, draw: LotOfListA): RawBuilder<unknown> {
  return sql`${drawnRank(election, draw)} nulls last, ${laterLot(draw)}`
}

/** The place of everybody on list A in that order, by look-up index as hexadecimal digits: as drawn, and behind the last of them. */
export async function placesByLot(
  db: Db,
  election: OfElection,
  draw: LotOfListA,
): Promise<ReadonlyMap<string, number>> {
  const { municipalityId, electionId } = election
  const drawn = draw.frozen.units.find(({ unit }) => unit === unitOfListA)?.people ?? 0
  const { rows } = await sql<{ person: string; place: number }>`
    select encode(one.nrn_index, 'hex') as person,
      coalesce(one.rank, ${drawn}::integer + row_number() over (partition by one.rank is null order by one.lot))::integer as place
    from (
      select p.nrn_index, ${drawnRank(election, draw)} as rank, ${laterLot(draw)} as lot
      from bureaus.listed_person p
      where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}) one`.execute(db)
  return new Map(rows.map(({ person, place }) => [person, place]))
}
