import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { currentList } from '../../voters/index.ts'
import { currentDraw } from '../drawing/draw-store.ts'
import { unitOfListA } from '../drawing/kept-draw.ts'
import { isCandidate, isOnListA, isProposed } from './drawn-voter-overview.ts'

/** What there is of list B in one section. */
export interface ListBSection {
  readonly section: number
  /** Drawn for the list. */
  readonly places: number
  /** Out of whom was drawn: the rest of them is the queue. */
  readonly people: number
}

/** Section by section; nothing: nothing is drawn yet. */
export async function listBSections(db: Db, election: Election): Promise<ListBSection[] | undefined> {
  const draw = await currentDraw(db, election)
  if (draw?.state !== 'DRAWN') return undefined
  return draw.frozen.units
    .filter(({ unit }) => unit !== unitOfListA)
    .map(({ unit, places, people }) => ({ section: Number(unit.replace(/^section-/, '')), places, people }))
    .toSorted((one, other) => one.section - other.section)
}

/** Somebody in the order of a section, with what keeps them from being called now. */
export interface DrawnVoter {
  readonly rank: number
  readonly lastName: string
  readonly firstNames: string
  readonly isStruck: boolean
  readonly isCandidate: boolean
  readonly isOnListA: boolean
  /** Was proposed for a seat: whoever it is comes once. */
  readonly isProposed: boolean
}

export const drawnPerPage = 50

/** The order of a section from after a rank on, with one more than fits on a page when there is more. */
export async function drawnOfSection(
  db: Db,
  election: Election,
  { section, after }: { readonly section: number; readonly after: number },
): Promise<DrawnVoter[]> {
  const { municipalityId, electionId } = election
  const draw = await currentDraw(db, election)
  const list = await currentList(db, municipalityId, electionId)
  if (draw?.state !== 'DRAWN' || !list) return []
  const { rows } = await sql<DrawnVoter>`
    select d.rank, v.last_name as "lastName", v.first_names as "firstNames", v.state = 'struck' as "isStruck",
      ${isCandidate} as "isCandidate", ${isOnListA} as "isOnListA", ${isProposed} as "isProposed"
    from bureaus.drawn_person d
    join voters.voter v on v.municipality_id = d.municipality_id and v.election_id = d.election_id
      and v.list_id = ${list.listId} and v.nrn_index = d.nrn_index
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId} and d.draw_id = ${draw.drawId}
      and d.unit = ${`section-${section}`} and d.rank > ${after}
    order by d.rank limit ${drawnPerPage + 1}`.execute(db)
  return rows
}
