import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Address } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import { currentList } from '../../voters/index.ts'
import { currentDraw } from '../drawing/draw-store.ts'
import { unitOfListA } from '../drawing/kept-draw.ts'
import { isCandidate, isOnListA } from './drawn-voter-overview.ts'
import type { DroppedOut } from './handed-list.ts'

export interface PersonOnListB {
  readonly unit: string
  readonly section: number
  readonly rank: number
  /** The pseudonym of the draw, as hexadecimal digits. */
  readonly person: string
  readonly lastName: string
  readonly firstNames: string
  readonly birthDate: string | null
  /** Nothing: others may not learn it. */
  readonly address: Address | null
  readonly nrnCipher: Buffer
}

/**
 * List B as it is today: of each section the first in the order of the draw who are voters there still, stand for nothing and are not on
 * list A. Who is passed over stays in the order, and the next in the queue takes the place.
 */
export async function peopleOfListB(db: Db, election: Election): Promise<PersonOnListB[]> {
  const drawn = await drawnUnits(db, election)
  if (!drawn) return []
  const { municipalityId, electionId } = election
  const { rows } = await sql<PersonOnListB>`
    select one.unit, one.section, one.rank, one.person, one.last_name as "lastName", one.first_names as "firstNames",
      one.birth_date as "birthDate", one.address, one.nrn_cipher as "nrnCipher"
    from (
      select w.unit, w.section, w.places, d.rank, encode(d.pseudonym, 'hex') as person, v.last_name, v.first_names,
        v.birth_date, v.nrn_cipher, case when v.address_kind is distinct from 'PROTECTED' then v.list_address end as address,
        row_number() over (partition by w.unit order by d.rank) as place
      from ${unitsOf(drawn)}
      join bureaus.drawn_person d on d.municipality_id = ${municipalityId} and d.election_id = ${electionId}
        and d.draw_id = ${drawn.drawId} and d.unit = w.unit
      join voters.voter v on v.municipality_id = d.municipality_id and v.election_id = d.election_id
        and v.list_id = ${drawn.listId} and v.nrn_index = d.nrn_index
      where v.state <> 'struck' and not ${isCandidate} and not ${isOnListA}) one
    where one.place <= one.places
    order by one.section, one.rank`.execute(db)
  return rows
}

/** Who was drawn as one of the first of a section and is not on list B, with why, in the order of the law's reasons. */
export async function droppedOutOfListB(db: Db, election: Election): Promise<DroppedOut[]> {
  const drawn = await drawnUnits(db, election)
  if (!drawn) return []
  const { municipalityId, electionId } = election
  const { rows } = await sql<{ [Field in keyof DroppedOut]-?: DroppedOut[Field] | null }>`
    select one.* from (
      select w.section, d.rank, v.last_name as "lastName", v.first_names as "firstNames",
        case when v.voter_id is null then 'no-voter' when v.state = 'struck' then 'struck'
          when ${isCandidate} then 'candidate' when ${isOnListA} then 'on-list-a' end as why
      from ${unitsOf(drawn)}
      join bureaus.drawn_person d on d.municipality_id = ${municipalityId} and d.election_id = ${electionId}
        and d.draw_id = ${drawn.drawId} and d.unit = w.unit and d.rank <= w.places
      left join voters.voter v on v.municipality_id = d.municipality_id and v.election_id = d.election_id
        and v.list_id = ${drawn.listId} and v.nrn_index = d.nrn_index) one
    where one.why is not null
    order by one.section, one.rank`.execute(db)
  return rows.map(
    (row) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as DroppedOut,
  )
}

async function drawnUnits(db: Db, election: Election) {
  const draw = await currentDraw(db, election)
  const list = await currentList(db, election.municipalityId, election.electionId)
  if (draw?.state !== 'DRAWN' || !list) return undefined
  const units = draw.frozen.units.filter(({ unit }) => unit !== unitOfListA)
  return { drawId: draw.drawId, listId: list.listId, units }
}

function unitsOf({ units }: NonNullable<Awaited<ReturnType<typeof drawnUnits>>>) {
  const sections = units.map(({ unit }) => Number(unit.replace(/^section-/, '')))
  return sql`unnest(${units.map(({ unit }) => unit)}::text[], ${sections}::integer[],
      ${units.map(({ places }) => places)}::integer[]) as w (unit, section, places)`
}
