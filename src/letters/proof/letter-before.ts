import type { Election } from '../../elections/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { LetterId } from '../../platform/ids.ts'
import { sampleBefore } from '../releasing/release-store.ts'
import type { SampledLetter } from './sample-overview.ts'
import type { SampleContents } from './take-sample.ts'

export interface LetterBefore {
  readonly letterId: LetterId
  /** Otherwise it is the letter of another voter of the same section, category and language. */
  readonly isSameVoter: boolean
}

/**
 * What a letter of the sample is held against: the voter's own letter in the sample before, or one of the same kind.
 * Nothing when that sample had none, or there was no sample before.
 */
export async function letterBefore(
  { database }: { database: Database },
  { election, sampleSha256, sampled }: { election: Election; sampleSha256: Buffer; sampled: SampledLetter },
): Promise<LetterBefore | undefined> {
  const { municipalityId, electionId } = election
  const before = await database.inScope(staffOf(municipalityId), (db) =>
    sampleBefore(db, municipalityId, electionId, sampleSha256),
  )
  return pickBefore((before?.contents as SampleContents | undefined)?.letters ?? [], sampled)
}

export function pickBefore(
  letters: readonly SampledLetter[],
  { section, category, language, listNumber }: SampledLetter,
): LetterBefore | undefined {
  const own = letters.find((one) => one.listNumber === listNumber && one.language === language)
  if (own) return { letterId: own.letterId, isSameVoter: true }
  const alike = letters.find(
    (one) => one.section === section && one.category === category && one.language === language,
  )
  return alike && { letterId: alike.letterId, isSameVoter: false }
}
