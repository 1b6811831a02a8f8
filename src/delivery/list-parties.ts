import type { Database } from '../platform/db/database.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { type PartyAnswer, type StoppedCampaign, selectAnswers, selectStopped } from './party-store.ts'

/** What breaks off a campaign by itself (`breaker.ts`); any other reason is a person's. */
const brokenOff = /^(mailbox-closed|everything-refused|answers-lost)\b/

/** When parties answered last, and which campaigns of these municipalities broke off by themselves and still stand still. */
export function listParties(
  { database }: { database: Database },
  { staff }: { staff: readonly MunicipalityId[] },
): Promise<{ answers: readonly PartyAnswer[]; brokenOff: readonly StoppedCampaign[] }> {
  return database.inScope({ staff }, async (db) => ({
    answers: await selectAnswers(db),
    brokenOff: (await selectStopped(db)).filter(({ because }) => brokenOff.test(because)),
  }))
}
