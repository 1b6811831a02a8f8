import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import { currentDraw, pseudonymsOf } from '../drawing/draw-store.ts'
import { unitOfListA } from '../drawing/kept-draw.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { listedPeople } from './listed-overview.ts'
import type { ListKind } from './member-list.ts'

export interface ListContent {
  readonly people: number
  readonly sha256: Buffer
}

/** Who is on a list now, as a count and a hash: another person, category or order is another hash. Nothing: it is empty. */
export async function listContent(
  db: Db,
  election: Election,
  kind: ListKind,
): Promise<ListContent | undefined> {
  const content = kind === 'A' ? await contentOfA(db, election) : await contentOfB(db, election)
  return content.length === 0 ? undefined : { people: content.length, sha256: sha256OfJson(content) }
}

async function contentOfA(db: Db, election: Election) {
  const people = await listedPeople(db, election, loadBureauRules(election.ruleset))
  return people.map(({ nrnIndex, entries }) => ({
    person: nrnIndex.toString('hex'),
    entries: entries.map(({ category, source, place = 0 }) => [category, source, place]),
  }))
}

async function contentOfB(db: Db, election: Election) {
  const draw = await currentDraw(db, election)
  if (draw?.state !== 'DRAWN') return []
  const { drawId, frozen } = draw
  const content: { unit: string; person: string }[] = []
  for (const { unit, places } of frozen.units.filter((one) => one.unit !== unitOfListA)) {
    const order = await pseudonymsOf(db, election, { drawId, unit }, 'drawn')
    content.push(...order.slice(0, places).map((person) => ({ unit, person })))
  }
  return content
}
