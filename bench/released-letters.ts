import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { sql } from 'kysely'
import {
  demoElection,
  demoMunicipality,
  demoPlaces,
  demoStaff,
  demoVotersFile,
} from '../dev/demo/demo-data.ts'
import type { App } from '../src/app.ts'
import type { CampaignRef } from '../src/delivery/index.ts'
import type { Election } from '../src/elections/index.ts'
import {
  composeLetters,
  releaseLetters,
  releasesOf,
  requestRelease,
  takeSample,
} from '../src/letters/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { acceptList, closeList, currentList, type ImportProgress, importVoters } from '../src/voters/index.ts'
import { expectOk } from '../test/expect-ok.ts'

const by = 'bench'

/** Hears of a step, and how far it is. */
export type TellStep = (step: string, done: number, total: number) => void

/**
 * The letters of an invented list, released and handed over for delivery: the whole main job up to there. What an
 * earlier run did is not done again, so it goes on where it was broken off.
 */
export async function releasedLetters(
  app: App,
  voters: number,
  tell: TellStep = () => {},
): Promise<CampaignRef> {
  const { municipalityId } = await demoMunicipality(app)
  const election = await demoElection(app, municipalityId, voters)
  const inScope = <T>(work: Parameters<typeof app.database.inScope<T>>[1]) =>
    app.database.inScope(staffOf(municipalityId), work)
  const campaignOf = async () => {
    const releases = await inScope((db) => releasesOf(db, municipalityId, election.electionId))
    const campaignId = releases.find((release) => release.campaignId)?.campaignId
    return campaignId ? { municipalityId, campaignId } : undefined
  }
  const known = await campaignOf()
  if (known) return known
  const list = await inScope((db) => currentList(db, municipalityId, election.electionId))
  if (list?.state !== 'closed') await closedList(app, election, voters, tell)
  const onProgress = (step: string) => (done: number, total: number) => tell(step, done, total)
  const composing = { ...app, portalUrl: app.config.PORTAL_URL, onProgress: onProgress('Composing letters') }
  expectOk(await composeLetters(composing, { election, by }))
  const checking = { ...app, onProgress: onProgress('Checking the letters') }
  expectOk(await takeSample(checking, { election, by }))
  const { an, bert } = await demoStaff(app, municipalityId)
  const { sampleSha256 } = expectOk(await requestRelease(app, { election, staff: an }))
  expectOk(await releaseLetters(app, { election, staff: bert, sampleSha256 }))
  return (await campaignOf())!
}

/** The same, and answers the election they are of. */
export async function releasedElectionOf(app: App, voters: number, tell?: TellStep): Promise<Election> {
  await releasedLetters(app, voters, tell)
  const { municipalityId } = await demoMunicipality(app)
  return demoElection(app, municipalityId, voters)
}

/** Its places, and a list of so many voters that is accepted and closed. */
export async function closedList(
  app: App,
  election: Election,
  voters: number,
  tell: TellStep,
): Promise<void> {
  const { settings } = await demoMunicipality(app)
  const file = await demoVotersFile(app, election, voters, settings)
  await demoPlaces(app, election, voters, settings)
  const source = { name: 'bench.csv', stream: createReadStream(file), bytes: (await stat(file)).size }
  const onProgress = ({ rows }: ImportProgress) => tell('Reading the voters list', rows, voters)
  expectOk(await importVoters({ ...app, onProgress }, { election, source, by }))
  expectOk(await acceptList(app, { election, by }))
  expectOk(await closeList(app, { election, by }))
}

/** Bytes of one of its letters, on average. */
export async function averageBytes(app: App, { municipalityId, campaignId }: CampaignRef): Promise<number> {
  return app.database.inScope(staffOf(municipalityId), async (db) => {
    const { rows } = await sql<{ bytes: number }>`
      select avg(l.pdf_bytes)::integer as bytes
      from letters.letter l join letters.release r using (municipality_id, election_id, release_id)
      where r.municipality_id = ${municipalityId} and r.campaign_id = ${campaignId}`.execute(db)
    return rows[0]!.bytes
  })
}
