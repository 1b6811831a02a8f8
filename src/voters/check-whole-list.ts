import type { Db } from '../platform/db/database.ts'
import type { RowRules } from './check-row.ts'
import type { FindingLog } from './finding-log.ts'
import { type Finding, finding } from './import-finding.ts'
import { doubles, numberingGaps } from './import-store.ts'
import type { ListCounts } from './voter-store.ts'
import type { VotersList } from './voters-list.ts'

/** Below this share of the voters of the list before, a file may have been cut off. */
const expectedShare = 0.9

/**
 * What only shows over the list as a whole. With errors about, gaps and missing voters say nothing: the
 * refused rows are the reason.
 */
export async function checkWholeList(
  db: Db,
  list: { readonly counts: ListCounts; readonly rules: RowRules; readonly before: VotersList | undefined },
  findings: FindingLog,
): Promise<void> {
  await findings.noteAll(doubles(db))
  if (findings.errors > 0) return
  await findings.noteAll(numberingGaps(db))
  findings.note(missingVoters(list))
  await findings.settle()
}

function* missingVoters(list: Parameters<typeof checkWholeList>[1]): Generator<Finding> {
  const withVoters = new Set(list.counts.perSection.map(({ section }) => section))
  for (const section of list.rules.sections)
    if (!withVoters.has(section)) yield finding('section-without-voters', { column: 'section' })
  if (list.before && list.counts.voters < list.before.voterCount * expectedShare)
    yield finding('fewer-voters')
}
