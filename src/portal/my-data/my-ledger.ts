import { type Election, getElection } from '../../elections/index.ts'
import { getSettings, type MunicipalitySettings } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { inOwnScope, type Portal } from '../portal.ts'
import { type MyEvent, type MySubjects, myEvents, mySubjects } from './my-events-overview.ts'

/** What was done with one person's data for one election. */
export interface Ledger {
  readonly election: Election
  readonly municipality: MunicipalitySettings
  /** Newest first, at most so many. */
  readonly events: readonly MyEvent[]
  readonly isVoter: boolean
  readonly isCalled: boolean
}

export const mostEvents = 500

/**
 * Everything that was done with this citizen's data, letters or calls for a bureau, by election: what GDPR art. 15 lets one ask. That it was looked
 * at is an event as well, and stands in it the next time.
 */
export async function myLedgers(portal: Portal): Promise<Ledger[]> {
  const found = await inOwnScope(portal, (db) => mySubjects(db, portal.citizen.index))
  const ledgers: Ledger[] = []
  for (const mine of found) {
    const ledger = await ledgerOf(portal, mine)
    if (ledger) ledgers.push(ledger)
  }
  return ledgers.sort((one, other) => other.election.pollingDay.localeCompare(one.election.pollingDay))
}

function ledgerOf({ deps, event }: Portal, mine: MySubjects): Promise<Ledger | undefined> {
  const { municipalityId, electionId, subjects, isVoter, isCalled } = mine
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const election = await getElection(db, municipalityId, electionId)
    if (!election) return undefined
    const municipality = await getSettings(db, municipalityId)
    const events = await myEvents(db, mine, mostEvents)
    await recordAudit(db, { municipalityId, actor: 'citizen', action: event, subject: subjects[0]! })
    return { election, municipality, events, isVoter, isCalled }
  })
}
