import { Temporal } from 'temporal-polyfill'
import type { LanguageRegime } from '../municipalities/index.ts'
import { milestoneDay } from './calendar/calendar.ts'
import type { Election } from './election.ts'
import type { LetterLanguage } from './ruleset.ts'

/** In which language a voter asked to be written to, and since when, as far as it is known. */
export interface LanguageRequest {
  readonly language: string
  /** `yyyy-mm-dd`; absent: the municipality put the request on the list of this election itself. */
  readonly on?: string | undefined
}

export interface ChosenLanguage {
  readonly language: LetterLanguage
  /**
   * `not-offered`: no letter in that language is allowed here; `lapsed`: the request is too old to hold;
   * `too-late`: it is dated after the letters had to leave.
   */
  readonly because: 'not-asked' | 'asked' | 'not-offered' | 'lapsed' | 'too-late'
}

/** Whether a letter of the election may be French in a municipality of this regime. */
export function mayBeFrench({ ruleset }: Pick<Election, 'ruleset'>, languageRegime: LanguageRegime): boolean {
  return ruleset.languages[languageRegime].value.includes('fr')
}

/** The language of one voter's letter, by the law of the election and the language regime of the municipality. */
export function letterLanguage(
  election: Election,
  languageRegime: LanguageRegime,
  request?: LanguageRequest,
): ChosenLanguage {
  const offered = election.ruleset.languages[languageRegime].value
  const unasked = offered[0]!
  if (!request || request.language === unasked) return { language: unasked, because: 'not-asked' }
  const asked = offered.find((language) => language === request.language)
  if (!asked) return { language: unasked, because: 'not-offered' }
  const standing = request.on ? standingOf(request.on, election) : 'asked'
  return { language: standing === 'asked' ? asked : unasked, because: standing }
}

/** A request holds for the letters of the day they have to leave at the latest, that day included. */
function standingOf(on: string, election: Election): ChosenLanguage['because'] {
  const sent = milestoneDay(election, 'letters-sent')
  if (on > sent) return 'too-late'
  return on < firstDayThatHolds(election, sent) ? 'lapsed' : 'asked'
}

/** A request per document counts from the day on which the voters list of this election was fixed. */
function firstDayThatHolds(election: Election, sent: string): string {
  if (election.ruleset.languageRequest.value === 'per document') return milestoneDay(election, 'list-fixed')
  return Temporal.PlainDate.from(sent).subtract({ years: 4 }).toString()
}
