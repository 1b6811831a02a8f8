import type { Election } from '../../elections/index.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { LetterId } from '../../platform/ids.ts'
import { sampleBefore } from '../releasing/release-store.ts'
import { ownLetterBefore } from './own-letter-before-overview.ts'
import type { SampledLetter } from './sample-overview.ts'
import type { SampleContents } from './take-sample.ts'

/** What a letter of the proof is held against. */
export type LetterBefore =
  /** The voter's own. Absent: it was in the proof before, and never released. */
  | { readonly whose: 'own'; readonly letterId: LetterId; readonly releasedAt?: Date }
  /** The voter had none: one of the same section, category and language. */
  | {
      readonly whose: 'other'
      readonly letterId: LetterId
      readonly other: SampledLetter
      readonly wasReleased: boolean
    }
  /** Nor is there one of that kind. */
  | { readonly whose: 'nobody'; readonly wasReleased: boolean }

/**
 * What a letter of the sample is held against: the voter's own letter as it was released last or, before anything was, as it
 * was in the sample before; else one of the same kind. Nothing when there was no sample before.
 */
export async function letterBefore(
  { database }: { database: Database },
  { election, sampleSha256, sampled }: { election: Election; sampleSha256: Buffer; sampled: SampledLetter },
): Promise<LetterBefore | undefined> {
  return database.inScope(staffOf(election.municipalityId), (db) =>
    findBefore(db, { election, sampleSha256, sampled }),
  )
}

async function findBefore(
  db: Db,
  { election, sampleSha256, sampled }: { election: Election; sampleSha256: Buffer; sampled: SampledLetter },
): Promise<LetterBefore | undefined> {
  const { municipalityId, electionId } = election
  const before = await sampleBefore(db, municipalityId, electionId, sampleSha256)
  if (!before) return undefined
  const { wasReleased, takenAt } = before
  const own = await ownLetterBefore(db, election, sampled.letterId, { wasReleased, takenAt })
  if (own) return { whose: 'own', ...own }
  const other = oneOfTheKind((before.contents as Partial<SampleContents>).letters ?? [], sampled)
  return other
    ? { whose: 'other', letterId: other.letterId, other, wasReleased }
    : { whose: 'nobody', wasReleased }
}

export function oneOfTheKind(
  letters: readonly SampledLetter[],
  { section, category, language }: SampledLetter,
): SampledLetter | undefined {
  return letters.find(
    (one) => one.section === section && one.category === category && one.language === language,
  )
}
