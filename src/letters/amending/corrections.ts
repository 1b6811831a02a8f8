import { type Election, getSections, withoutBallot } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { ListId } from '../../platform/ids.ts'
import { sumsBySection } from '../../voters/index.ts'
import { differingSections, explainDifferences } from '../letter-coverage.ts'
import { lettersBySection } from '../letters-tally-overview.ts'
import { type NewVersions, newVersions, type WaitingVoters, waitingVoters } from './corrections-overview.ts'
import { type OutdatedGroup, outdatedByReason } from './outdated-reasons.ts'

/** Where each letter stands that has to be made again: still to be taken back, to be composed, or to be released. */
export interface Corrections {
  readonly outdated: readonly OutdatedGroup[]
  readonly waiting: readonly WaitingVoters[]
  readonly replacing: readonly NewVersions[]
}

/** Of a city too: only of sections in which something waits or was made again are letters looked at, and of amended ones only of whom that was about. */
export async function correctionsOf(db: Db, election: Election, listId: ListId): Promise<Corrections> {
  const { municipalityId, electionId } = election
  const none = withoutBallot(election, await getSections(db, municipalityId, electionId))
  const sums = await sumsBySection(db, municipalityId, electionId, listId, none)
  const letters = await lettersBySection(db, municipalityId, electionId)
  const { empty, mixed } = differingSections(sums, letters)
  const had = new Set(letters.map(({ section }) => section))
  const differences = { listId, withoutBallot: none, sums, letters, mixed }
  const { waiting: amended, unexplained } = await explainDifferences(db, election, differences)
  const sections = [...unexplained, ...empty.filter((section) => had.has(section))]
  const among = { listId, withoutBallot: none, sections, voters: amended }
  const waiting =
    sections.length + amended.length > 0 ? await waitingVoters(db, municipalityId, electionId, among) : []
  const neverHad = sums
    .filter(({ section }) => empty.includes(section) && !had.has(section))
    .map(({ section, voters }) => ({ section, because: 'new' as const, voters, hadOne: 0 }))
  const composed = letters.filter((one) => one.composed > 0).map(({ section }) => section)
  const replaces = composed.length > 0 && letters.some(({ everReleased }) => everReleased > 0)
  return {
    outdated: await outdatedByReason(db, election),
    waiting: [...waiting, ...neverHad].toSorted((one, other) => one.section - other.section),
    replacing: replaces ? await newVersions(db, municipalityId, electionId, composed) : [],
  }
}
