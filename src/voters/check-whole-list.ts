import type { Db } from '../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId } from '../platform/ids.ts'
import type { RowRules } from './check-row.ts'
import type { FindingLog } from './finding-log.ts'
import { type Finding, finding } from './import-finding.ts'
import { attachList, doubles, numberingGaps } from './import-store.ts'
import type { ListTally } from './list-tally.ts'
import type { VotersList } from './voters-list.ts'

/** Below this share of the voters of the list before, a file may have been cut off. */
const expectedShare = 0.9

/** A list whose rows are in its table and have been looked at one by one. */
interface FilledList {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly listId: ListId
  readonly rules: RowRules
  readonly before: VotersList | undefined
  readonly tally: ListTally
  readonly findings: FindingLog
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
  findings.note(missingVoters(list))
  await findings.settle()
}

/** Numbers without doubles leave none out exactly when the highest is how many there are. */
function hasGaps({ tally }: FilledList): boolean {
  return tally.taken().highestListNumber !== tally.counts().voters
}

function* missingVoters({ tally, rules, before }: FilledList): Generator<Finding> {
  const { voters, perSection } = tally.counts()
  const withVoters = new Set(perSection.map(({ section }) => section))
  for (const section of rules.sections)
    if (!withVoters.has(section)) yield finding('section-without-voters', { column: 'section' })
  if (before && voters < before.voterCount * expectedShare) yield finding('fewer-voters')
}
