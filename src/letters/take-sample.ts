import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { sha256OfJson } from '../platform/hash.ts'
import { newId, type SampleId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { currentList } from '../voters/index.ts'
import {
  composedDigest,
  coveringSample,
  type LetterCoverage,
  letterCoverage,
  type SampledLetter,
} from './letter-overview.ts'
import { outdatedSections } from './outdated-letters.ts'
import { insertSample } from './release-store.ts'

/** What two people look at before a release, and what its hash covers: every composed letter, not these alone. */
export interface SampleContents {
  readonly listSha256: string
  readonly coverage: LetterCoverage
  /** SHA-256 over id and PDF hash of every composed letter. */
  readonly lettersSha256: string
  readonly letters: readonly SampledLetter[]
}

export type SampleRefusal =
  | 'list-not-closed'
  | 'nothing-composed'
  | 'not-every-voter-has-one-letter'
  | 'letters-outdated'

/**
 * Picks a covering sample and fixes by hash what would be released. Taking it again without a change in between
 * gives the same hash.
 */
export async function takeSample(
  { database }: { database: Database },
  { election, by }: { election: Election; by: string },
): Promise<Result<{ sampleId: SampleId; sampleSha256: Buffer; contents: SampleContents }, SampleRefusal>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    if (!list?.listSha256) return refused('list-not-closed')
    const coverage = await letterCoverage(db, municipalityId, electionId, list.listId)
    if (coverage.composed === 0) return refused('nothing-composed')
    if (coverage.votersWithoutLetter + coverage.lettersWithoutVoter > 0)
      return refused(
        'not-every-voter-has-one-letter',
        `${coverage.votersWithoutLetter} voters without letter, ${coverage.lettersWithoutVoter} letters without voter`,
      )
    const outdated = await outdatedSections(db, election, ['composed'])
    if (outdated.length > 0) return refused('letters-outdated', `sections ${outdated.join(', ')}`)
    const contents: SampleContents = {
      listSha256: list.listSha256.toString('hex'),
      coverage,
      lettersSha256: (await composedDigest(db, municipalityId, electionId)).toString('hex'),
      letters: await coveringSample(db, municipalityId, electionId),
    }
    const sample = { sampleId: newId<SampleId>(), sampleSha256: sha256OfJson(contents), contents }
    await insertSample(db, municipalityId, electionId, { ...sample, by })
    await recordAudit(db, { municipalityId, actor: by, action: 'letters.sampled', subject: sample.sampleId })
    return { ok: true, ...sample }
  })
}
