import type { CampaignRef } from '../../delivery/index.ts'
import { releasesOf } from '../../letters/index.ts'
import type { ReleaseId } from '../../platform/ids.ts'
import { type DeskRoute, type ElectionDesk, inOwnScope } from '../desk.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { withElection } from '../with-election.ts'

export interface Sending extends CampaignRef {
  readonly releaseId: ReleaseId
  readonly releasedAt: Date
  readonly letters: number
}

export interface CampaignDesk extends ElectionDesk {
  readonly campaign: Sending
  /** All of the election, the newest first. */
  readonly campaigns: readonly Sending[]
}

/** The campaigns of an election, one for each release, the newest first. */
export async function campaignsOf(desk: ElectionDesk): Promise<Sending[]> {
  const { municipalityId, electionId } = desk.election
  const releases = await inOwnScope(desk, (db) => releasesOf(db, municipalityId, electionId))
  return releases.flatMap(({ releaseId, campaignId, decidedAt, letterCount }) =>
    campaignId && decidedAt
      ? [{ municipalityId, campaignId, releaseId, releasedAt: decidedAt, letters: letterCount ?? 0 }]
      : [],
  )
}

/** For a page of one campaign, whose id stands in its address. One of another election is not found. */
export function withCampaign(
  handle: (desk: CampaignDesk) => Response | Promise<Response>,
): DeskRoute['handle'] {
  return withElection(async (desk) => {
    const campaigns = await campaignsOf(desk)
    const asked = desk.context.req.param('campaign')
    const campaign = campaigns.find(({ campaignId }) => campaignId === asked)
    return campaign ? handle({ ...desk, campaign, campaigns }) : notFoundPage(desk)
  })
}
