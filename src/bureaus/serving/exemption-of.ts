import type { Election } from '../../elections/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import { type ExemptionView, mayAskExemption } from '../absences/exemption.ts'
import { bureauDay } from '../bureau-day.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { askingFor } from './attended-overview.ts'
import { openService } from './kept-service.ts'
import { selectServices } from './service-store.ts'

/** What is known of who served before, with what the law asks. */
export interface ServedBefore extends ExemptionView {
  /** How often the law wants somebody to have served. */
  readonly times: number
  /** The last day to ask; absent: the election is too short to have one. */
  readonly lastDay?: string | undefined
}

/** What somebody reads of their own services. */
export type MyServices = Pick<ServedBefore, 'served' | 'times' | 'lastDay'>

/** For who decides, never a decision. In the scope of the municipality; the caller leaves the trace. */
export async function exemptionOf(
  db: Db,
  vault: Pick<Vault, 'open'>,
  { election, assignmentId, askedAt }: { election: Election; assignmentId: AssignmentId; askedAt: Date },
): Promise<ServedBefore | undefined> {
  const rules = loadBureauRules(election.ruleset)
  const asking = await askingFor(db, election, assignmentId)
  if (!asking) return undefined
  const kept = await selectServices(db, election.municipalityId, asking.nrnIndex)
  const lastDay = bureauDay(election, rules.exemption.deadline)
  const places = asking.categories.map((category) => rules.categories.value.indexOf(category) + 1)
  const excluded = places.find((place) => rules.exemption.notFor.value.includes(place))
  const view = mayAskExemption(rules.exemption, {
    services: kept.filter(isBefore(election)).map((one) => openService(vault, one)),
    role: asking.role,
    category: excluded ?? places[0],
    askedOn: dayInBelgium(askedAt),
    lastDay,
  })
  return { ...view, times: rules.exemption.served.value.times, ...(lastDay && { lastDay }) }
}

/**
 * How often this person served, for themselves: what is on list A is not theirs to read here, so nothing is said of whether they may. In
 * the scope of the person.
 */
export async function myServices(
  db: Db,
  vault: Pick<Vault, 'open'>,
  election: Election,
  personIndex: Uint8Array,
): Promise<MyServices> {
  const { exemption } = loadBureauRules(election.ruleset)
  const kept = await selectServices(db, election.municipalityId, personIndex)
  const services = kept.filter(isBefore(election)).map((one) => openService(vault, one))
  const facts = { services, role: 'ASSESSOR', askedOn: election.pollingDay } as const
  const lastDay = bureauDay(election, exemption.deadline)
  const { served } = mayAskExemption(exemption, facts)
  return { served, times: exemption.served.value.times, ...(lastDay && { lastDay }) }
}

/** What was noted of this very election is no service before it. */
const isBefore =
  ({ pollingDay }: Pick<Election, 'pollingDay'>) =>
  (one: { readonly pollingDay: string }) =>
    one.pollingDay < pollingDay
