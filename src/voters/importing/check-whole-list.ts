import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import type { ListChecks } from '../../elections/index.ts'
import { copyEnd, copyStart } from '../../platform/db/copy-rows.ts'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId } from '../../platform/ids.ts'
import type { RowRules } from '../checking/check-row.ts'
import { type Finding, finding } from '../checking/import-finding.ts'
import type { VotersList } from '../voters-list.ts'
import type { FindingLog } from './finding-log.ts'
import {
  attachList,
  doubles,
  numberingGaps,
  openRowsSetAside,
  rowsSetAside,
  setDoublesAside,
} from './import-store.ts'
import type { ListTally } from './list-tally.ts'
import type { LookAlikes } from './look-alikes.ts'
import { crowdedHomes, likelySamePeople, otherLists } from './people-overview.ts'

/** A list whose rows are in its table and have been looked at one by one. */
interface FilledList {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly listId: ListId
  readonly rules: RowRules
  readonly bounds: ListChecks
  /** The list that is in use. */
  readonly before: VotersList | undefined
  readonly tally: ListTally
  readonly lookAlikes: LookAlikes
  readonly findings: FindingLog
  /** What can be read of its rows with an error, as COPY takes it. */
  readonly setAside: readonly Uint8Array[]
  readonly sourceSha256: Buffer
}

/**
 * What only shows over the list as a whole, also when it has errors: whoever mends it wants to know all of it at once.
 * Attaches the list; one with errors without its doubles and its rows that were set aside, and the caller lets go of it.
 */
export async function checkWholeList(db: Db, client: pg.PoolClient, list: FilledList): Promise<void> {
  const { municipalityId, electionId, listId, findings } = list
  await attachWithoutDoubles(db, client, list)
  if (mayHaveGaps(list))
    await findings.noteAll(numberingGaps(db, municipalityId, electionId, listId, findings.errors > 0))
  findings.note(oddNumbers(list))
  findings.note(signsOfAnother(list, await otherLists(db, list, list.sourceSha256)))
  const { votersInAHome } = list.bounds
  if (list.lookAlikes.mostPeople() > 1) await findings.noteAll(likelySamePeople(db, list))
  if (list.lookAlikes.mostInAHome() > votersInAHome)
    await findings.noteAll(crowdedHomes(db, list, votersInAHome))
  await findings.settle()
}

/** Doubles are what the indexes do not take, so nobody has to look for them in a list without. */
async function attachWithoutDoubles(db: Db, client: pg.PoolClient, list: FilledList): Promise<void> {
  const { municipalityId, electionId, listId, findings, setAside } = list
  const attached = () => attachList(db, municipalityId, electionId, listId)
  if (findings.errors === 0 && (await attached())) return
  await openRowsSetAside(db, municipalityId, listId)
  await pipeline([copyStart, ...setAside, copyEnd], rowsSetAside(client))
  await findings.noteAll(doubles(db, municipalityId, listId))
  await setDoublesAside(db, municipalityId, listId)
  if (findings.errors === 0 || !(await attached()))
    throw new Error('a list that cannot be indexed, without doubles')
}

/**
 * Numbers without doubles leave none out exactly when the highest is how many there are. Where a number cannot be read
 * nobody can tell.
 */
function mayHaveGaps({ tally, findings }: FilledList): boolean {
  const { highestListNumber, refused } = tally.taken()
  if (findings.errors > 0) return refused.unnumbered === 0
  return highestListNumber !== tally.counts().voters
}

/** Voters of the list, those in rows with an error among them. */
function votersIn(tally: ListTally): number {
  return tally.counts().voters + tally.taken().refused.rows
}

function* oddNumbers(list: FilledList): Generator<Finding> {
  const { tally, rules, bounds, before } = list
  const voters = votersIn(tally)
  for (const section of emptySections(list))
    yield finding('section-without-voters', { column: 'section', detail: String(section) })
  for (const { section, voters: inSection } of tally.counts().perSection)
    if (inSection > (rules.largestSections?.get(section) ?? inSection))
      yield finding('large-section', { column: 'section', detail: `${section}: ${inSection}` })
  if (!before) return
  const usual = share(before.voterCount, bounds.changeOfList)
  const detail = `${before.voterCount} → ${voters}`
  if (voters < before.voterCount - usual) yield finding('fewer-voters', { detail })
  if (voters > before.voterCount + usual) yield finding('more-voters', { detail })
}

/** Nobody can tell while a row does not say its section. */
function emptySections({ tally, rules }: FilledList): number[] {
  const { sections, unplaced } = tally.taken().refused
  if (unplaced > 0) return []
  const withVoters = new Set([...tally.counts().perSection.map(({ section }) => section), ...sections])
  return [...rules.sections].filter((section) => !withVoters.has(section))
}

/** What makes one think that it is the list of another day, election or municipality. */
function* signsOfAnother(
  { tally, findings, bounds }: FilledList,
  { lastVoters, sameFile }: { readonly lastVoters?: number; readonly sameFile: boolean },
): Generator<Finding> {
  const voters = votersIn(tally)
  const { 'age-against-category': other = 0, 'below-voting-age': tooYoung = 0 } = findings.counts
  const { 'postcode-elsewhere': elsewhere = 0 } = findings.counts
  const ages = other + tooYoung
  if (ages >= bounds.fewestWrongAges && ages > share(voters, bounds.wrongAges))
    yield finding('ages-of-another-day', { detail: String(ages) })
  if (elsewhere > share(voters, bounds.votersElsewhere))
    yield finding('another-municipality', { detail: String(elsewhere) })
  if (sameFile) yield finding('list-of-another-election')
  if (lastVoters && Math.abs(voters - lastVoters) > share(lastVoters, bounds.changeSinceLastElection))
    yield finding('unlike-last-election', { detail: `${lastVoters} → ${voters}` })
}

function share(whole: number, percent: number): number {
  return (whole * percent) / 100
}
