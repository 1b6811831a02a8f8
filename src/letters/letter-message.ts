import type { CampaignMessage } from '../delivery/index.ts'
import { type Election, electionName, type LetterLanguage, letterTitle } from '../elections/index.ts'
import type { MunicipalitySettings } from '../municipalities/index.ts'
import { dayInBelgium, longDate } from '../platform/dates.ts'
import { writtenLanguages } from './composing/letter-languages.ts'
import type { ReplacedLetters } from './letter-overview.ts'
import { textsFor } from './letter-template/letter-texts.ts'

/**
 * How letters show in a mailbox: each in one language, an ASCII file name, nothing of the voter. `replaced`: the voters
 * were sent others before, and see which counts. `duplicate`: the same letter once more.
 */
export function messageFor(
  election: Election,
  settings: MunicipalitySettings,
  { replaced, duplicate = false }: { replaced?: ReplacedLetters | undefined; duplicate?: boolean },
): CampaignMessage {
  const [language = 'nl', ...others] = writtenLanguages(election, settings)
  const shownIn = (language: LetterLanguage) => shown(election, language, { replaced, duplicate })
  return {
    ...shownIn(language),
    language,
    ...(others.length > 0 && {
      translations: Object.fromEntries(others.map((other) => [other, shownIn(other)])),
    }),
    messageTypeId: settings.ebox.messageTypeId,
    senderEnterpriseNumber: settings.enterpriseNumber,
    senderApplicationId: settings.ebox.senderApplicationId,
  }
}

function shown(
  election: Election,
  language: LetterLanguage,
  { replaced, duplicate }: { replaced: ReplacedLetters | undefined; duplicate: boolean },
) {
  const { legalName } = letterTitle(election.ruleset, language)
  const date = longDate(election.pollingDay, language)
  const said = { legalName, date, election: electionName(election, language), duplicate }
  const subject = { ...said, ...(replaced && { replaced: daysOf(replaced, language) }) }
  return {
    subject: textsFor(language).subject(subject),
    fileName: `${legalName.replace(/[^a-z]+/g, '-')}.pdf`,
  }
}

/** The day on which they were released; of several the last, and that there are others of before. */
function daysOf({ first, last }: ReplacedLetters, language: LetterLanguage) {
  const [day, other] = [last, first].map(dayInBelgium) as [string, string]
  return { day: longDate(day, language), orBefore: day !== other }
}
