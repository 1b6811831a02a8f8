import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import { type ListId, newId, type SampleId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { currentList } from '../../voters/index.ts'
import { outdatedSections } from '../amending/outdated-letters.ts'
import { platesInUse } from '../composing/plate-store.ts'
import { coverageFault, provenCoverage } from '../letter-coverage.ts'
import { composedDigest, type LetterCoverage } from '../letter-overview.ts'
import { insertSample } from '../releasing/release-store.ts'
import type { Check } from './check.ts'
import { type CheckDeps, checkLetters } from './check-sample.ts'
import { coveringSample, type PlateCount, plateCounts, type SampledLetter } from './sample-overview.ts'

/** What two people look at before a release, and what its hash covers: every composed letter, not these alone. */
export interface SampleContents {
  readonly listSha256: string
  readonly coverage: LetterCoverage
  /** SHA-256 over id and PDF hash of every composed letter. */
  readonly lettersSha256: string
  /** Versions of the layout and of the press by which the letters were made. */
  readonly templates: readonly string[]
  readonly presses: readonly string[]
  /** Every plate that letters stand on, with its hash. */
  readonly plates: readonly PlateCount[]
  readonly letters: readonly SampledLetter[]
  /** What was checked of the letters, and found. */
  readonly checks: readonly Check[]
}

export interface TakenSample {
  readonly sampleId: SampleId
  readonly sampleSha256: Buffer
  readonly contents: SampleContents
}

export type SampleRefusal =
  | 'list-not-closed'
  | 'nothing-composed'
  | 'not-every-voter-has-one-letter'
  | 'letters-outdated'
  | 'changed-meanwhile'
  | 'sample-stopped'

/**
 * Picks a covering sample, checks the letters and fixes by hash what would be released. Taking it again without a
 * change in between gives the same hash; stopped halfway, nothing is fixed. What is found wrong is kept with the sample, and no release is asked for it.
 */
export async function takeSample(
  deps: CheckDeps,
  { election, by, signal }: { election: Election; by: string; signal?: AbortSignal },
): Promise<Result<TakenSample, SampleRefusal>> {
  const { municipalityId, electionId } = election
  const staff = staffOf(municipalityId)
  const picked = await deps.database.inScope(staff, (db) => pickSample(db, election))
  if (!picked.ok) return picked
  const { listId, contents: toCheck } = picked
  const { plates, letters, coverage } = toCheck
  const checked = await checkLetters(deps, {
    ...{ election, listId, plates, composed: coverage.composed },
    ...{ sampled: letters, signal },
  })
  if (!checked.ok) return checked
  const contents: SampleContents = { ...toCheck, checks: checked.checks }
  const sample = { sampleId: newId<SampleId>(), sampleSha256: sha256OfJson(contents), contents }
  return deps.database.inScope(staff, async (db) => {
    const digest = await composedDigest(db, municipalityId, electionId)
    if (digest.toString('hex') !== contents.lettersSha256) return refused('changed-meanwhile')
    await insertSample(db, municipalityId, electionId, { ...sample, by })
    const event = { municipalityId, actor: by, action: 'letters.sampled', subject: sample.sampleId }
    await recordAudit(db, { ...event, details: { nationalNumbersCompared: letters.length } })
    return { ok: true, ...sample }
  })
}

type Picked = { readonly listId: ListId; readonly contents: Omit<SampleContents, 'checks'> }

async function pickSample(db: Db, election: Election): Promise<Result<Picked, SampleRefusal>> {
  const { municipalityId, electionId } = election
  const list = await currentList(db, municipalityId, electionId)
  if (!list?.listSha256) return refused('list-not-closed')
  const coverage = await provenCoverage(db, election, list.listId)
  if (coverage.composed === 0) return refused('nothing-composed')
  const fault = coverageFault(coverage)
  if (fault) return refused('not-every-voter-has-one-letter', fault)
  const outdated = await outdatedSections(db, election, ['composed'])
  if (outdated.length > 0) return refused('letters-outdated', `sections ${outdated.join(', ')}`)
  const { listId } = list
  const used = await platesInUse(db, municipalityId, electionId, ['composed'])
  const contents = {
    listSha256: list.listSha256.toString('hex'),
    coverage,
    lettersSha256: (await composedDigest(db, municipalityId, electionId)).toString('hex'),
    templates: different(used.map(({ templateVersion }) => templateVersion)),
    presses: different(used.map(({ pressVersion }) => pressVersion)),
    plates: await plateCounts(db, { municipalityId, electionId, listId }),
    letters: await coveringSample(db, { municipalityId, electionId, listId }),
  }
  return { ok: true, listId, contents }
}

function different(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}
