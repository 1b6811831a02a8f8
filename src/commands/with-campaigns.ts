import type { App } from '../app.ts'
import type { CampaignRef } from '../delivery/index.ts'
import type { Election } from '../elections/index.ts'
import { releasesOf } from '../letters/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type Refused, type Result, refused } from '../platform/result.ts'
import { done, type Options, type Outcome } from './command.ts'
import { chosenElection } from './find.ts'

/** The campaigns of an election: one for each release. */
export async function campaignsOf(app: App, election: Election): Promise<CampaignRef[]> {
  const { municipalityId, electionId } = election
  const releases = await app.database.inScope(staffOf(municipalityId), (db) =>
    releasesOf(db, municipalityId, electionId),
  )
  return releases.flatMap(({ campaignId }) => (campaignId ? [{ municipalityId, campaignId }] : [])).reverse()
}

/** Does something with the campaigns of the election that the options name, once there are any. */
export async function withCampaigns(
  app: App,
  options: Options,
  work: (campaigns: readonly CampaignRef[]) => Promise<Outcome | Refused>,
): Promise<Outcome | Refused> {
  const found = await chosenElection(app, options)
  if (!found.ok) return found
  const campaigns = await campaignsOf(app, found.election)
  return campaigns.length === 0 ? refused('nothing-released') : work(campaigns)
}

/** At least one has to take it; those that were in that state already do not matter. */
export async function forAll(
  campaigns: readonly CampaignRef[],
  act: (campaign: CampaignRef) => Promise<Result<object>>,
  text: string,
): Promise<Outcome | Refused> {
  const answers: Result<object>[] = []
  for (const campaign of campaigns) answers.push(await act(campaign))
  const refusal = answers.find((answer) => !answer.ok)
  return answers.some((answer) => answer.ok) || !refusal?.because
    ? done({ campaigns: campaigns.length }, text)
    : refusal
}
