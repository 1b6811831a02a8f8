import type { Election } from '../../elections/index.ts'
import { adoptPlan } from './adopt-plan.ts'
import type { WantedBureau } from './wanted-bureau.ts'

/** Data for tests: bureaus that are kept. */

type PlanDeps = Parameters<typeof adoptPlan>[0]

/** A polling bureau with a chair, so many assessors and so many substitutes. */
export function aPollingBureau(section: number, assessors = 1, substitutes = 1): WantedBureau {
  return {
    ...{ kind: 'POLLING', code: '', number: String(section), section, votingMode: 'PAPER' },
    ...{ place: 'De Linde', room: `Lokaal ${section}` },
    seats: { CHAIR: 1, ASSESSOR: assessors, SUBSTITUTE: substitutes },
  }
}

/** Makes these the bureaus of the election. */
export async function adopted(
  deps: PlanDeps,
  election: Election,
  wanted: readonly WantedBureau[],
): Promise<void> {
  const answer = await adoptPlan(deps, { election, wanted, by: 'test' })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
}
