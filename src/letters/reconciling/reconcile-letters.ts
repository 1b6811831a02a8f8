import { channelPolicy, type Election, getSections, withoutBallot } from '../../elections/index.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { joiningWholeTables, oneSnapshot } from '../../platform/db/snapshot.ts'
import { type Result, refused } from '../../platform/result.ts'
import { currentList } from '../../voters/index.ts'
import { type Fault, isBalanced, type Reconciliation, reconcile } from './reconciliation.ts'
import { type CountingScope, campaignsOf, countLetters, nameFaults } from './reconciliation-overview.ts'

/** How many voters behind a fault are named; the numbers behind them are complete. */
const mostNamed = 100

export interface Reconciled {
  readonly reconciliation: Reconciliation
  readonly balanced: boolean
  /** Who is missing or double, by list number: the first hundred. */
  readonly faults: readonly Fault[]
}

/** Both channels, counted in one snapshot: the outcome is of one moment, even while letters are on their way. */
export async function reconcileLetters(
  { database }: { database: Database },
  { election }: { election: Election },
): Promise<Result<Reconciled, 'list-not-closed'>> {
  return database.inScope(staffOf(election.municipalityId), async (db) => {
    await oneSnapshot(db)
    await joiningWholeTables(db)
    const scope = await countingScope(db, election)
    return scope ? { ok: true, ...(await reconcileIn(db, scope)) } : refused('list-not-closed')
  })
}

export async function reconcileIn(db: Db, scope: CountingScope): Promise<Reconciled> {
  const reconciliation = reconcile(await countLetters(db, scope))
  const faults = reconciliation.faults.length > 0 ? await nameFaults(db, mostNamed) : []
  return { reconciliation, balanced: isBalanced(reconciliation), faults }
}

/** What is to be counted for this election; `undefined` while its list is not closed. */
export async function countingScope(db: Db, election: Election): Promise<CountingScope | undefined> {
  const { municipalityId, electionId } = election
  const list = await currentList(db, municipalityId, electionId)
  if (list?.state !== 'closed') return undefined
  return {
    municipalityId,
    electionId,
    listId: list.listId,
    frozen: list.voterCount,
    policy: channelPolicy(election),
    withoutBallot: withoutBallot(election, await getSections(db, municipalityId, electionId)),
    campaigns: await campaignsOf(db, municipalityId, electionId),
  }
}
