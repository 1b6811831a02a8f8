import {
  documentedVersions,
  headlineCounts,
  keptBureaus,
  type ListAFigures,
  type ListBSection,
  listAFigures,
  listBSections,
  loadBureauRules,
  type MemberList,
  memberLists,
  namesNeeded,
  seatsOfLists,
} from '../../../bureaus/index.ts'
import type { Election } from '../../../elections/index.ts'
import type { Db } from '../../../platform/db/database.ts'

/** Of who was called, so many of a hundred come, as long as this election shows nothing else. */
const assumedPercent = 85
/** Before so many answered or were excused, what was measured says little. */
const enoughToMeasure = 50

export interface ListsFacts {
  readonly lists: { readonly A: ListNow; readonly B: ListNow }
  readonly listA: ListAFigures
  /** Absent: nothing is drawn. */
  readonly sections: readonly SectionNow[] | undefined
  readonly percent: number
  readonly seatsA: number
  readonly neededA: number
}

export interface ListNow {
  /** Absent: nobody did anything with it. */
  readonly list?: MemberList | undefined
  /** Versions of which the decision is kept as a document. */
  readonly documents: ReadonlySet<number>
}

export interface SectionNow extends ListBSection {
  readonly needed: number
}

/** How lists A and B stand, beside how many names the seats of the plan ask for. */
export async function listsFacts(db: Db, election: Election, typed: number | undefined): Promise<ListsFacts> {
  const percent = typed ?? (await measuredPercent(db, election)) ?? assumedPercent
  const rules = loadBureauRules(election.ruleset)
  const seats = seatsOfLists(rules, await keptBureaus(db, election))
  const needed = (count: number) => (count === 0 ? 0 : namesNeeded(count, percent / 100))
  const sections = await listBSections(db, election)
  const now = async (kind: 'A' | 'B') => ({
    list: (await memberLists(db, election, kind))[0],
    documents: await documentedVersions(db, election, kind),
  })
  return {
    lists: { A: await now('A'), B: await now('B') },
    listA: await listAFigures(db, election),
    sections: sections?.map((one) => ({ ...one, needed: needed(seats.listB.get(one.section) ?? 0) })),
    ...{ percent, seatsA: seats.listA, neededA: needed(seats.listA) },
  }
}

/** Of a hundred who answered or were excused, how many come. */
async function measuredPercent(db: Db, election: Election): Promise<number | undefined> {
  const counts = await headlineCounts(db, election)
  const come = (counts.get('ACKNOWLEDGED') ?? 0) + (counts.get('CONFIRMED') ?? 0)
  const all = come + (counts.get('EXCUSED') ?? 0)
  return all < enoughToMeasure ? undefined : Math.max(1, Math.round((100 * come) / all))
}
