import type { CampaignMessage } from '../delivery/index.ts'
import { type Election, electionName, type LetterLanguage, letterTitle } from '../elections/index.ts'
import type { MunicipalitySettings } from '../municipalities/index.ts'
import { longDate } from '../platform/dates.ts'
import { writtenLanguages } from './composing/letter-languages.ts'
import { textsFor } from './letter-template/letter-texts.ts'

/**
 * How letters show in a mailbox: each in one language, an ASCII file name, nothing of the voter. `replaces`: the voter
 * was sent another before, and sees which of the two counts. `duplicate`: the same letter once more.
 */
export function messageFor(
  election: Election,
  settings: MunicipalitySettings,
  { replaces, duplicate = false }: { replaces: boolean; duplicate?: boolean },
): CampaignMessage {
  const [language = 'nl', ...others] = writtenLanguages(election, settings)
  const shownIn = (language: LetterLanguage) => shown(election, language, { corrected: replaces, duplicate })
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
  kind: { corrected: boolean; duplicate: boolean },
) {
  const { legalName } = letterTitle(election.ruleset, language)
  const date = longDate(election.pollingDay, language)
  const subject = { legalName, date, election: electionName(election, language), ...kind }
  return {
    subject: textsFor(language).subject(subject),
    fileName: `${legalName.replace(/[^a-z]+/g, '-')}.pdf`,
  }
}
