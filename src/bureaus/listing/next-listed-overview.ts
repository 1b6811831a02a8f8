import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { type ListA, type PersonOnListA, selectListed } from './listed-overview.ts'
import { type LotOfListA, orderByLot } from './lot-of-list-a-overview.ts'

/** So many are looked at together: nearly always the first of them can be called. */
const portion = 20

/**
 * The first of list A who can be called and never was proposed for a seat: by the order of the law, or by that of a draw. The database
 * puts them in order, so that a list of thousands is not read for each seat.
 */
export async function firstListedNotCalled(
  db: Db,
  list: ListA,
  draw?: LotOfListA,
): Promise<PersonOnListA | undefined> {
  const order = draw ? orderByLot(list.election, draw) : legalOrder(list)
  for (let offset = 0; ; offset += portion) {
    const people = await selectListed(db, list, neverCalled, { order, limit: portion, offset })
    const able = people.find(({ whyNot }) => whyNot.length === 0)
    if (able || people.length < portion) return able
  }
}

const neverCalled = sql`not exists (
  select from bureaus.member m
  join bureaus.assignment a on a.municipality_id = m.municipality_id and a.election_id = m.election_id
    and a.member_id = m.member_id
  where m.municipality_id = p.municipality_id and m.election_id = p.election_id and m.nrn_index = p.nrn_index)`

/** As `byLegalOrder` says: the first category first, and within it who comes first on the roll; who has no place comes last. */
function legalOrder({ rules }: ListA): RawBuilder<unknown> {
  return sql`(
    select min(coalesce(array_position(${[...rules.categories.value]}::text[], e.category), 0)::bigint * 4294967296
               + coalesce(e.place, 4294967295))
    from bureaus.list_entry e
    where e.municipality_id = p.municipality_id and e.election_id = p.election_id and e.person_id = p.person_id)`
}
