import type { CampaignMessage } from '../delivery/index.ts'
import { type Election, letterTitle } from '../elections/index.ts'
import type { MunicipalitySettings } from '../municipalities/index.ts'
import { longDate } from '../platform/dates.ts'

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
    subject: `Je ${replaces ? 'verbeterde ' : ''}${legalName} voor ${longDate(election.pollingDay, 'nl')}: ${election.name}`,
    fileName: `${legalName}.pdf`,
    language: 'nl',
    messageTypeId: settings.ebox.messageTypeId,
    senderEnterpriseNumber: settings.enterpriseNumber,
    senderApplicationId: settings.ebox.senderApplicationId,
  }
}
