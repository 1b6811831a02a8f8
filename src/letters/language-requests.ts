import { type Election, letterLanguages } from '../elections/index.ts'
import { getSettings } from '../municipalities/index.ts'
import type { Db } from '../platform/db/database.ts'
import { countLanguageRequests, currentList } from '../voters/index.ts'
import { type LetterInOtherLanguage, lettersInOtherLanguage } from './language-overview.ts'
import { writtenLanguages } from './letter-languages.ts'

export interface LanguageRequests {
  /** Voters who asked for a language that is offered here, and whose letter is in another: for want of its texts. */
  readonly unmet: number
  /** Voters who asked for a language in which no letter of this election may be here. */
  readonly notOffered: number
}

/** What became of the voters' requests for a language, by the letters that are there. */
export async function languageRequests(db: Db, election: Election): Promise<LanguageRequests> {
  const { municipalityId, electionId, ruleset } = election
  const { languageRegime } = await getSettings(db, municipalityId)
  const offered = ruleset.languages[languageRegime].value
  const list = await currentList(db, municipalityId, electionId)
  if (!list) return { unmet: 0, notOffered: 0 }
  const { listId } = list
  const others = letterLanguages.filter((language) => !offered.includes(language))
  return {
    unmet: (await lettersInOtherLanguage(db, municipalityId, electionId, { listId, languages: offered }))
      .length,
    notOffered: await countLanguageRequests(db, municipalityId, electionId, { listId, languages: others }),
  }
}

/** The letters that can be written in the language their voters asked for, and are in another. */
export async function lettersToTranslate(db: Db, election: Election): Promise<LetterInOtherLanguage[]> {
  const { municipalityId, electionId } = election
  const languages = writtenLanguages(election, await getSettings(db, municipalityId))
  const list = await currentList(db, municipalityId, electionId)
  if (!list) return []
  return lettersInOtherLanguage(db, municipalityId, electionId, { listId: list.listId, languages })
}
