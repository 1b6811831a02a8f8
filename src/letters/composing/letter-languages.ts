import {
  type Election,
  type LanguageRequest,
  type LetterLanguage,
  letterLanguage,
  mayBeFrench,
  missingFrench,
} from '../../elections/index.ts'
import type { MunicipalitySettings } from '../../municipalities/index.ts'
import type { VoterFact } from '../../voters/index.ts'

/** The languages in which letters can be written here: the law lets them be, and every text of them is there. */
export function writtenLanguages(election: Election, settings: MunicipalitySettings): LetterLanguage[] {
  const french =
    mayBeFrench(election, settings.languageRegime) &&
    missingFrench(election.ruleset).length === 0 &&
    settings.french !== undefined &&
    election.settings.french !== undefined
  return french ? ['nl', 'fr'] : ['nl']
}

type Asking = Pick<VoterFact, 'requestedLanguage' | 'languageRequestedOn'>

export function requestOf({ requestedLanguage, languageRequestedOn }: Asking): LanguageRequest | undefined {
  return requestedLanguage ? { language: requestedLanguage, on: languageRequestedOn } : undefined
}

/** In which language a voter's letter is written: as asked for and allowed, as far as it can be. */
export function languageFor(
  election: Election,
  settings: MunicipalitySettings,
  voter: Asking,
): LetterLanguage {
  const { language } = letterLanguage(election, settings.languageRegime, requestOf(voter))
  return writtenLanguages(election, settings).includes(language) ? language : 'nl'
}
