import { type Election, getElection } from '../../elections/index.ts'
import { getSettings, type MunicipalitySettings } from '../../municipalities/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { isId } from '../../platform/ids.ts'
import { offersMail } from '../../platform/mail-settings.ts'
import { currentList, type VotersList } from '../../voters/index.ts'
import { inOwnScope, type Portal } from '../portal.ts'
import { type MyPlace, myPlaces } from './my-places-overview.ts'
import type { Subscription } from './subscription.ts'
import { findSubscription } from './subscription-store.ts'

/** An election to come for which this citizen can get mail, and whether they asked for it. */
export interface MailElection {
  readonly election: Election
  readonly municipality: MunicipalitySettings
  readonly place: MyPlace
  readonly subscription?: Subscription | undefined
}

/** Of these elections those for which this citizen can get mail. */
export async function myMailElections(
  portal: Portal,
  electionIds: readonly string[],
): Promise<MailElection[]> {
  const found: MailElection[] = []
  for (const electionId of electionIds) {
    const mine = await mailElection(portal, electionId)
    if (mine) found.push(mine)
  }
  return found
}

/**
 * Nothing when this installation sends no mail, polling day is there, or this citizen neither stands on the list in use nor has a
 * letter: an address tells nobody what others have.
 */
export async function mailElection(portal: Portal, electionId: string): Promise<MailElection | undefined> {
  const { deps, citizen } = portal
  if (!offersMail(deps.config) || !isId(electionId)) return undefined
  const places = await inOwnScope(portal, (db) => myPlaces(db, citizen.index, electionId))
  const [any] = places
  if (!any) return undefined
  const { municipalityId } = any
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const election = await getElection(db, municipalityId, any.electionId)
    if (!election || election.pollingDay <= dayInBelgium(deps.clock.now())) return undefined
    const list = await currentList(db, municipalityId, any.electionId)
    const key = { municipalityId, electionId: any.electionId, personIndex: citizen.index }
    const subscription = await findSubscription(db, key)
    // Who asked and was struck off meanwhile can still end it.
    const place = places.find((one) => mayAsk(one, list)) ?? (subscription && any)
    if (!place) return undefined
    return { election, municipality: await getSettings(db, municipalityId), place, subscription }
  })
}

/** On the list in use, which is more than just imported unless a letter says so. */
function mayAsk({ listId, isStruck, letterVersion }: MyPlace, list: VotersList | undefined): boolean {
  if (isStruck || listId !== list?.listId) return false
  return list.state !== 'imported' || letterVersion > 0
}
