import type { Election } from '../../elections/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sampleBefore } from '../releasing/release-store.ts'
import { type CountChange, countChanges, type TextChange, textChanges } from './difference.ts'
import { plateFactsOf } from './letters-to-check-overview.ts'
import type { PlateCount } from './sample-overview.ts'

/** In what a sample differs from the one that was released last or, before the first release, from the one before. */
export interface SampleDifference {
  readonly sampleSha256: string
  readonly takenAt: Date
  readonly wasReleased: boolean
  readonly texts: readonly TextChange[]
  readonly counts: readonly CountChange[]
  /** Sections with letters now, in which no text is another. */
  readonly unchanged: number
  /** Sections that had no letters in the sample before. */
  readonly added: readonly number[]
}

/** Nothing when there is no sample before it. */
export async function compareSamples(
  { database }: { database: Database },
  {
    election,
    sampleSha256,
    plates,
  }: { election: Election; sampleSha256: Buffer; plates: readonly PlateCount[] },
): Promise<SampleDifference | undefined> {
  const { municipalityId, electionId } = election
  const staff = staffOf(municipalityId)
  const before = await database.inScope(staff, (db) =>
    sampleBefore(db, municipalityId, electionId, sampleSha256),
  )
  const had = (before?.contents as { plates?: readonly PlateCount[] } | undefined)?.plates
  if (!before || !had) return undefined
  const texts = await textChanges(had, plates, (hashes) =>
    database.inScope(staff, (db) => plateFactsOf(db, { municipalityId, electionId }, hashes)),
  )
  const knew = new Set(had.map(({ section }) => section))
  const sections = [...new Set(plates.map(({ section }) => section))]
  const changed = new Set(texts.flatMap((change) => change.sections))
  const added = sections.filter((section) => !knew.has(section))
  return {
    sampleSha256: before.sampleSha256.toString('hex'),
    takenAt: before.takenAt,
    wasReleased: before.wasReleased,
    texts,
    counts: countChanges(had, plates),
    unchanged: sections.filter((section) => knew.has(section) && !changed.has(section)).length,
    added,
  }
}
