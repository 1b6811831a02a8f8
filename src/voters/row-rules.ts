import { type Election, getSections, votingCategories } from '../elections/index.ts'
import type { Db } from '../platform/db/database.ts'
import type { NationalNumberRules } from '../platform/national-number.ts'
import type { RowRules } from './check-row.ts'

/** Whoever may vote stands on the list, also where a council turns out to be uncontested. */
export async function rowRules(db: Db, election: Election, numbers: NationalNumberRules): Promise<RowRules> {
  const sections = await getSections(db, election.municipalityId, election.electionId)
  const contested = { ...election, settings: { ...election.settings, uncontested: [] } }
  return {
    sections: new Set(sections.map(({ section }) => section)),
    categories: new Set(votingCategories(contested)),
    pollingDay: election.pollingDay,
    numbers,
  }
}
