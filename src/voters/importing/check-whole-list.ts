import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId } from '../../platform/ids.ts'
import type { RowRules } from '../checking/check-row.ts'
import { type Finding, finding } from '../checking/import-finding.ts'
import type { VotersList } from '../voters-list.ts'
import type { FindingLog } from './finding-log.ts'
import { attachList, doubles, numberingGaps } from './import-store.ts'
import type { ListTally } from './list-tally.ts'
import { crowdedHomes, likelySamePeople, otherLists } from './people-overview.ts'

/** A file with a tenth fewer than the list before may have been cut off; with a tenth more it may be another's. */
const usualChange = 0.1
/** Between elections years go by. */
const usualChangeOfYears = 0.25
/** One in a hundred with another age than the category wants: nobody types that wrong so often. */
const fewWrongAges = 0.01
/** More voters than live in a house. */
const mostInAHome = 25

/** A list whose rows are in its table and have been looked at one by one. */
interface FilledList {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly listId: ListId
  readonly rules: RowRules
  readonly before: VotersList | undefined
  readonly tally: ListTally
  readonly findings: FindingLog
  readonly sourceSha256: Buffer
}

/**
 * What only shows over the list as a whole; attaches it when there is no error. Doubles are what its indexes do
 * not take, so nobody has to look for them in a list without. With errors about, gaps and missing voters say
 * nothing: the refused rows are the reason.
 */
export async function checkWholeList(db: Db, list: FilledList): Promise<void> {
  const { municipalityId, electionId, listId, findings } = list
  if (findings.errors > 0 || !(await attachList(db, municipalityId, electionId, listId))) {
    await findings.noteAll(doubles(db, municipalityId, listId))
    if (findings.errors === 0) throw new Error('a list that cannot be indexed, without doubles')
    return
  }
  if (hasGaps(list)) await findings.noteAll(numberingGaps(db, municipalityId, electionId, listId))
  findings.note(oddNumbers(list))
  findings.note(signsOfAnother(list, await otherLists(db, list, list.sourceSha256)))
  await findings.noteAll(likelySamePeople(db, list))
  await findings.noteAll(crowdedHomes(db, list, mostInAHome))
  await findings.settle()
}

/** Numbers without doubles leave none out exactly when the highest is how many there are. */
function hasGaps({ tally }: FilledList): boolean {
  return tally.taken().highestListNumber !== tally.counts().voters
}

function* oddNumbers({ tally, rules, before }: FilledList): Generator<Finding> {
  const { voters, perSection } = tally.counts()
  const withVoters = new Set(perSection.map(({ section }) => section))
  for (const section of rules.sections)
    if (!withVoters.has(section))
      yield finding('section-without-voters', { column: 'section', detail: String(section) })
  for (const { section, voters: inSection } of perSection)
    if (rules.largestSection && inSection > rules.largestSection)
      yield finding('large-section', { column: 'section', detail: `${section}: ${inSection}` })
  if (before && voters < before.voterCount * (1 - usualChange)) yield finding('fewer-voters')
  if (before && voters > before.voterCount * (1 + usualChange)) yield finding('more-voters')
}

/** What makes one think that it is the list of another day, election or municipality. */
function* signsOfAnother(
  { tally, findings }: FilledList,
  { lastVoters, sameFile }: { readonly lastVoters?: number; readonly sameFile: boolean },
): Generator<Finding> {
  const { voters } = tally.counts()
  const { 'age-against-category': ages = 0, 'postcode-elsewhere': elsewhere = 0 } = findings.counts
  if (ages > Math.max(5, voters * fewWrongAges))
    yield finding('ages-of-another-day', { detail: String(ages) })
  if (elsewhere > voters / 2) yield finding('another-municipality', { detail: String(elsewhere) })
  if (sameFile) yield finding('list-of-another-election')
  if (lastVoters && Math.abs(voters - lastVoters) > lastVoters * usualChangeOfYears)
    yield finding('unlike-last-election', { detail: `${lastVoters} → ${voters}` })
}
