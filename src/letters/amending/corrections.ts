import { type Election, getSections, withoutBallot } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { ListId } from '../../platform/ids.ts'
import { type NewVersions, newVersions, type WaitingVoters, waitingVoters } from './corrections-overview.ts'
import { type OutdatedGroup, outdatedByReason } from './outdated-reasons.ts'

/** Where each letter stands that has to be made again: still to be taken back, to be composed, or to be released. */
export interface Corrections {
  readonly outdated: readonly OutdatedGroup[]
  readonly waiting: readonly WaitingVoters[]
  readonly replacing: readonly NewVersions[]
}

export async function correctionsOf(db: Db, election: Election, listId: ListId): Promise<Corrections> {
  const { municipalityId, electionId } = election
  const nothingToVoteFor = withoutBallot(election, await getSections(db, municipalityId, electionId))
  return {
    outdated: await outdatedByReason(db, election),
    waiting: await waitingVoters(db, municipalityId, electionId, { listId, withoutBallot: nothingToVoteFor }),
    replacing: await newVersions(db, municipalityId, electionId),
  }
}
