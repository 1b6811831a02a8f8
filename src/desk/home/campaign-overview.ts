import { sql } from 'kysely'
import { type CampaignStatus, campaignStatus } from '../../delivery/index.ts'
import { type Election, getSections, type Section } from '../../elections/index.ts'
import {
  type Check,
  countOnPaper,
  countOutdated,
  coverageNow,
  isUnderWay,
  type LetterRun,
  latestRun,
  lettersLeftToPrint,
  type PaperCounts,
  type Release,
  type RunKind,
  releasesOf,
  wrongChecks,
} from '../../letters/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { currentList, type VotersList } from '../../voters/index.ts'

/** How a campaign stands. */
export interface CampaignFacts {
  readonly list?: VotersList | undefined
  readonly sections: readonly Section[]
  /** `missing`: voters who have none now, and something to vote for. */
  readonly letters: { readonly composed: number; readonly released: number; readonly missing: number }
  /** Composed and not released, and no longer what the election, the municipality and the places say. */
  readonly outdated?: number | undefined
  /** `isOld`: letters were made or taken back since. */
  readonly sample?: { readonly takenAt: Date; readonly wrong: number; readonly isOld: boolean } | undefined
  /** What a worker does with the letters now. */
  readonly running?: RunKind | undefined
  /** Newest first. */
  readonly releases: readonly Release[]
  readonly deliveries: readonly CampaignStatus[]
  readonly onPaper: PaperCounts
  /** Released, and in none yet. */
  readonly toPrint: number
  readonly certifiedAt?: Date | undefined
}

/** Everything that the home page of an election shows, in one transaction. */
export async function campaignFacts(db: Db, election: Election, now: Date): Promise<CampaignFacts> {
  const { municipalityId, electionId } = election
  const releases = await releasesOf(db, municipalityId, electionId)
  const deliveries: CampaignStatus[] = []
  for (const { campaignId } of releases) {
    const status = campaignId && (await campaignStatus(db, { municipalityId, campaignId }, now))
    if (status) deliveries.push(status)
  }
  const list = await currentList(db, municipalityId, electionId)
  const run = await latestRun(db, municipalityId, electionId)
  return {
    list,
    sections: await getSections(db, municipalityId, electionId),
    ...(await letterFacts(db, election, { closed: list?.state === 'closed' ? list : undefined, run })),
    ...(run && isUnderWay(run) && { running: run.kind }),
    ...{ releases, deliveries },
  }
}

interface MarksRow {
  readonly sampled: number | null
  readonly certifiedAt: Date | null
  readonly takenAt: Date | null
  readonly checks: readonly Check[] | null
}

/** Before the list is closed there are no letters. */
async function letterFacts(
  db: Db,
  election: Election,
  { closed, run }: { closed: VotersList | undefined; run: LetterRun | undefined },
) {
  const { municipalityId, electionId } = election
  const { rows } = await sql<MarksRow>`
    select
      (select max(c.written_at) from letters.certificate c where c.municipality_id = ${municipalityId}
        and c.election_id = ${electionId}) as "certifiedAt",
      newest.taken_at as "takenAt", newest.checks, newest.sampled
    from (select 1) one left join lateral (
      select s.taken_at, s.contents -> 'checks' as checks,
        (s.contents -> 'coverage' ->> 'composed')::integer as sampled from letters.sample s
      where s.municipality_id = ${municipalityId} and s.election_id = ${electionId}
      order by s.taken_at desc, s.sample_id desc limit 1) newest on true`.execute(db)
  const { certifiedAt, takenAt, checks, sampled } = rows[0]!
  const onPaper = await countOnPaper(db, municipalityId, electionId)
  const coverage = closed && (await coverageNow(db, election, closed.listId))
  const { composed = 0, released = 0, votersWithoutLetter: missing = 0 } = coverage ?? {}
  const outdated = composed > 0 ? await countOutdated(db, election, ['composed']) : 0
  const isOther = composed > 0 && sampled !== null && sampled !== composed
  const composedAt = run?.kind === 'compose' ? run.endedAt : null
  const isOld = isOther || (composedAt !== null && takenAt !== null && composedAt > takenAt)
  // Until something was printed it is all of them.
  const isNone = Object.values(onPaper).every((count) => count === 0)
  const toPrint = isNone ? released : await lettersLeftToPrint(db, election)
  return {
    ...{ letters: { composed, released, missing }, outdated, onPaper, toPrint },
    ...(takenAt && { sample: { takenAt, wrong: wrongChecks(checks ?? []).length, isOld } }),
    ...(certifiedAt && { certifiedAt }),
  }
}
