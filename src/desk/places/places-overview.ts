import {
  type Election,
  getSections,
  largestSection,
  type MissingOfPlace,
  missingOf,
  type PollingPlace,
  type Section,
  withoutBallot,
} from '../../elections/index.ts'
import { currentStates, outdatedSections } from '../../letters/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { currentList, sumsBySection } from '../../voters/index.ts'

export interface PlaceRow {
  readonly place: PollingPlace
  readonly sections: readonly Section[]
  /** Voters who vote here; absent: no list is in use yet. */
  readonly voters?: number | undefined
  readonly missing: readonly MissingOfPlace[]
}

export interface PlacesFacts {
  /** By the first section that votes there: codes are the registers', and their order is nobody's. */
  readonly places: readonly PlaceRow[]
  readonly sections: number
  /** Sections with more voters than the law lets them have. */
  readonly tooLarge: readonly {
    readonly section: number
    readonly voters: number
    readonly largest: number
  }[]
  /** Sections of which letters no longer say what the places say now: not released yet, and released. */
  readonly outdated: { readonly composed: readonly number[]; readonly released: readonly number[] }
}

/** Where everybody votes, what is missing, and which letters say something else by now. */
export async function placesFacts(db: Db, election: Election): Promise<PlacesFacts> {
  const { municipalityId, electionId } = election
  const sections = await getSections(db, municipalityId, electionId)
  const voters = await votersBySection(db, election, sections)
  const outdated = await outdatedSections(db, election, currentStates)
  const released = outdated.length > 0 ? await outdatedSections(db, election, ['released']) : []
  return {
    places: rowsOf(sections, voters),
    sections: sections.length,
    tooLarge: sections.flatMap((section) => {
      const [count, largest] = [voters?.get(section.section) ?? 0, largestSection(election, section)]
      return largest !== undefined && count > largest
        ? [{ section: section.section, voters: count, largest }]
        : []
    }),
    outdated: { composed: outdated.filter((section) => !released.includes(section)), released },
  }
}

async function votersBySection(
  db: Db,
  election: Election,
  sections: readonly Section[],
): Promise<ReadonlyMap<number, number> | undefined> {
  const { municipalityId, electionId } = election
  const list = await currentList(db, municipalityId, electionId)
  if (!list) return undefined
  const none = withoutBallot(election, sections)
  const sums = await sumsBySection(db, municipalityId, electionId, list.listId, none)
  return new Map(sums.map(({ section, voters }) => [section, voters]))
}

function rowsOf(sections: readonly Section[], voters: ReadonlyMap<number, number> | undefined): PlaceRow[] {
  const byPlace = Map.groupBy(sections, ({ place }) => place.code)
  return [...byPlace.values()]
    .map((own) => ({
      place: own[0]!.place,
      sections: own,
      missing: missingOf(own[0]!.place),
      voters: voters && own.reduce((sum, { section }) => sum + (voters.get(section) ?? 0), 0),
    }))
    .sort((one, other) => firstSection(one) - firstSection(other))
}

const firstSection = ({ sections }: PlaceRow) => Math.min(...sections.map(({ section }) => section))
