import { type Election, type UnsignedValue, unsignedValues } from '../../elections/index.ts'
import { getSettings } from '../../municipalities/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { environmentOf } from '../../platform/db/environment.ts'
import { type Refused, type Result, refused } from '../../platform/result.ts'
import { currentList } from '../../voters/index.ts'
import { outdatedSections } from '../amending/outdated-letters.ts'
import { languageRequests } from '../composing/language-requests.ts'
import { coverageFault, coverageNow, provenCoverage } from '../letter-coverage.ts'
import { composedDigest } from '../letter-overview.ts'
import { wrongChecks } from '../proof/check.ts'
import type { SampleContents } from '../proof/take-sample.ts'
import type { Sample } from './release-store.ts'

export type HeldBack =
  | 'changed-since-sample'
  | 'letters-outdated'
  | 'checks-failed'
  | 'not-signed-off'
  | 'seal-not-ready'
  | 'language-not-written'

export interface Releasable {
  /** Values on the letters that nobody signed off: none in production. */
  readonly unsigned: readonly UnsignedValue[]
  /** Voters who asked for a language that is offered here, and whose letter is in another: none in production. */
  readonly unmetLanguage: number
}

/**
 * What both people who release rely on: that list and letters are those of the sample, whose checks found nothing wrong, that the letters say what
 * election and municipality say now, and that in production somebody vouches for each value of the law on them and
 * nobody gets a letter in another language than was asked for.
 */
export async function checkRelease(
  db: Db,
  election: Election,
  sample: Pick<Sample, 'contents'>,
): Promise<Result<Releasable, HeldBack>> {
  const changed = await changedSince(db, election, sample.contents as SampleContents)
  return changed ?? checkContents(db, election, sample)
}

/** What of it is quick to see, before a worker looks at all of it: the list, and by sums that each voter has a letter. */
export async function glanceAtRelease(
  db: Db,
  election: Election,
  sample: Pick<Sample, 'contents'>,
): Promise<Result<Releasable, HeldBack>> {
  const { municipalityId, electionId } = election
  const list = await currentList(db, municipalityId, electionId)
  const contents = sample.contents as SampleContents
  if (list?.listSha256?.toString('hex') !== contents.listSha256) return refused('changed-since-sample')
  const coverage = await coverageNow(db, election, list.listId)
  const fault = coverageFault(coverage)
  if (fault || coverage.composed !== contents.coverage.composed) return refused('changed-since-sample', fault)
  return checkContents(db, election, sample)
}

async function checkContents(
  db: Db,
  election: Election,
  sample: Pick<Sample, 'contents'>,
): Promise<Result<Releasable, HeldBack>> {
  const wrong = wrongChecks((sample.contents as SampleContents).checks)
  if (wrong.length > 0) return refused('checks-failed', wrong.map(({ code }) => code).join(', '))
  const outdated = await outdatedSections(db, election, ['composed'])
  if (outdated.length > 0) return refused('letters-outdated', `sections ${outdated.join(', ')}`)
  const unsigned = await unsignedOnLetters(db, election)
  const { unmet: unmetLanguage } = await languageRequests(db, election)
  const isProduction = (await environmentOf(db)) === 'production'
  if (unmetLanguage > 0 && isProduction) return refused('language-not-written', `${unmetLanguage} voters`)
  if (unsigned.length > 0 && isProduction)
    return refused('not-signed-off', unsigned.map(({ path, source }) => `${path} (${source})`).join('\n'))
  return { ok: true, unsigned, unmetLanguage }
}

async function unsignedOnLetters(db: Db, election: Election): Promise<UnsignedValue[]> {
  return unsignedValues(election, await getSettings(db, election.municipalityId)).filter(
    ({ onLetter }) => onLetter,
  )
}

/**
 * A voter who was struck, added or corrected since has not the letter that the sample shows, or none. A sample of before
 * letters were checked has to be taken again.
 */
async function changedSince(
  db: Db,
  election: Election,
  sample: SampleContents,
): Promise<Refused<'changed-since-sample'> | undefined> {
  const changed = (detail?: string) => refused('changed-since-sample', detail)
  if (!sample.checks) return changed()
  const { municipalityId, electionId } = election
  const list = await currentList(db, municipalityId, electionId)
  if (list?.listSha256?.toString('hex') !== sample.listSha256) return changed()
  const fault = coverageFault(await provenCoverage(db, election, list.listId))
  if (fault) return changed(fault)
  const digest = await composedDigest(db, municipalityId, electionId)
  return digest.toString('hex') === sample.lettersSha256 ? undefined : changed()
}
