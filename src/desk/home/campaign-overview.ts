import { sql } from 'kysely'
import { type CampaignStatus, campaignStatus } from '../../delivery/index.ts'
import { type Election, getSections, type Section } from '../../elections/index.ts'
import {
  type Check,
  countCurrentLetters,
  countOnPaper,
  type Release,
  releasesOf,
  wrongChecks,
} from '../../letters/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { currentList, type VotersList } from '../../voters/index.ts'

/** How a campaign stands. */
export interface CampaignFacts {
  readonly list?: VotersList | undefined
  readonly sections: readonly Section[]
  readonly letters: { readonly composed: number; readonly released: number }
  readonly sample?: { readonly takenAt: Date; readonly wrong: number } | undefined
  /** Newest first. */
  readonly releases: readonly Release[]
  readonly deliveries: readonly CampaignStatus[]
  /** Letters in a print file, or set apart with a reason. */
  readonly onPaper: number
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
  return {
    list: await currentList(db, municipalityId, electionId),
    sections: await getSections(db, municipalityId, electionId),
    ...(await letterFacts(db, election)),
    ...{ releases, deliveries },
  }
}

interface MarksRow {
  readonly certifiedAt: Date | null
  readonly takenAt: Date | null
  readonly checks: readonly Check[] | null
}

async function letterFacts(db: Db, { municipalityId, electionId }: Election) {
  const { rows } = await sql<MarksRow>`
    select
      (select max(c.written_at) from letters.certificate c where c.municipality_id = ${municipalityId}
        and c.election_id = ${electionId}) as "certifiedAt",
      newest.taken_at as "takenAt", newest.checks
    from (select 1) one left join lateral (
      select s.taken_at, s.contents -> 'checks' as checks from letters.sample s
      where s.municipality_id = ${municipalityId} and s.election_id = ${electionId}
      order by s.taken_at desc, s.sample_id desc limit 1) newest on true`.execute(db)
  const { certifiedAt, takenAt, checks } = rows[0]!
  return {
    letters: await countCurrentLetters(db, municipalityId, electionId),
    onPaper: await countOnPaper(db, municipalityId, electionId),
    ...(takenAt && { sample: { takenAt, wrong: wrongChecks(checks ?? []).length } }),
    ...(certifiedAt && { certifiedAt }),
  }
}
