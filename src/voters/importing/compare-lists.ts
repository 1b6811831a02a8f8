import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Result, refused } from '../../platform/result.ts'
import { listsOf } from '../list-store.ts'
import { unsealed, type VoterFact } from '../voter.ts'
import { votersById } from '../voter-store.ts'
import { type DifferenceKind, differingVoters } from './difference-overview.ts'

export interface ComparedVoter {
  readonly listNumber: number
  /** On the list in use; absent: the person is new. */
  readonly before?: VoterFact | undefined
  /** On the list that was imported; absent: the person is on it no more. */
  readonly after?: VoterFact | undefined
}

export interface Comparison {
  readonly election: Election
  readonly kind: DifferenceKind
  /** List number of the last one of the page before; 0 for the first. */
  readonly after: number
  readonly limit: number
  readonly by: string
}

/**
 * A page of the voters who differ between the list in use and the one that was imported to replace it. It shows
 * people, so that somebody looked is written down. Once the new list is accepted, the old one is not there any more.
 */
export async function compareLists(
  { database }: { database: Database },
  { election, kind, after, limit, by }: Comparison,
): Promise<Result<{ voters: readonly ComparedVoter[]; next?: number }, 'nothing-to-compare'>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const all = await listsOf(db, municipalityId, electionId)
    const [imported, inUse] = [
      all.find(({ state }) => state === 'imported'),
      all.find(({ state }) => state !== 'imported'),
    ]
    if (!imported || !inUse) return refused('nothing-to-compare')
    const lists = { before: inUse.listId, after: imported.listId }
    const asked = { lists, kind, after, limit: limit + 1 }
    const ids = await differingVoters(db, municipalityId, electionId, asked)
    const shown = ids.slice(0, limit)
    const was = await votersById(db, municipalityId, electionId, lists.before, shown)
    const is = await votersById(db, municipalityId, electionId, lists.after, shown)
    const voters = shown.map((id): ComparedVoter => {
      const [before, now] = [was.get(id), is.get(id)]
      return {
        listNumber: (now ?? before)!.listNumber,
        ...(before && { before: unsealed(before) }),
        ...(now && { after: unsealed(now) }),
      }
    })
    const details = { kind, shown: voters.length }
    const event = { municipalityId, actor: by, action: 'voters.compared', subject: imported.listId, details }
    await recordAudit(db, event)
    const last = voters.at(-1)
    return { ok: true, voters, ...(ids.length > limit && last && { next: last.listNumber }) }
  })
}
