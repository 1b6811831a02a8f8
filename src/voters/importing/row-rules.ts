import { type Election, getSections, votingCategories } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { ListId } from '../../platform/ids.ts'
import type { NationalNumberRules } from '../../platform/national-number.ts'
import { type Refused, refused } from '../../platform/result.ts'
import type { RowRules } from '../checking/check-row.ts'
import { countList } from '../voter-store.ts'

/** Whoever may vote stands on the list, also where a council turns out to be uncontested. */
export async function rowRules(db: Db, election: Election, numbers: NationalNumberRules): Promise<RowRules> {
  const sections = await getSections(db, election.municipalityId, election.electionId)
  const contested = { ...election, settings: { ...election.settings, uncontested: [] } }
  return {
    sections: new Set(sections.map(({ section }) => section)),
    categories: new Set(votingCategories(contested)),
    ages: votingAges(election),
    oldestAge: election.ruleset.listChecks.value.oldestAge,
    pollingDay: election.pollingDay,
    birthdayOn29February: election.ruleset.birthdayOn29February.value,
    postcodes: new Set(sections.map(({ place }) => place.address.postcode).filter((code) => code !== '')),
    largestSection: largestSection(election),
    numbers,
  }
}

function votingAges({ ruleset }: Election): RowRules['ages'] {
  const rules = Object.entries(ruleset.electorate)
  return Object.fromEntries(rules.map(([category, { age }]) => [category, age.value]))
}

function largestSection({ ruleset, votingMode }: Election): number | undefined {
  const { largest, largestDigital } = ruleset.sectionSizes.value
  return votingMode === 'DIGITAL' ? (largestDigital ?? largest) : largest
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
