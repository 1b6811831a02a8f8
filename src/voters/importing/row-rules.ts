import {
  type Election,
  getSections,
  largestSection,
  type Section,
  votingCategories,
} from '../../elections/index.ts'
import { getSettings } from '../../municipalities/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { ListId } from '../../platform/ids.ts'
import type { NationalNumberRules } from '../../platform/national-number.ts'
import { type Refused, refused } from '../../platform/result.ts'
import type { RowRules } from '../checking/check-row.ts'
import { countList } from '../voter-store.ts'

/** Whoever may vote stands on the list, also where a council turns out to be uncontested. */
export async function rowRules(db: Db, election: Election, numbers: NationalNumberRules): Promise<RowRules> {
  const sections = await getSections(db, election.municipalityId, election.electionId)
  const { postcodes } = await getSettings(db, election.municipalityId)
  const contested = { ...election, settings: { ...election.settings, uncontested: [] } }
  return {
    sections: new Set(sections.map(({ section }) => section)),
    categories: new Set(votingCategories(contested)),
    ages: votingAges(election),
    oldestAge: election.ruleset.listChecks.value.oldestAge,
    pollingDay: election.pollingDay,
    birthdayOn29February: election.ruleset.birthdayOn29February.value,
    postcodes: new Set(postcodes ?? sections.map(({ place }) => place.address.postcode)),
    largestSections: largestSections(election, sections),
    numbers,
  }
}

function votingAges({ ruleset }: Election): RowRules['ages'] {
  const rules = Object.entries(ruleset.electorate)
  return Object.fromEntries(rules.map(([category, { age }]) => [category, age.value]))
}

/** The bound of each section, where the law has one. */
function largestSections(election: Election, sections: readonly Section[]): ReadonlyMap<number, number> {
  return new Map(
    sections.flatMap((section) => {
      const largest = largestSection(election, section)
      return largest === undefined ? [] : [[section.section, largest] as const]
    }),
  )
}

/** A refusal when people of the list vote in a section that was taken away since the import. */
export async function refuseGoneSections(
  db: Db,
  { municipalityId, electionId }: Election,
  listId: ListId,
): Promise<Refused<'section-gone'> | undefined> {
  const sections = new Set((await getSections(db, municipalityId, electionId)).map(({ section }) => section))
  const { perSection } = await countList(db, municipalityId, electionId, listId)
  const gone = perSection.map(({ section }) => section).filter((section) => !sections.has(section))
  return gone.length > 0 ? refused('section-gone', gone.join(', ')) : undefined
}
