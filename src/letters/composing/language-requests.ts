import { type Election, letterLanguage } from '../../elections/index.ts'
import { getSettings } from '../../municipalities/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { currentList } from '../../voters/index.ts'
import { type LetterInOtherLanguage, lettersInOtherLanguage } from './language-overview.ts'
import { languageFor, requestOf } from './letter-languages.ts'

/** Voters whose letter is not in the language they asked for, by the reason. */
export interface LanguageRequests {
  /** The language is offered and the request holds, but the letter's texts in it were not there. */
  readonly unmet: number
  /** No letter of this election may be in that language here. */
  readonly notOffered: number
  /** The request is too old, or came too late. */
  readonly lapsed: number
}

/** What became of the voters' requests for a language, by the letters that are there. */
export async function languageRequests(db: Db, election: Election): Promise<LanguageRequests> {
  const { languageRegime } = await getSettings(db, election.municipalityId)
  const requests = { unmet: 0, notOffered: 0, lapsed: 0 }
  for (const letter of await otherLanguage(db, election)) {
    const { because } = letterLanguage(election, languageRegime, requestOf(letter))
    if (because === 'asked') requests.unmet++
    else if (because === 'not-offered') requests.notOffered++
    else requests.lapsed++
  }
  return requests
}

/** The letters that would be in the language their voters asked for, were they composed now. */
export async function lettersToTranslate(db: Db, election: Election): Promise<LetterInOtherLanguage[]> {
  const settings = await getSettings(db, election.municipalityId)
  const letters = await otherLanguage(db, election)
  return letters.filter((letter) => languageFor(election, settings, letter) === letter.requestedLanguage)
}

async function otherLanguage(
  db: Db,
  { municipalityId, electionId }: Election,
): Promise<LetterInOtherLanguage[]> {
  const list = await currentList(db, municipalityId, electionId)
  return list ? lettersInOtherLanguage(db, municipalityId, electionId, list.listId) : []
}
