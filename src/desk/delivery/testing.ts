import { sql } from 'kysely'
import { aCampaign, testVault } from '../../delivery/testing.ts'
import { addStaff } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { newId } from '../../platform/ids.ts'
import type { DeskTrial } from '../testing.ts'

/** A release of so many invented documents that are on their way, as the pages of the delivery look for it. */
export async function aReleasedCampaign(trial: DeskTrial, count: number) {
  const { municipalityId, electionId } = trial.election
  const campaign = await aCampaign(trial.database, municipalityId, count, { vault: testVault })
  const people = []
  for (const name of ['vraagt', 'geeft-vrij']) {
    const email = `${name}-${newId<string>()}@zonnedorp.example`
    const added = await addStaff(trial.deps, { municipalityId, email, name, rights: [], by: 'test' })
    if (!added.ok) throw new Error(added.because)
    people.push(added.staffId)
  }
  const [asks, decides] = people
  const sampleId = newId<string>()
  await trial.database.inScope(staffOf(municipalityId), async (db) => {
    await sql`insert into letters.sample (municipality_id, election_id, sample_id, sample_sha256, contents, taken_by)
              values (${municipalityId}, ${electionId}, ${sampleId}, '\\x00'::bytea, '{}', 'test')`.execute(
      db,
    )
    await sql`insert into letters.release (municipality_id, election_id, release_id, sample_id, sample_sha256, state,
                requested_by, decided_by, decided_at, letter_count, campaign_id)
              values (${municipalityId}, ${electionId}, ${newId<string>()}, ${sampleId}, '\\x00'::bytea, 'released',
                ${asks}, ${decides}, now(), ${count}, ${campaign.campaignId})`.execute(db)
  })
  return campaign
}
