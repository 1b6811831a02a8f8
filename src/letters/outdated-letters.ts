import { type Election, getSections } from '../elections/index.ts'
import { getSettings } from '../municipalities/index.ts'
import type { Db } from '../platform/db/database.ts'
import { plateFactsOfSection, plateKey } from './plate-facts.ts'
import { composedPlates } from './plate-store.ts'

/**
 * Sections with composed letters that no longer say what the election, the municipality and the polling places say
 * now. A template or a press that changed since is not counted: such a letter looks otherwise and says the same.
 */
export async function outdatedSections(db: Db, election: Election): Promise<number[]> {
  const { municipalityId, electionId } = election
  const settings = await getSettings(db, municipalityId)
  const sections = await getSections(db, municipalityId, electionId)
  const plates = Map.groupBy(await composedPlates(db, municipalityId, electionId), ({ section }) => section)
  return [...plates.keys()].filter((number) => {
    const section = sections.find((one) => one.section === number)
    const facts = section ? plateFactsOfSection({ election, settings, section }) : []
    return !plates
      .get(number)!
      .every(({ key, templateVersion, pressVersion }) =>
        facts.some((one) => plateKey(one, templateVersion, pressVersion) === key),
      )
  })
}
