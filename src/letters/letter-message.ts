import type { CampaignMessage } from '../delivery/index.ts'
import { type Election, letterTitle } from '../elections/index.ts'
import type { MunicipalitySettings } from '../municipalities/index.ts'
import { longDate } from '../platform/dates.ts'
import { textsFor } from './letter-template/letter-texts.ts'

/** Until letters come in more languages. */
const language = 'nl'

/**
 * How the letter shows in a mailbox: one language, an ASCII file name, nothing of the voter. `replaces`: the voter was
 * sent another before, and sees which of the two counts.
 */
export function messageFor(
  election: Election,
  settings: MunicipalitySettings,
  { replaces }: { replaces: boolean },
): CampaignMessage {
  const { legalName } = letterTitle(election.ruleset)
  return {
    subject: textsFor(language).subject({
      legalName,
      date: longDate(election.pollingDay, language),
      election: election.name,
      corrected: replaces,
    }),
    fileName: `${legalName}.pdf`,
    language,
    messageTypeId: settings.ebox.messageTypeId,
    senderEnterpriseNumber: settings.enterpriseNumber,
    senderApplicationId: settings.ebox.senderApplicationId,
  }
}
