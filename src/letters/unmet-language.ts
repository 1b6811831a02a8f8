import type { Election } from '../elections/index.ts'
import { getSettings } from '../municipalities/index.ts'
import type { Db } from '../platform/db/database.ts'
import { countLanguageRequests, currentList } from '../voters/index.ts'

/** The languages in which letters can be composed today. */
const written: readonly string[] = ['nl']

/** How many voters asked for a letter in a language that their municipality has to offer and that is not written yet. */
export async function unmetLanguageRequests(db: Db, election: Election): Promise<number> {
  const { municipalityId, electionId, ruleset } = election
  const { languageRegime } = await getSettings(db, municipalityId)
  const languages = ruleset.languages[languageRegime].value.filter((language) => !written.includes(language))
  const list = await currentList(db, municipalityId, electionId)
  if (!list || languages.length === 0) return 0
  return countLanguageRequests(db, municipalityId, electionId, { listId: list.listId, languages })
}
